import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { comparisonOf } from '../../db/revision/comparison.ts'
import { consolidationPaperOf } from '../../db/revision/consolidation-paper.ts'
import { consolidationOf } from '../../db/revision/consolidation.ts'
import { opinionsOf } from '../../db/revision/opinions.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk()
})
afterEach(() => desk.close())

const dispose = (at: number, body: object, revision = 0, who = 'drafter') =>
  desk.does(
    who,
    routes.disposeComment,
    {
      params: { commentId: desk.comments[at] ?? '' },
      body: body as { disposition: 'NOTED' },
    },
    { revision },
  )
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const openTasks = (kind: string) =>
  desk.asOwner('select role, department_id from task where done_at is null and kind = $1', [kind])

describe('what becomes of a comment', () => {
  test('who does not take it over says why', async () => {
    for (const disposition of ['PARTLY', 'NOT_ACCEPTED', 'NOTED', 'OUT_OF_SCOPE'])
      expect(await refusalOf(dispose(0, { disposition }))).toMatchObject({
        code: 'revision.disposition-not-in-order',
        faults: [{ code: 'revision.explanation-missing', at: '/explanation' }],
      })
    await dispose(0, { disposition: 'ACCEPTED', changedPlaces: ['II.1'] })
    await dispose(1, { disposition: 'NOT_ACCEPTED', explanation: 'Phải thực hành.' })
    const { totals, rounds } = await desk.consolidation()
    expect(rounds).toMatchObject([
      { number: 1, version: 1, invited: 1, answered: 1, byStance: { AGREE_IN_PRINCIPLE: 1 } },
    ])
    expect(totals).toMatchObject({
      comments: 3,
      disposed: 2,
      byDisposition: { ACCEPTED: 1, NOT_ACCEPTED: 1 },
    })
  })

  test('a forwarded comment is open until the receiving department has answered', async () => {
    const { departmentId, otherDepartmentId } = desk.federation
    const forward = (to: string) => ({ disposition: 'FORWARDED', forwardedTo: to })
    expect(await refusalOf(dispose(0, { disposition: 'FORWARDED' }))).toMatchObject({
      faults: [{ code: 'revision.department-missing' }],
    })
    await dispose(0, forward(otherDepartmentId))
    expect(await openTasks('revision.answerForwarded')).toEqual([
      { role: 'departmentHead', department_id: otherDepartmentId },
    ])
    const answer = { params: { commentId: desk.comments[0] ?? '' }, body: { answer: 'Đã bố trí.' } }
    expect(await refusalOf(desk.does('head', routes.answerForwarded, answer))).toMatchObject({
      code: 'revision.not-your-department',
    })
    await dispose(0, forward(departmentId), 1)
    expect((await desk.consolidation()).totals.disposed).toBe(0)
    await desk.does('head', routes.answerForwarded, answer)
    expect((await desk.consolidation()).totals.disposed).toBe(1)
    expect(await openTasks('revision.answerForwarded')).toEqual([])
  })

  test('a merged comment is answered when its head is, and never stands in a chain', async () => {
    const [first = '', second = '', third = ''] = desk.comments
    await desk.does('drafter', routes.groupComments, {
      params: { commentId: first },
      body: { commentIds: [second, third] },
    })
    expect((await desk.consolidation()).totals.disposed).toBe(0)
    await dispose(0, { disposition: 'NOT_ACCEPTED', explanation: 'Giữ nguyên.' })
    expect((await desk.consolidation()).totals.disposed).toBe(3)
    const chain = await refusalOf(dispose(0, { disposition: 'MERGED', mergedInto: second }, 1))
    expect(chain).toMatchObject({ faults: [{ code: 'revision.head-is-merged' }] })
    const itself = await refusalOf(dispose(0, { disposition: 'MERGED', mergedInto: first }, 1))
    expect(itself).toMatchObject({ faults: [{ code: 'revision.merged-into-itself' }] })
  })

  test('of two who decide at once the second is told what the first wrote', async () => {
    await dispose(0, { disposition: 'ACCEPTED' })
    expect(
      await refusalOf(dispose(0, { disposition: 'NOTED', explanation: 'Ghi nhận.' })),
    ).toMatchObject({ kind: 'stale', details: { theirs: { disposition: 'ACCEPTED' } } })
    await desk.does(
      'drafter',
      routes.reopenComment,
      { params: { commentId: desk.comments[0] ?? '' } },
      { revision: 1 },
    )
    expect((await desk.consolidation()).totals.disposed).toBe(0)
  })

  test('likeness is suggested, on the same place only', async () => {
    const { opinions } = await desk.reads('drafter', (entered) =>
      opinionsOf(entered, desk.planId, { q: '', size: 10 }),
    )
    const head = { id: desk.comments[0], number: 'GY-2027-0001' }
    expect(opinions.map(({ resembles }) => resembles)).toEqual([null, head, head])
  })

  test('a unit cannot dispose of its own comment', async () => {
    expect(await refusalOf(dispose(0, { disposition: 'ACCEPTED' }, 0, 'unit1.head'))).toMatchObject(
      { kind: 'not-allowed' },
    )
  })
})

describe('on to the checks', () => {
  test('not while anything is open, and the refusal lists what', async () => {
    await desk.does('head', routes.assignTask, {
      params: { planId: desk.planId },
      body: { departmentId: desk.federation.departmentId, text: 'Viết lại', dueOn: '2027-01-08' },
    })
    expect(await refusalOf(desk.submit())).toMatchObject({
      code: 'revision.not-finished',
      faults: [
        { code: 'revision.comments-open', params: { count: 3 } },
        { code: 'revision.requests-open', params: { count: 1 } },
        { code: 'revision.tasks-open', params: { count: 1 } },
      ],
    })
    const [task] = (await desk.consolidation()).tasks
    await desk.does('head', routes.withdrawTask, {
      params: { taskId: task?.id ?? '' },
      body: { remark: 'Đã có trong mục khác' },
    })
    await desk.finish()
    expect(await openTasks('revision.submit')).toHaveLength(1)
    expect((await desk.consolidation()).obstacles).toEqual([])
  })

  test('the next version is frozen, the checkers are called, and nobody decides any more', async () => {
    await desk.finish()
    expect(await refusalOf(desk.submit('drafter'))).toMatchObject({ kind: 'not-allowed' })
    await desk.submit()
    const [plan] = await desk.asOwner('select state, published_version, approval_number from plan')
    expect(plan).toEqual({ state: 'CHECKING', published_version: 2, approval_number: 1 })
    expect(await openTasks('approval.checkContent')).toHaveLength(1)
    expect(await openTasks('approval.checkForm')).toHaveLength(1)
    expect(await openTasks('revision.consolidate')).toEqual([])
    expect(await desk.asOwner('select phase from cycle')).toEqual([{ phase: 'approval' }])
    expect(
      await desk.asOwner("select name from process_request where name = 'approval'"),
    ).toHaveLength(1)
    expect(
      await refusalOf(dispose(0, { disposition: 'NOTED', explanation: 'Muộn' }, 1)),
    ).toMatchObject({ kind: 'wrong-state' })
  })
})

describe('between two versions', () => {
  const compare = () => desk.reads('drafter', ({ tx }) => comparisonOf(tx, desk.planId, {}))

  test('each changed place stands beside the comments for which it changed', async () => {
    expect((await compare()).places).toEqual([])
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
    await dispose(0, { disposition: 'ACCEPTED', changedPlaces: ['II.1'] })
    await dispose(1, { disposition: 'NOT_ACCEPTED', explanation: 'Không.' })
    const { from, to, places } = await compare()
    expect([from, to]).toEqual([1, null])
    expect(places).toMatchObject([
      { kind: 'CLAUSE', code: 'II.1', before: 'Mở 2 lớp.', after: 'Mở 2 lớp, chia hai đợt.' },
    ])
    expect(places[0]?.comments.map(({ id }) => id)).toEqual([desk.comments[0]])
  })
})

test('a plan that was never published has a table with nothing in it yet', async () => {
  await desk.openYear(2028)
  const planId = await writeSmallPlan(desk, 2028)
  const view = await desk.reads('drafter', (entered) => consolidationOf(entered, planId))
  expect(view).toMatchObject({ rounds: [], places: [], totals: { comments: 0 } })
})

test('the printed table numbers the comments, merged ones behind their head, and ends in totals', async () => {
  const [first = '', , third = ''] = desk.comments
  await desk.does('drafter', routes.groupComments, {
    params: { commentId: first },
    body: { commentIds: [third] },
  })
  await dispose(0, { disposition: 'NOT_ACCEPTED', explanation: 'Phải thực hành.' })
  const paper = await desk.reads('drafter', (entered) => consolidationPaperOf(entered, desk.planId))
  expect(paper).toMatchObject({
    docType: 'BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    places: [
      {
        consulted: 'Mở 2 lớp.',
        revised: null,
        rows: [
          { ordinal: 1, disposition: 'Không tiếp thu', explained: ['Phải thực hành.'] },
          { ordinal: 2, explained: ['Trả lời cùng ý kiến số 1.'] },
          { ordinal: 3, disposition: 'Chưa có hướng', explained: [] },
        ],
      },
    ],
  })
  expect(paper.places[0]?.name).toMatch(/^Mục II\.1\. /)
  expect(paper.places[0]?.rows[1]?.said).toEqual(['Chia lớp thành hai đợt, học theo cụm, số 3'])
  const counts = paper.totals.map(({ rows }) => rows.filter(({ count }) => count > 0))
  expect(counts).toEqual([
    [
      { name: 'Được lấy ý kiến', count: 1 },
      { name: 'Đã trả lời', count: 1 },
    ],
    [{ name: 'Cơ bản nhất trí, kèm ý kiến', count: 1 }],
    [
      { name: 'Không tiếp thu', count: 1 },
      { name: 'Gộp vào ý kiến khác', count: 1 },
      { name: 'Chưa có hướng', count: 1 },
    ],
  ])
})

test('the table costs the same number of statements at 3 comments and at 300', async () => {
  const many = await openRevisionDesk({ comments: 300 })
  const cost = (each: RevisionDesk) =>
    each.statementsOf('drafter', (entered) => consolidationOf(entered, each.planId))
  expect(await cost(many)).toBe(await cost(desk))
  await many.close()
})
