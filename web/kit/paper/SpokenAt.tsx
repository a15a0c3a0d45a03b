import type { SpokenAt as Origin } from '../../../domain/feedback/conference.contract.ts'
import { day, writeDay } from '../../../domain/grammar/day.ts'
import { useText } from '../../text.ts'
import { Icon } from '../Icon.tsx'

/** Where an opinion was said that was not written. */
export function SpokenAt({ origin }: { origin: Origin | null }) {
  const t = useText()
  if (!origin) return null
  const heldOn = writeDay(day(origin.heldOn))
  return (
    <p className="small">
      <Icon name="message" /> {t(`feedback.spokenAt.${origin.kind}`, { heldOn })}
    </p>
  )
}
