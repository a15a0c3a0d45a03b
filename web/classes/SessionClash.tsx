import { useFormContext, useWatch } from 'react-hook-form'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { isDay, writeDay, day as dayFrom } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import look from './classes.module.css'

type Props = { index: number; venue: string | null; classId?: string }
type Session = {
  day?: string
  from?: string
  to?: string
  lecturerId?: string | null
  room?: string | null
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** What is asked, once the fields say enough to ask anything. */
function askedOf(session: Session, { venue, classId }: Omit<Props, 'index'>) {
  const { day = '', from = '', to = '', lecturerId, room } = session
  if (!isDay(day) || !clock.test(from) || !clock.test(to) || from >= to) return null
  return {
    day,
    from,
    to,
    ...(lecturerId && { lecturerId }),
    ...(venue && { venue }),
    ...(room && { room }),
    ...(classId && { classId }),
  }
}

const nothing = { day: '', from: '', to: '' }

/** Asked while one types: what stands against this session, and the next day that is free. */
export function SessionClash({ index, ...around }: Props) {
  const t = useText()
  const { setValue } = useFormContext()
  // The form holds what its schema describes, here not yet complete.
  const session = useWatch({ name: `sessions.${index}` }) as Session | undefined
  const query = askedOf(session ?? {}, around)
  const { data } = useReading(
    routes.clashes,
    { query: query ?? nothing },
    { enabled: query !== null },
  )
  if (query === null || !data) return <output className={look.clash} />
  const { obstacles, nextFreeDay } = data
  const next = nextFreeDay ? writeDay(dayFrom(nextFreeDay)) : ''
  return (
    <output className={look.clash}>
      {obstacles.length === 0 && <StateWord tone="done">{t('classes.opening.fits')}</StateWord>}
      {obstacles.map(({ code, params }) => (
        <StateWord key={code} tone="act">
          {sayCode(code, { ...params, next })}
        </StateWord>
      ))}
      {nextFreeDay && (
        <Button
          kind="text"
          onClick={() => setValue(`sessions.${index}.day`, nextFreeDay, { shouldDirty: true })}
        >
          {t('classes.opening.free', { day: next })}
        </Button>
      )}
    </output>
  )
}
