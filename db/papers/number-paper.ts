import { day, dayOfInstant, type Day } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { nextWorkingDay } from '../../domain/grammar/working-days.ts'
import { instantAt } from '../../domain/grammar/day.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import { papersRoutes as routes } from '../../domain/papers/papers.contract.ts'
import { symbolOf } from '../../domain/papers/symbol.ts'
import { approvalForChange, approvalOf, type ApprovalRow } from '../approval/approval-row.ts'
import { taskOf } from '../approval/move.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { numberOf } from './paper-row.ts'
import { signedPlan, type SignedPlan } from './signed-plan.ts'
import { type Taken, takeNumber } from './take-number.ts'

const docType = 'KH'

export const numberPaper = performs(
  routes.numberPaper,
  async ({ tx, caller, at }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustAllow(deeds.numbered, caller, { state: approval.state })
    await mustHaveNoNumber(tx, approval.id)
    const signed = await signedPlan(tx, approval.id)
    const today = dayOfInstant(at)
    const issuedOn = body.issuedOn ? day(body.issuedOn) : today
    const { federationId } = approval
    const { issuingBody, signedOn } = signed
    const series = { federationId, issuingBody, docType, issuedOn, signedOn, today } as const
    const taken = await takeNumber(tx, series)
    const paper = await enter(tx, { approval, signed, taken, issuedOn, by: caller.officialId })
    await handOn(tx, approval, { ...paper, by: caller.officialId, today })
    const { paperId, number } = paper
    return {
      reply: { paperId, number, issuedOn },
      as,
      object: { type: 'paper', id: paperId, revision: 1, cycleId: approval.cycleId },
      facts: { number, issuedOn, title: approval.title },
      content: { number, issuedOn, contentSha256: signed.contentSha256 },
      process: { state: 'NUMBERED', id: approval.id },
    }
  },
  async (tx, { params }) => (await approvalOf(tx, params.approvalId)).processId,
)

async function mustHaveNoNumber(tx: Tx, approvalId: string): Promise<void> {
  const earlier = await tx
    .selectFrom('paper')
    .select(['number', 'symbol'])
    .where('approvalId', '=', approvalId)
    .where('state', '<>', 'VOID')
    .executeTakeFirst()
  if (earlier)
    throw new Refusal('papers.numbered-already', 'wrong-state', {
      params: { number: numberOf(earlier) },
    })
}

type Entering = {
  approval: ApprovalRow
  signed: SignedPlan
  taken: Taken
  issuedOn: Day
  by: string
}

/** The row of the register, with the text and the signature it was given for. */
async function enter(tx: Tx, { approval, signed, taken, issuedOn, by }: Entering) {
  const symbol = symbolOf(docType, signed.issuingBody)
  const { signerName: name, signerPosition: position, capacity } = signed
  const { id } = await tx
    .insertInto('paper')
    .values({
      federationId: approval.federationId,
      issuingBody: signed.issuingBody,
      docType,
      ...taken,
      symbol,
      abstract: approval.title,
      signer: name,
      signingCapacity: capacity,
      recipients: signed.recipients,
      issuedOn,
      state: 'NUMBERED',
      cycleId: approval.cycleId,
      planId: approval.planId,
      approvalId: approval.id,
      content: JSON.stringify({ plan: signed.content, signer: { name, position, capacity } }),
      contentSha256: signed.contentSha256,
      numberedBy: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { paperId: id, number: numberOf({ number: taken.number, symbol }) }
}

/** Registered and issued the same day, at the latest on the next working day (Decree 30). */
async function handOn(
  tx: Tx,
  approval: ApprovalRow,
  paper: { paperId: string; number: string; by: string; today: Day },
): Promise<void> {
  await finishTasks(tx, { kinds: ['papers.number'], objectId: approval.id, by: paper.by })
  const dueOn = nextWorkingDay(paper.today, await holidaysOf(tx))
  const task = taskOf(approval, {
    kind: 'papers.issue',
    role: 'recordsClerk',
    dueAt: instantAt(dueOn, '17:00'),
  })
  await openTasks(tx, [
    {
      ...task,
      objectType: 'paper',
      objectId: paper.paperId,
      params: { planTitle: approval.title, planYear: approval.planYear, number: paper.number },
      link: '/papers',
    },
  ])
}
