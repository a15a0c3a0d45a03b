import { ownQuestions } from '../../domain/feedback/own-questions.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { formerQuestions, type QuestionVersion } from '../../domain/feedback/question-versions.ts'
import type { AskedQuestions } from '../../domain/feedback/own-questions.contract.ts'
import type { Tx } from '../database.ts'
import type { RoundRow } from './round.ts'

type Form = QuestionVersion & { questions: OwnQuestion[] }

const mostKept = 50
const kept = new Map<string, readonly Form[]>()

/**
 * Every version of a round's own questions, the oldest first. A version never changes, so they are
 * read once a process and version; a round that asks nothing has one version without questions.
 */
export async function formsOfRound(
  tx: Tx,
  { id, formVersion }: Pick<RoundRow, 'id' | 'formVersion'>,
): Promise<readonly Form[]> {
  const key = `${id}/${formVersion}`
  const known = kept.get(key)
  if (known) return known
  const rows = await tx
    .selectFrom('roundForm')
    .select(['version', 'questions'])
    .where('roundId', '=', id)
    .where('version', '<=', formVersion)
    .orderBy('version')
    .execute()
  const forms = rows.map(({ version, questions }) => ({
    version,
    questions: ownQuestions.parse(questions),
  }))
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest)
  kept.set(key, forms)
  return forms
}

/** The questions as they stood on one version. */
export async function questionsOn(
  tx: Tx,
  round: Pick<RoundRow, 'id' | 'formVersion'>,
  version: number,
): Promise<OwnQuestion[]> {
  const forms = await formsOfRound(tx, round)
  return forms.find((form) => form.version === version)?.questions ?? []
}

/** The same for a page, with what was asked before and is not any more. */
export async function askedOn(
  tx: Tx,
  round: Pick<RoundRow, 'id' | 'formVersion'>,
  version: number,
): Promise<AskedQuestions> {
  const forms = await formsOfRound(tx, round)
  const questions = forms.find((form) => form.version === version)?.questions ?? []
  const earlier = forms.filter((form) => form.version < version)
  return { version, questions, former: formerQuestions(earlier, questions) }
}
