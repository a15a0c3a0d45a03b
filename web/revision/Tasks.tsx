import { useState } from 'react'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { taskForm, taskResultForm } from '../../domain/revision/forms.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView, RevisionTaskRow } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { MarginItem, MarginList } from '../kit/MarginList.tsx'
import { Group } from '../kit/Page.tsx'
import { Empty } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'

/** What the departments complete, each with its day (S2.26). */
export function Tasks({ view }: { view: ConsolidationView }) {
  const t = useText()
  const [assigning, setAssigning] = useState(false)
  const [reporting, setReporting] = useState<RevisionTaskRow | null>(null)
  const mayReport = mayDo(view.allowedActions, 'revisionTask.done')
  return (
    <>
      <Group
        first
        title={t('revision.page.tasks', { open: view.tasks.filter((task) => !task.doneAt).length })}
        aside={
          mayDo(view.allowedActions, 'revisionTask.assigned') && (
            <Button icon="plus" onClick={() => setAssigning(true)}>
              {t('revision.tasksPart.assign')}
            </Button>
          )
        }
      />
      {view.tasks.length === 0 && <Empty>{t('revision.tasksPart.empty')}</Empty>}
      <MarginList>
        {view.tasks.map((task) => (
          <MarginItem
            key={task.id}
            when={writeDay(day(task.dueOn))}
            distance={task.departmentName}
            title={task.text}
            deed={
              mayReport &&
              task.isMine &&
              !task.doneAt && (
                <Button onClick={() => setReporting(task)}>{t('revision.tasksPart.done')}</Button>
              )
            }
          >
            <p>{t('revision.tasksPart.by', { name: task.assignedBy })}</p>
            {task.result !== null && (
              <p>
                {t('revision.tasksPart.doneBy', { result: task.result, name: task.doneBy ?? '' })}
              </p>
            )}
            <StateWord tone={task.doneAt ? 'done' : 'now'}>
              {t(task.doneAt ? 'revision.tasksPart.isDone' : 'revision.tasksPart.open')}
            </StateWord>
          </MarginItem>
        ))}
      </MarginList>
      {assigning && <AssignDialog view={view} onClose={() => setAssigning(false)} />}
      {reporting && <ReportDialog task={reporting} onClose={() => setReporting(null)} />}
    </>
  )
}

function AssignDialog({ view, onClose }: { view: ConsolidationView; onClose: () => void }) {
  const t = useText()
  const assign = useDeed(routes.assignTask, { onDone: onClose })
  return (
    <Dialog title={t('revision.tasksPart.title')} opened onClose={onClose}>
      <Form
        schema={taskForm}
        defaultValues={{ departmentId: '', text: '', dueOn: '' }}
        problem={assign.problem}
        label={t('revision.tasksPart.title')}
        onSubmit={(body) => assign.send({ params: { planId: view.plan.id }, body })}
      >
        <SelectField
          name="departmentId"
          label={t('revision.tasksPart.department')}
          choices={view.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <AreaField name="text" label={t('revision.tasksPart.text')} rows={3} maxLength={2000} />
        <DateField name="dueOn" label={t('revision.tasksPart.dueOn')} />
        <div className="row">
          <SubmitButton>{t('revision.tasksPart.deed')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function ReportDialog({ task, onClose }: { task: RevisionTaskRow; onClose: () => void }) {
  const t = useText()
  const report = useDeed(routes.completeTask, { onDone: onClose })
  const title = t('revision.tasksPart.doneTitle', { text: task.text })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={taskResultForm}
        defaultValues={{ result: '' }}
        problem={report.problem}
        label={title}
        onSubmit={(body) => report.send({ params: { taskId: task.id }, body })}
      >
        <AreaField
          name="result"
          label={t('revision.tasksPart.result')}
          hint={t('revision.tasksPart.resultHint')}
          rows={3}
          maxLength={2000}
        />
        <div className="row">
          <SubmitButton>{t('revision.tasksPart.done')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
