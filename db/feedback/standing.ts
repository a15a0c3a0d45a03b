import type { SignedAnswerView } from '../../domain/feedback/feedback.contract.ts'
import type { Tx } from '../database.ts'
import type { Obligation } from './obligation.ts'

type Standing = Omit<SignedAnswerView, 'plans' | 'form' | 'asked' | 'assistedEntry'>

/** How a unit stands in a round, with who signed its effective version, where there is one. */
export async function standingOf(tx: Tx, { answer, round, files }: Obligation): Promise<Standing> {
  const signed = await tx
    .selectFrom('answerVersion')
    .innerJoin('official as signer', 'signer.id', 'answerVersion.signedBy')
    .leftJoin('official as absent', 'absent.id', 'answerVersion.signedFor')
    .select([
      'signer.fullName as signedByName',
      'absent.fullName as signedForName',
      'answerVersion.contentSha256',
    ])
    .where('answerVersion.answerId', '=', answer.id)
    .where('answerVersion.withdrawnAt', 'is', null)
    .executeTakeFirst()
  return {
    answerId: answer.id,
    number: answer.number,
    unitId: answer.unitId,
    unitName: answer.unitName,
    planYear: round.planYear,
    state: answer.state,
    version: answer.version,
    isLate: answer.isLate,
    submittedAt: answer.submittedAt,
    signedByName: signed?.signedByName ?? null,
    signedForName: signed?.signedForName ?? null,
    contentSha256: signed?.contentSha256 ?? null,
    files: [...files],
  }
}
