import { useState } from 'react'
import { isUnfinished } from '../../domain/revision/task.ts'
import type { RevisionTaskRow } from '../../domain/revision/tasks.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { MarginList } from '../kit/MarginList.tsx'
import { Group } from '../kit/Page.tsx'
import { Empty } from '../kit/States.tsx'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import { AssignTask } from './AssignTask.tsx'
import { AcceptTask, EndTask } from './JudgeTask.tsx'
import { ReportTask } from './ReportTask.tsx'
import { TASK_FILTERS, type TaskFilter, useRevisionSearch } from './search.ts'
import { type TaskDeed, TaskItem } from './TaskItem.tsx'

const shownBy: Record<TaskFilter, (task: RevisionTaskRow) => boolean> = {
  all: () => true,
  mine: (task) => (task.state === 'OPEN' && task.isMine) || task.mayJudge,
  overdue: (task) => task.state === 'OPEN' && task.due.isOver,
  waiting: (task) => task.state === 'REPORTED',
}

/** What the departments complete, each with its day and its proof (S2.26). */
export function Tasks({ view }: { view: ConsolidationView }) {
  const t = useText()
  const { search, go } = useRevisionSearch()
  const [assigning, setAssigning] = useState(false)
  const [asked, setAsked] = useState<{ taskId: string; deed: TaskDeed } | null>(null)
  const filter = search.tasks ?? 'all'
  const shown = view.tasks.filter(shownBy[filter])
  const task = view.tasks.find(({ id }) => id === asked?.taskId)
  return (
    <>
      <Group
        first
        title={t('revision.page.tasks', { open: view.tasks.filter(isUnfinished).length })}
        aside={
          mayDo(view.allowedActions, 'revisionTask.assigned') && (
            <Button icon="plus" onClick={() => setAssigning(true)}>
              {t('revision.tasksPart.assign')}
            </Button>
          )
        }
      />
      {view.tasks.length > 0 && (
        <FilterTabs
          label={t('revision.tasksPart.filters')}
          value={filter}
          onChoose={(tasks) => go({ tasks: tasks === 'all' ? undefined : tasks })}
          tabs={TASK_FILTERS.map((value) => ({
            value,
            label: t(`revision.tasksPart.${value}`),
            number: view.tasks.filter(shownBy[value]).length,
          }))}
        />
      )}
      {shown.length === 0 && (
        <Empty>{t(`revision.tasksPart.${filter === 'all' ? 'empty' : 'emptyFilter'}`)}</Empty>
      )}
      <MarginList>
        {shown.map((each) => (
          <TaskItem
            key={each.id}
            view={view}
            task={each}
            onAsk={(deed) => setAsked({ taskId: each.id, deed })}
          />
        ))}
      </MarginList>
      {assigning && <AssignTask view={view} onClose={() => setAssigning(false)} />}
      {task && asked && <Asked task={task} deed={asked.deed} onClose={() => setAsked(null)} />}
    </>
  )
}

type AskedProps = { task: RevisionTaskRow; deed: TaskDeed; onClose: () => void }

function Asked({ task, deed, onClose }: AskedProps) {
  if (deed === 'done') return <ReportTask {...{ task, onClose }} />
  if (deed === 'accept') return <AcceptTask {...{ task, onClose }} />
  return <EndTask {...{ task, onClose }} how={deed} />
}
