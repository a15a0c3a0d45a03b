import { useState } from 'react'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Tri, type TriChoice } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import type { Tap } from './taps.ts'
import { markOf, type Trainee } from './taken.ts'
import styles from './teaching.module.css'

type OnMark = (trainee: Trainee, mark: AttendanceMark, because: string | null) => void
type Props = {
  trainees: readonly Trainee[]
  sessionId: string
  taps: ReadonlyMap<string, Tap>
  /** The day of the session is over: a change of what stands is a correction. */
  isLate: boolean
  disabled: boolean
  onMark: OnMark
}

type Asking = { trainee: Trainee; mark: AttendanceMark; why: 'excuse' | 'correction' }

/** The people of a session, a row for each with four choices; a word is asked for where one is due. */
export function AttendanceList({ trainees, sessionId, taps, isLate, disabled, onMark }: Props) {
  const t = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  function choose(trainee: Trainee, mark: AttendanceMark): void {
    const stands = trainee.marks[sessionId]
    if (mark === 'EXCUSED') return setAsking({ trainee, mark, why: 'excuse' })
    if (isLate && stands && stands.mark !== mark)
      return setAsking({ trainee, mark, why: 'correction' })
    onMark(trainee, mark, null)
  }
  return (
    <>
      <ul className={styles.people}>
        {trainees.map((trainee) => (
          <Row
            key={trainee.nominationId}
            trainee={trainee}
            mark={markOf(trainee, sessionId, taps)}
            because={
              taps.get(trainee.nominationId)?.because ?? trainee.marks[sessionId]?.because ?? null
            }
            disabled={disabled}
            onChoose={(mark) => choose(trainee, mark)}
          />
        ))}
      </ul>
      {asking && (
        <ReasonDialog
          title={t(`classes.teaching.attendance.${asking.why}Title`, {
            name: asking.trainee.fullName,
          })}
          deed={t(`classes.teaching.marks.${asking.mark}`)}
          opened
          onClose={() => setAsking(null)}
          onGiven={async (reason) => {
            onMark(asking.trainee, asking.mark, reason)
            setAsking(null)
          }}
        />
      )}
    </>
  )
}

type RowProps = {
  trainee: Trainee
  mark: AttendanceMark | null
  because: string | null
  disabled: boolean
  onChoose: (mark: AttendanceMark) => void
}

function Row({ trainee, mark, because, disabled, onChoose }: RowProps) {
  const t = useText()
  const choices: TriChoice<AttendanceMark>[] = [
    { value: 'PRESENT', label: t('classes.teaching.marks.PRESENT'), icon: 'check' },
    { value: 'LATE', label: t('classes.teaching.marks.LATE'), icon: 'clock' },
    { value: 'ABSENT', label: t('classes.teaching.marks.ABSENT'), icon: 'x' },
    { value: 'EXCUSED', label: t('classes.teaching.marks.EXCUSED'), icon: 'message' },
  ]
  return (
    <li>
      <div className={styles.who}>
        <b>{trainee.fullName}</b>
        <span>{trainee.unitName}</span>
        {because && <span>{t('classes.teaching.because', { reason: because })}</span>}
      </div>
      <Tri
        label={t('classes.teaching.attendance.of', { name: trainee.fullName })}
        choices={choices}
        value={mark}
        disabled={disabled}
        onChoose={onChoose}
      />
    </li>
  )
}
