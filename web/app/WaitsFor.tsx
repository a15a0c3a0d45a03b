import { besideTheStep } from '../../domain/cycle/beside-the-step.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { useWhose } from './whose.ts'

type Props = { word: 'draft' | 'feedback' | 'revision' | 'approval'; year: number }

/** Whom the work at this station waits for, in one line; the shell has read it already. */
export function WaitsFor({ word, year }: Props) {
  const t = useText()
  const whose = useWhose()
  const { data } = useReading(cycleRoutes.inbox, {}, { everySeconds: 60 })
  if (!data) return null
  const isHere = (work: { kind: string; planYear: number | null }) =>
    work.kind.startsWith(`${word}.`) && work.planYear === year && !besideTheStep.includes(work.kind)
  const mine = data.tasks.some(isHere) ? [t('shell.waitsFor.me')] : []
  const names = [...new Set([...mine, ...data.waiting.filter(isHere).map(whose)])]
  if (names.length === 0) return null
  return (
    <p className="small waits-for">
      {t('shell.waitsFor.label')} <b>{names.join(', ')}</b>
    </p>
  )
}
