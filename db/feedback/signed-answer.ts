import { answerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { SignedAnswerView } from '../../domain/feedback/feedback.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { answers, obligationOf, withState } from './obligation.ts'
import { entrySignedAs, signedEntryView } from './assisted-entry.ts'
import { askedOn } from './questions.ts'
import { standingOf } from './standing.ts'

/** What a unit has signed, word for word; not there while nothing signed is in force. */
export async function signedAnswer(tx: Tx, answerId: string): Promise<SignedAnswerView> {
  const answer = found(await answers(tx).where('answer.id', '=', answerId).executeTakeFirst())
  const obligation = await obligationOf(tx, withState(answer))
  const { form, formVersion } = found(
    await tx
      .selectFrom('answerVersion')
      .select(['form', 'formVersion'])
      .where('answerId', '=', answerId)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst(),
  )
  const plans = await tx
    .selectFrom('roundPlan')
    .innerJoin('plan', 'plan.id', 'roundPlan.planId')
    .select(['plan.id as planId', 'plan.title', 'roundPlan.version'])
    .where('roundPlan.roundId', '=', answer.roundId)
    .orderBy('plan.planType', 'desc')
    .execute()
  const entry = await entrySignedAs(tx, answer)
  return {
    ...(await standingOf(tx, obligation)),
    assistedEntry: entry && signedEntryView(entry),
    plans,
    form: answerForm.parse(form),
    asked: await askedOn(tx, obligation.round, formVersion),
  }
}
