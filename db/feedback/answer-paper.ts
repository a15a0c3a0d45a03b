import { answerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { AnswerPaper } from '../../domain/feedback/answer-paper.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { type Entry, entrySignedAs } from './assisted-entry.ts'
import { consultedPlans } from './consulted-plans.ts'
import { answers, obligationOf, withState } from './obligation.ts'
import { questionsOn } from './questions.ts'
import { setAnswer } from './set-answer.ts'

/** The signed answer as a paper; not there while nothing signed is in force. */
export async function paperOfAnswer(tx: Tx, answerId: string): Promise<AnswerPaper> {
  const answer = found(await answers(tx).where('answer.id', '=', answerId).executeTakeFirst())
  const obligation = await obligationOf(tx, withState(answer))
  const { round } = obligation
  const signed = found(
    await tx
      .selectFrom('answerVersion')
      .innerJoin('official as signer', 'signer.id', 'answerVersion.signedBy')
      .innerJoin('federation', 'federation.id', 'answerVersion.federationId')
      .select([
        'answerVersion.version',
        'answerVersion.form',
        'answerVersion.formVersion',
        'answerVersion.signedAt',
        'answerVersion.signedFor',
        'answerVersion.contentSha256',
        'signer.fullName as signerName',
        'signer.position as signerPosition',
        'federation.name as federationName',
        'federation.place',
      ])
      .where('answerVersion.answerId', '=', answerId)
      .where('answerVersion.withdrawnAt', 'is', null)
      .executeTakeFirst(),
  )
  const entry = await entrySignedAs(tx, { id: answerId, version: signed.version })
  return setAnswer({
    ...signed,
    enteredFrom: entry && enteredFrom(entry),
    answerId,
    number: answer.number,
    unitName: answer.unitName,
    planYear: round.planYear,
    isForHead: signed.signedFor !== null,
    form: answerForm.parse(signed.form),
    plans: await consultedPlans(tx, obligation),
    files: obligation.files,
    questions: await questionsOn(tx, round, signed.formVersion),
  })
}

function enteredFrom({ enteredByName, paper, scans }: Entry): string {
  const entered = `Đ/c ${enteredByName} nhập hộ từ phiếu giấy (${paper}); đơn vị xác nhận.`
  if (scans.length === 0) return entered
  return `${entered} Bản quét kèm theo (${scans.length} tệp): ${scans.map(({ name }) => name).join('; ')}.`
}
