import { Problem, Unreachable } from '../problem.ts'
import { useText } from '../text.ts'
import { Note } from './Note.tsx'

/** Why a deed was not done, in words, with the code to read out over the telephone. */
export function ProblemNote({ problem }: { problem: Error | null | undefined }) {
  const t = useText()
  if (!problem) return null
  if (problem instanceof Unreachable)
    return (
      <Note tone="soon" alert>
        {t('shell.errors.unreachable')}
      </Note>
    )
  const title = problem instanceof Problem ? problem.title : t('grammar.refusals.unexpected')
  const trace = problem instanceof Problem ? problem.trace : ''
  // nobody has said no: it may have been done, and pressing again is safe
  const isUnknown = problem instanceof Problem && problem.code === 'grammar.outcome-unknown'
  return (
    <Note
      tone={isUnknown ? 'soon' : 'act'}
      title={t(isUnknown ? 'shell.errors.unknown' : 'shell.errors.refused')}
      alert
    >
      <p>{title}</p>
      {trace && <p className="small">{t('shell.errors.code', { trace })}</p>}
    </Note>
  )
}
