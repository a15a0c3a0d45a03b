import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outcomesOf } from '../../db/feedback/outcomes.ts'
import { type LineWish, NO_FACTS } from '../../domain/feedback/line-wish.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { GivenOf } from '../../domain/grammar/route.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk()
})
afterEach(() => desk.close())

/** The first comment of the unit becomes one about a class, as its own deed would have kept it. */
async function wishOn(placeCode: string | null, wish: Partial<LineWish>): Promise<string> {
  const [commentId = ''] = desk.comments
  const line = JSON.stringify({ ...NO_FACTS, wish: 'CHANGE', ...wish })
  await desk.asOwner(
    `update comment set place_kind = 'LINE', place_code = $2, line_wish = $3 where id = $1`,
    [commentId, placeCode, line],
  )
  return commentId
}

const lines = () =>
  desk.asOwner('select code, topic, seats, month, lead_unit from class_line order by position')

type Body = GivenOf<typeof routes.disposeComment>['body']
const dispose = (commentId: string, body: Body, revision = 0) =>
  desk.does('drafter', routes.disposeComment, { params: { commentId }, body }, { revision })
const reopen = (commentId: string, revision: number) =>
  desk.does('drafter', routes.reopenComment, { params: { commentId } }, { revision })

const before = [
  { code: 'L01', topic: 'Cán bộ mới, đợt 1', seats: 98, month: 5 },
  { code: 'L02', topic: 'Cán bộ mới, đợt 2', seats: 98, month: 5 },
]

describe('a wish about a class, written into the draft in one act', () => {
  test('other figures: the line has them, the place is named, and one act takes them back', async () => {
    const id = await wishOn('L01', { seats: 60, month: 7 })
    const apply = { ...NO_FACTS, seats: 60, month: 7 }
    const view = await dispose(id, { disposition: 'ACCEPTED', apply })
    expect(view).toMatchObject({ changedPlaces: ['L01'], applied: apply })
    expect(await lines()).toMatchObject([{ code: 'L01', seats: 60, month: 7 }, before[1] ?? {}])
    expect((await desk.consolidation()).annex).toMatchObject({ classes: 2, trainees: 158 })

    await reopen(id, 1)
    expect(await lines()).toMatchObject(before)
  })

  test('in part: what the department gives, and the reason', async () => {
    const id = await wishOn('L01', { seats: 60 })
    const apply = { ...NO_FACTS, seats: 80 }
    await expect(dispose(id, { disposition: 'ACCEPTED', apply })).rejects.toMatchObject({
      faults: [{ code: 'revision.accepted-otherwise', at: '/apply' }],
    })
    await dispose(id, { disposition: 'PARTLY', explanation: 'Đã có đơn vị khác.', apply })
    expect(await lines()).toMatchObject([{ seats: 80 }, { seats: 98 }])
  })

  test('another decision takes the first one back out of the draft', async () => {
    const id = await wishOn('L01', { seats: 60 })
    await dispose(id, { disposition: 'ACCEPTED', apply: { ...NO_FACTS, seats: 60 } })
    await dispose(id, { disposition: 'NOT_ACCEPTED', explanation: 'Giữ nguyên.' }, 1)
    expect(await lines()).toMatchObject(before)
  })

  test('the same decision once more leaves the line alone', async () => {
    const id = await wishOn('L01', { seats: 60 })
    const apply = { ...NO_FACTS, seats: 60 }
    await dispose(id, { disposition: 'ACCEPTED', apply })
    await desk.asOwner(`update class_line set month = 9 where code = 'L01'`)
    await dispose(id, { disposition: 'ACCEPTED', explanation: 'Đúng thực tế.', apply }, 1)
    expect(await lines()).toMatchObject([{ seats: 60, month: 9 }, {}])
  })

  test('a class that is left out comes back whole', async () => {
    const kept = await lines()
    const id = await wishOn('L01', { wish: 'DROP' })
    await dispose(id, { disposition: 'ACCEPTED', apply: NO_FACTS })
    expect(await lines()).toMatchObject([{ code: 'L02' }])
    await reopen(id, 1)
    expect(await lines()).toEqual(kept)
  })

  test('a new class gets the next code, and goes again', async () => {
    const facts = { topic: 'Thương lượng tập thể', audience: 'Chủ tịch', seats: 60, month: 8 }
    const id = await wishOn(null, { ...facts, wish: 'NEW' })
    const view = await dispose(id, { disposition: 'ACCEPTED', apply: facts })
    expect(view.changedPlaces).toEqual(['L03'])
    expect((await lines()).at(-1)).toMatchObject({ code: 'L03', topic: facts.topic, lead_unit: '' })
    // what the unit could not know is asked for before the plan goes on
    const { obstacles } = await desk.consolidation()
    expect(obstacles.map(({ code }) => code)).toContain('draft.line-incomplete')
    await reopen(id, 1)
    expect(await lines()).toHaveLength(2)
  })

  test('what another unit changed of the same class stays when this wish is taken back', async () => {
    const id = await wishOn('L01', { seats: 60 })
    await dispose(id, { disposition: 'ACCEPTED', apply: { ...NO_FACTS, seats: 60 } })
    await desk.asOwner(`update class_line set month = 9 where code = 'L01'`)
    await reopen(id, 1)
    expect(await lines()).toMatchObject([{ seats: 98, month: 9 }, before[1] ?? {}])
  })

  test('a line that somebody has gone on writing is not taken back', async () => {
    const id = await wishOn('L01', { seats: 60 })
    await dispose(id, { disposition: 'ACCEPTED', apply: { ...NO_FACTS, seats: 60 } })
    await desk.asOwner(`update class_line set seats = 70 where code = 'L01'`)
    const changed = { code: 'revision.line-changed-since', params: { code: 'L01' } }
    await expect(reopen(id, 1)).rejects.toMatchObject(changed)
    expect(await lines()).toMatchObject([{ seats: 70 }, {}])
  })

  test('merged into another, it leaves the draft as well', async () => {
    const id = await wishOn('L01', { seats: 60 })
    await dispose(id, { disposition: 'ACCEPTED', apply: { ...NO_FACTS, seats: 60 } })
    await desk.does('drafter', routes.groupComments, {
      params: { commentId: desk.comments[1] ?? '' },
      body: { commentIds: [id] },
    })
    expect(await lines()).toMatchObject(before)
  })

  test('the unit reads what became of its figures', async () => {
    const id = await wishOn('L01', { seats: 60 })
    await dispose(id, { disposition: 'ACCEPTED', apply: { ...NO_FACTS, seats: 60 } })
    const [answer] = await desk.asOwner('select id from answer')
    const outcomes = await desk.reads('unit1.head', ({ tx }) => outcomesOf(tx, String(answer?.id)))
    expect(outcomes.comments.find(({ commentId }) => commentId === id)).toMatchObject({
      line: { seats: 60 },
      lineInDraft: { seats: 98, month: 5 },
    })
  })
})
