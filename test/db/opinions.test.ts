import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { doJobPage } from '../../db/jobs.ts'
import { commentsOnPlan } from '../../db/revision/comments.ts'
import { consolidationOf } from '../../db/revision/consolidation.ts'
import { opinionsOf } from '../../db/revision/opinions.ts'
import { ledgerOf } from '../../db/revision/standing.ts'
import { COMMENT_KINDS } from '../../domain/feedback/answer-form.ts'
import { matchesAllWords } from '../../domain/grammar/text.ts'
import { DISPOSITION_KINDS, isDisposed, progressOf } from '../../domain/revision/disposition.ts'
import {
  type OpinionFilter,
  type OpinionRow,
  OPINION_STATUSES,
  type OpinionsQuery,
  opinionsQuery,
} from '../../domain/revision/opinions.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
beforeAll(async () => {
  desk = await openRevisionDesk({ comments: 90 })
  // Over places that the plan prints, one that it never printed, a class that is asked for, the whole.
  await desk.asOwner(
    `update comment set kind = (array['DIFFICULTY', 'PROPOSAL', 'CORRECTION', 'QUESTION'])[1 + position % 4],
       place_kind = (array['CLAUSE', 'CLAUSE', 'TARGET', 'GENERAL', 'CLAUSE'])[1 + position % 5],
       place_code = (array['II.1', 'I.9', (select code from target limit 1), null, 'II.1'])[1 + position % 5],
       text = (array['Học buổi tối', 'Lớp ở Đảo Xa', 'Thêm kinh phí'])[1 + position % 3] || ', ' || position`,
  )
})
afterAll(() => desk?.close())

const read = (query: Partial<OpinionsQuery> = {}) =>
  desk.reads('drafter', (entered) => opinionsOf(entered, desk.planId, opinionsQuery.parse(query)))
const overview = () => desk.reads('drafter', (entered) => consolidationOf(entered, desk.planId))
const everything = () => desk.reads('drafter', ({ tx }) => commentsOnPlan(tx, desk.planId))
const dispose = (commentId: string, body: object) =>
  desk.does('drafter', routes.disposeComment, {
    params: { commentId },
    body: body as { disposition: 'ACCEPTED' },
  })
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

/** Every page after the other, with something done in between. */
async function walked(
  query: Partial<OpinionsQuery>,
  between: () => Promise<unknown> = async () => null,
): Promise<OpinionRow[]> {
  const rows: OpinionRow[] = []
  let page = await read(query)
  rows.push(...page.opinions)
  while (page.next) {
    await between()
    page = await read({ ...query, after: page.next })
    rows.push(...page.opinions)
  }
  return rows
}

test('some get a disposition, of every kind', async () => {
  const [head = '', ...others] = (await everything()).map(({ id }) => id)
  const { otherDepartmentId } = desk.federation
  for (const [index, disposition] of DISPOSITION_KINDS.entries())
    await dispose(others[index * 5] ?? '', {
      disposition,
      explanation: disposition === 'MERGED' ? null : 'Vì sao',
      mergedInto: disposition === 'MERGED' ? head : null,
      forwardedTo: disposition === 'FORWARDED' ? otherDepartmentId : null,
    })
  await desk.does('drafter', routes.groupComments, {
    params: { commentId: others[0] ?? '' },
    body: { commentIds: [others[1] ?? '', others[2] ?? ''] },
  })
  expect((await overview()).totals.disposed).toBeGreaterThan(5)
})

describe('counted', () => {
  test('as the rule of the domain counts them, place by place, and the places add up', async () => {
    const { totals, places, obstacles } = await overview()
    const ledger = ledgerOf(await everything())
    const { total, disposed, open, byDisposition } = progressOf(ledger)
    expect(totals).toMatchObject({ comments: total, disposed })
    for (const kind of DISPOSITION_KINDS)
      expect(totals.byDisposition[kind] ?? 0).toBe(byDisposition[kind])
    expect(obstacles).toContainEqual({
      code: 'revision.comments-open',
      params: { count: open.length },
    })
    const sum = (of: (place: (typeof places)[number]) => number) =>
      places.reduce((all, place) => all + of(place), 0)
    expect(sum((place) => place.total)).toBe(total)
    expect(sum((place) => place.open)).toBe(open.length)
    expect(sum((place) => place.undecided)).toBe(totals.undecided)
    for (const kind of COMMENT_KINDS)
      expect(sum((place) => place.byKind[kind] ?? 0)).toBe(totals.byKind[kind])
  })

  test('in the order of the plan: what no text prints comes late, what speaks of the whole last', async () => {
    const { places } = await overview()
    expect(places.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'CLAUSE II.1',
      expect.stringMatching(/^TARGET /),
      'CLAUSE I.9',
      'GENERAL null',
    ])
    const pages = await walked({ size: 200 })
    const order = [...new Set(pages.map(({ placeKind, placeCode }) => `${placeKind} ${placeCode}`))]
    expect(order).toEqual(places.map(({ kind, code }) => `${kind} ${code}`))
  })

  test('in a few bytes, however many they are, and in as many statements', async () => {
    const many = await openRevisionDesk({ comments: 5_000 })
    const few = await openRevisionDesk({ comments: 10 })
    const cost = (of: RevisionDesk, query: Partial<OpinionsQuery>) =>
      of.statementsOf('drafter', (entered) =>
        opinionsOf(entered, of.planId, opinionsQuery.parse(query)),
      )
    for (const query of [{}, { at: 'open' as const }, { status: 'open' as const, q: 'lop' }])
      expect(await cost(many, query)).toBe(await cost(few, query))
    const counted = async (of: RevisionDesk) => {
      const { places, totals } = await of.reads('drafter', (entered) =>
        consolidationOf(entered, of.planId),
      )
      return JSON.stringify({ places, totals }).length
    }
    expect(await counted(many)).toBeLessThan((await counted(few)) + 40)
    // the workbook has each of them, over all its pages
    const { comments } = await many.consolidation()
    expect(new Set(comments.map(({ id }) => id)).size).toBe(5_000)
    await Promise.all([many.close(), few.close()])
  }, 120_000)
})

describe('page by page', () => {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

  test('the pages of any filter are what it finds, each once, from either end', async () => {
    const all = await everything()
    const ledger = ledgerOf(all)
    const { places } = await overview()
    const fits = ({ place, status, kind, q }: OpinionFilter) =>
      all.filter(
        (each) =>
          (place === undefined ||
            place === writePlaceKey({ ...each, kind: each.placeKind, code: each.placeCode })) &&
          (status === undefined ||
            (status === 'open'
              ? !isDisposed(each.id, ledger)
              : each.disposition?.disposition === status)) &&
          (kind === undefined || each.kind === kind) &&
          (q === '' || matchesAllWords(`${each.text} ${each.number} ${each.unitName}`, q)),
      )
    const anyFilter = fc.record({
      place: fc.option(fc.constantFrom(...places.map(writePlaceKey)), { nil: undefined }),
      status: fc.option(fc.constantFrom(...OPINION_STATUSES), { nil: undefined }),
      kind: fc.option(fc.constantFrom(...COMMENT_KINDS), { nil: undefined }),
      q: fc.constantFrom(
        '',
        '',
        'hoc',
        'ĐẢO xa',
        'xa',
        'kinh phi 2027',
        '0001 gy kinh',
        'không có',
      ),
    })
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 60 }), async (filter, size) => {
        const forwards = await walked({ ...filter, size })
        expect(ids(forwards).toSorted()).toEqual(ids(fits(filter)).toSorted())
        const { total, undecided } = await read({ ...filter, size })
        expect(total).toBe(forwards.length)
        expect(undecided).toBe(forwards.filter(({ disposition }) => !disposition).length)
        let page = await read({ ...filter, size, from: 'end' })
        const backwards = ids(page.opinions)
        while (page.previous) {
          page = await read({ ...filter, size, before: page.previous })
          backwards.unshift(...ids(page.opinions))
        }
        expect(backwards).toEqual(ids(forwards))
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('the page on which an opinion stands is the same for each of its rows', async () => {
    const rows = ids(await walked({ size: 20 }))
    for (const [index, id] of rows.entries()) {
      const start = index - (index % 20)
      if (index % 7 > 0) continue
      const page = await read({ at: id, size: 20 })
      expect(ids(page.opinions)).toEqual(rows.slice(start, start + 20))
      expect(page.previous === null).toBe(start === 0)
    }
    const open = await read({ at: 'open', size: 20, place: '1 CLAUSE II.1' })
    expect(open.opinions.some((opinion) => !opinion.isDisposed)).toBe(true)
    expect((await read({ at: desk.requestId, size: 20 })).opinions).toHaveLength(20)
  })

  /** What is said at one position, once more at another one, and of another clause. */
  const say = (position: number, as: number, of: string | null = null) =>
    desk.asOwner(
      `insert into comment (answer_id, version, federation_id, unit_id, round_id, plan_id, position,
         place_kind, place_code, kind, text)
       select answer_id, version, federation_id, unit_id, round_id, plan_id, $1,
         case when $3::text is null then place_kind else 'CLAUSE' end, coalesce($3, place_code), kind, text
       from comment where position = $2`,
      [position, as, of],
    )

  test('what comes in between is met once or not at all, and nothing that stood is lost', async () => {
    const stood = ids(await walked({ size: 200 }))
    let come = 0
    const rows = ids(
      await walked({ size: 15 }, async () => {
        come += 1
        await say(1_000 + come, 1 + come)
        // a clause before all others, of which something is said, moves every place behind it
        await desk.asOwner(
          `insert into clause (plan_id, federation_id, code, section, position, heading, text)
           select plan_id, federation_id, 'I.' || (20 + $1::int), section, -$1::int, heading, text from clause
           where code = 'II.1'`,
          [come],
        )
        await say(2_000 + come, 1, `I.${20 + come}`)
      }),
    )
    expect(new Set(rows).size).toBe(rows.length)
    expect(stood.filter((id) => !rows.includes(id))).toEqual([])
    await desk.asOwner('delete from comment where position > 1000')
  })

  test('a cursor that somebody made up is refused', async () => {
    for (const cursor of ['x', '', btoa('[1,2,3,4]'), btoa('["9 NOWHERE","a",1,"b"]')])
      expect(await refusalOf(read({ after: cursor }))).toMatchObject({
        code: 'federation.page-unreadable',
      })
  })
})

describe('all that match', () => {
  const ask = (filter: Partial<OpinionFilter>, count: number, except: string[] = []) =>
    desk.does('drafter', routes.disposeMany, {
      params: { planId: desk.planId },
      body: {
        disposition: 'NOTED',
        explanation: 'Ghi nhận.',
        matching: { filter, count, except },
      },
    })

  test('are decided over all their pages but for those that were taken out, if no more than were seen', async () => {
    const q = 'kinh phi'
    const { undecided } = await read({ q, size: 5 })
    const [left] = (await walked({ q })).filter(({ disposition }) => disposition === null)
    const except = [left?.id ?? '']
    expect(await refusalOf(ask({ q }, undecided - 2, except))).toMatchObject({
      code: 'revision.more-match-now',
      params: { count: undecided - 1 },
    })
    const { jobId, count } = await ask({ q }, undecided - 1, except)
    expect(count).toBe(undecided - 1)
    const of = { federationId: desk.federation.federationId, process: 'job' }
    while ((await asSystem(desk.db, of, (tx) => doJobPage(tx, jobId))).left > 0);
    const after = (await walked({ q })).filter(({ disposition }) => disposition === null)
    expect(after.map(({ id }) => id)).toEqual(except)
    expect(await refusalOf(ask({ q, status: 'NOTED' }, 5))).toMatchObject({
      code: 'revision.none-match',
    })
  })
})
