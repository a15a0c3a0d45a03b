import { Link } from '@tanstack/react-router'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { MarkRead } from './MarkRead.tsx'
import { Note } from '../kit/Note.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

type Props = { planId: string; year: number }

/** Above a plan that somebody reads again: how much of it is new to them, and where. */
export function SinceRead({ planId, year }: Props) {
  const t = useText()
  const { data } = useReading(routes.reading, { params: { planId } })
  if (!data?.lastRead || data.changed === 0) return null
  return (
    <Note>
      <Link to="/cycles/$year/changes/$planId" params={{ year: String(year), planId }}>
        {t('shell.sinceRead', {
          count: data.changed,
          day: writeDay(dayOfInstant(data.lastRead.readAt)),
        })}
      </Link>
    </Note>
  )
}

/** At the end of a text: whoever has come so far says so once, and is told only of what is new. */
export function ReadToTheEnd({ planId }: Pick<Props, 'planId'>) {
  const { data } = useReading(routes.reading, { params: { planId } })
  if (!data || (data.lastRead && data.changed === 0)) return null
  return <MarkRead planId={planId} sha256={data.sha256} />
}
