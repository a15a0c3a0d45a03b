import { Link } from '@tanstack/react-router'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { RevisionTaskRow } from '../../domain/revision/tasks.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { FileList } from '../kit/files/FileList.tsx'
import { MarginItem } from '../kit/MarginList.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'
import styles from './revision.module.css'
import { useRevisionSearch } from './search.ts'
import { shownFile } from './shown-file.ts'

export type TaskDeed = 'done' | 'accept' | 'return' | 'withdraw'

type Props = {
  view: ConsolidationView
  task: RevisionTaskRow
  onAsk: (deed: TaskDeed) => void
}

const tones = { OPEN: 'now', REPORTED: 'soon', ACCEPTED: 'done', WITHDRAWN: 'not' } as const

/** One task: whose, about what, until when, and what was reported and said of it. */
export function TaskItem({ view, task, onAsk }: Props) {
  const t = useText()
  const { departmentName, personName, state, withdrawnBecause } = task
  const isOver = state === 'ACCEPTED' || state === 'WITHDRAWN'
  return (
    <MarginItem
      when={writeDay(day(task.dueOn))}
      distance={isOver ? null : <Distance task={task} />}
      due={state === 'OPEN' && (task.due.isOver || task.due.workingDaysLeft === 0)}
      off={isOver}
      title={task.text}
      deed={<TaskDeeds {...{ view, task, onAsk }} />}
    >
      <p>
        {personName === null
          ? departmentName
          : t('revision.tasksPart.to', { department: departmentName, name: personName })}
        . {t('revision.tasksPart.by', { name: task.assignedBy })}
      </p>
      <About {...{ view, task }} />
      {task.reports.map((report) => (
        <Report key={report.number} {...{ view, report, task }} />
      ))}
      {withdrawnBecause !== null && (
        <p>{t('revision.tasksPart.withdrawnBecause', { remark: withdrawnBecause })}</p>
      )}
      <StateWord tone={tones[state]}>{t(`revision.tasksPart.states.${state}`)}</StateWord>
    </MarginItem>
  )
}

function Distance({ task: { due } }: Pick<Props, 'task'>) {
  const t = useText()
  if (due.overdueDays > 0) return t('revision.tasksPart.late', { count: due.overdueDays })
  if (due.workingDaysLeft === 0) return t('revision.tasksPart.today')
  return t('revision.tasksPart.left', { count: due.workingDaysLeft })
}

function About({ view, task: { comment, place } }: Omit<Props, 'onAsk'>) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const { year } = useRevisionSearch()
  if (!comment && !place) return null
  return (
    <p>
      {comment && (
        <Link
          to="/cycles/$year/revision"
          params={{ year: String(year) }}
          search={{ plan: view.plan.id, part: 'comments', comment: comment.id }}
        >
          {t('revision.tasksPart.comment', comment)}
        </Link>
      )}
      {comment && place && '. '}
      {place && nameOf(place)}
    </p>
  )
}

type ReportProps = Omit<Props, 'onAsk'> & { report: RevisionTaskRow['reports'][number] }

function Report({ view, task, report }: ReportProps) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const { year } = useRevisionSearch()
  const { isAccepted, judgedBy, remark, reportedBy, reportedAt, result } = report
  const said = { name: judgedBy ?? '', remark: remark ?? '' }
  const places = report.changedPlaces.map((key) => {
    const place = [...task.changedSince, ...view.planPlaces].find((each) => each.key === key)
    return place ? nameOf(place) : key
  })
  return (
    <>
      <p>
        {t('revision.tasksPart.report', {
          name: reportedBy,
          day: writeDay(dayOfInstant(reportedAt)),
          result,
        })}
      </p>
      {places.length > 0 && (
        <p>
          {t('revision.tasksPart.changed')} {places.join('; ')}.{' '}
          <Link
            to="/cycles/$year/revision/compare"
            params={{ year: String(year) }}
            search={{ plan: view.plan.id }}
          >
            {t('revision.tasksPart.compare')}
          </Link>
        </p>
      )}
      <FileList files={report.files.map(shownFile)} />
      {isAccepted === false && <p>{t('revision.tasksPart.returned', said)}</p>}
      {isAccepted && (
        <p>{t(`revision.tasksPart.${remark === null ? 'accepted' : 'acceptedWith'}`, said)}</p>
      )}
    </>
  )
}

function TaskDeeds({ view: { allowedActions }, task, onAsk }: Props) {
  const t = useText()
  const { state, text } = task
  const may = (deed: string) => mayDo(allowedActions, deed)
  const offered: readonly { deed: TaskDeed; isOffered: boolean }[] = [
    { deed: 'done', isOffered: state === 'OPEN' && task.isMine && may('revisionTask.done') },
    { deed: 'accept', isOffered: task.mayJudge && may('revisionTask.accepted') },
    { deed: 'return', isOffered: task.mayJudge && may('revisionTask.returned') },
    { deed: 'withdraw', isOffered: task.mayWithdraw && may('revisionTask.withdrawn') },
  ]
  return (
    <div className={styles.taskDeeds}>
      {offered
        .filter(({ isOffered }) => isOffered)
        .map(({ deed }) => (
          <Button
            key={deed}
            kind={deed === 'withdraw' ? 'text' : 'plain'}
            onClick={() => onAsk(deed)}
          >
            {t(`revision.tasksPart.${deed}`)}
            <span className="vh">{t('revision.tasksPart.ofTask', { text })}</span>
          </Button>
        ))}
    </div>
  )
}
