import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { useText } from '../text.ts'
import type { Clash, Tap } from './taps.ts'
import type { Trainee } from './taken.ts'

type Props = {
  clashes: readonly Clash[]
  trainees: readonly Trainee[]
  onSettle: (clash: Clash, mine: Tap | null) => void
}

/** Where somebody else has marked the same person otherwise meanwhile: both, and a choice. */
export function AttendanceClashes({ clashes, trainees, onSettle }: Props) {
  const t = useText()
  if (clashes.length === 0) return null
  const nameOf = ({ tap }: Clash) =>
    trainees.find(({ nominationId }) => nominationId === tap.nominationId)?.fullName ?? ''
  return (
    <Note tone="soon" title={t('classes.teaching.clash.title')} alert>
      <ul className="plain">
        {clashes.map((clash) => (
          <li key={clash.tap.nominationId}>
            <p>
              {t('classes.teaching.clash.both', {
                name: nameOf(clash),
                by: clash.theirs.takenBy,
                time: timeOfInstant(clash.theirs.takenAt),
                theirs: t(`classes.teaching.marks.${clash.theirs.mark}`),
                mine: t(`classes.teaching.marks.${clash.tap.mark}`),
              })}
            </p>
            <div className="row">
              <Button onClick={() => onSettle(clash, null)}>
                {t('classes.teaching.clash.theirs')}
              </Button>
              <Button onClick={() => onSettle(clash, mineOver(clash, t))}>
                {t('classes.teaching.clash.mine')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Note>
  )
}

/** After the day, keeping mine is a correction of theirs, and its reason is this choice. */
function mineOver({ tap, theirs }: Clash, t: ReturnType<typeof useText>): Tap {
  const isLater = dayOfInstant(new Date()) > dayOfInstant(theirs.takenAt)
  const reason = t('classes.teaching.clash.reason')
  return { ...tap, because: tap.because ?? (isLater ? reason : null) }
}
