import { timelinessAt } from '../../domain/feedback/round.ts'
import { type Deed, type Grant, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Performed, Stage } from '../performer.ts'
import { type Obligation, obligationHeld } from './obligation.ts'

export type Answering = Obligation & { as: Grant; isLate: boolean }

/**
 * The gate of everything that writes into an answer: whose it is, then whether the round still
 * takes it by the database's clock, then whether the answer stands where the deed begins.
 */
export async function answering(
  { tx, caller }: Stage,
  deed: Deed,
  answerId: string,
): Promise<Answering> {
  const held = await obligationHeld(tx, answerId)
  const { answer, round, clock } = held
  const subject = { unitId: answer.unitId, unitPath: answer.unitPath, state: answer.state }
  mustAllow({ ...deed, in: null }, caller, subject)
  const timeliness = timelinessAt(clock, held, round.closedAt)
  if (timeliness === 'closed')
    throw new Refusal('feedback.round-closed', 'wrong-state', {
      params: { closedAt: round.closedAt ?? held.graceUntil },
    })
  return { ...held, as: mustAllow(deed, caller, subject), isLate: timeliness === 'late' }
}

type Told<Reply> = Pick<Performed<Reply>, 'reply' | 'facts' | 'content' | 'writes'>

/** What the register keeps of a deed on an answer. */
export function told<Reply>(
  { as, answer, round }: Answering,
  { reply, facts = {}, content, writes }: Told<Reply>,
): Performed<Reply> {
  return {
    reply,
    as,
    object: {
      type: 'answer',
      id: answer.id,
      revision: answer.revision + 1,
      cycleId: round.cycleId,
      unitId: answer.unitId,
    },
    facts: { number: answer.number, unitName: answer.unitName, planYear: round.planYear, ...facts },
    ...(content !== undefined && { content }),
    ...(writes && { writes }),
  }
}
