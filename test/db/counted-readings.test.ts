import { expect, test } from 'vitest'
import { approvalOf } from '../../db/approval/approval-row.ts'
import { summaryOf } from '../../db/approval/summary.ts'
import { unacceptedComments } from '../../db/approval/unaccepted.ts'
import type { Entered } from '../../db/context.ts'
import { commentsOnPlan } from '../../db/revision/comments.ts'
import { comparisonOf } from '../../db/revision/comparison.ts'
import { ledgerOf } from '../../db/revision/standing.ts'
import { unacceptedQuery } from '../../domain/approval/approval.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { outcomeOf, progressOf } from '../../domain/revision/disposition.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

/** All decided, each fifth merged into the first, each third not taken over, the clause changed for the rest. */
async function decided(comments: number): Promise<RevisionDesk & { approvalId: string }> {
  const desk = await openRevisionDesk({ comments })
  const [clause] = await desk.asOwner("select id, revision from clause where code = 'II.1'")
  await desk.does(
    'drafter',
    draftRoutes.editClause,
    {
      params: { clauseId: String(clause?.id) },
      body: { heading: 'Số lớp', text: 'Mở 2 lớp, chia hai đợt.', finished: true },
    },
    { revision: Number(clause?.revision) },
  )
  await desk.asOwner(
    `with head as (select id from comment where position % 3 = 0 order by position limit 1)
     insert into disposition (comment_id, federation_id, round_id, disposition, explanation, merged_into,
       changed_places, decided_by)
     select c.id, c.federation_id, c.round_id, k.kind, case when k.kind <> 'MERGED' then 'Vì sao' end,
       case when k.kind = 'MERGED' then head.id end,
       case when k.kind = 'ACCEPTED' then '{II.1}'::text[] else '{}' end, $1
     from comment c cross join head cross join lateral (select case
       when c.id = head.id then 'NOT_ACCEPTED' when c.position % 5 = 0 then 'MERGED'
       when c.position % 3 = 0 then 'PARTLY' else 'ACCEPTED' end as kind) k`,
    [desk.federation.person('drafter').officialId],
  )
  const approvalId = await openApproval(desk)
  return { ...desk, approvalId }
}

async function openApproval(desk: RevisionDesk): Promise<string> {
  await desk.asOwner(
    `insert into request_decision (target_request_id, federation_id, round_id, outcome, granted, decided_by)
     select id, federation_id, round_id, 'ACCEPTED', requested, $1 from target_request on conflict do nothing`,
    [desk.federation.person('drafter').officialId],
  )
  return desk.submit()
}

const query = unacceptedQuery.parse({})
const readings = {
  summary: ({ tx }: Entered, desk: { approvalId: string }) =>
    approvalOf(tx, desk.approvalId).then((approval) => summaryOf(tx, approval)),
  unaccepted: ({ tx }: Entered, desk: { planId: string }) => unacceptedComments(tx, desk, query),
  comparison: ({ tx }: Entered, { planId }: { planId: string }) =>
    comparisonOf(tx, planId, { from: 1, to: 2 }),
}

test('what a committee reads of the opinions is counted, and as small at 800 as at 200', async () => {
  const [many, few] = [await decided(800), await decided(200)]
  const every: ((entered: Entered, desk: typeof many) => Promise<unknown>)[] =
    Object.values(readings)
  for (const read of every) {
    const size = async (desk: typeof many) =>
      JSON.stringify(await desk.reads('head', (entered) => read(entered, desk))).length
    const cost = (desk: typeof many) => desk.statementsOf('head', (entered) => read(entered, desk))
    expect(await cost(many)).toBe(await cost(few))
    // a digit more here and there
    expect(await size(many)).toBeLessThan((await size(few)) + 200)
  }
  await Promise.all([many.close(), few.close()])
}, 120_000)

test('and says what the rule of the domain says of each', async () => {
  const desk = await decided(120)
  const all = await desk.reads('head', ({ tx }) => commentsOnPlan(tx, desk.planId))
  const ledger = ledgerOf(all)
  const summary = await desk.reads('head', (entered) => readings.summary(entered, desk))
  expect(summary).toMatchObject({
    comments: 120,
    commentingUnits: new Set(all.map(({ unitId }) => unitId)).size,
    byDisposition: progressOf(ledger).byDisposition,
  })
  const expected = all.filter(({ id }) => {
    const outcome = outcomeOf(id, ledger)
    return outcome && !['ACCEPTED', 'NOTED'].includes(outcome.disposition)
  })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await desk.reads('head', ({ tx }) =>
      unacceptedComments(tx, desk, { ...query, size: 7, after }),
    )
    expect(page.total).toBe(expected.length)
    seen.push(...page.comments.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toEqual(expected.map(({ id }) => id))
  const { places } = await desk.reads('head', (entered) => readings.comparison(entered, desk))
  const changedFor = all.filter(
    ({ placeKind, placeCode, disposition: own }) =>
      own?.changedPlaces.includes('II.1') ||
      (placeKind === 'CLAUSE' &&
        placeCode === 'II.1' &&
        ['ACCEPTED', 'PARTLY', 'MERGED'].includes(own?.disposition ?? '')),
  )
  expect(places).toMatchObject([{ code: 'II.1', total: changedFor.length }])
  expect(places[0]?.comments.map(({ id }) => id)).toEqual(
    changedFor.slice(0, 20).map(({ id }) => id),
  )
  await desk.close()
}, 60_000)
