import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classViewOf } from '../../db/classes/class-view.ts'
import { learningOf } from '../../db/classes/learning.ts'
import { endClass } from '../../db/classes/moments.ts'
import { remarksOn } from '../../db/classes/ratings.ts'
import { closeBooks } from '../../db/cycle/closing.ts'
import { inboxOf } from '../../db/cycle/inbox.ts'
import { countedOf } from '../../db/reward/counted-targets.ts'
import type { MadeClass } from '../setup/arranged/classes.ts'
import { openRatingDesk, type RatingDesk, trainees } from '../setup/rating-desk.ts'
import { lecturer } from '../setup/teaching-desk.ts'

let desk: RatingDesk
beforeAll(async () => {
  desk = await openRatingDesk()
})
afterAll(() => desk?.close())

const code = (wanted: string) => expect.objectContaining({ code: wanted })
const faults = (...wanted: string[]) => ({ faults: wanted.map((each) => code(each)) })
const [first, second, third, fourth] = trainees
/** Everybody who might look: offices, the lecturer, units, other trainees. */
const others = ['organiser', 'leader', 'admin', 'head', 'secretary', lecturer, 'unit1.head', second]

const page = (who: string, { classId }: MadeClass) =>
  desk.reads(who, (entered) => classViewOf(entered, classId))
const learnt = async (who: string, { classId }: MadeClass, whose = who) => {
  const { classes } = await desk.reads(who, (entered) =>
    learningOf(entered, desk.officialOf(whose)),
  )
  return classes.find((each) => each.classId === classId)
}
const asked = async (who: string) =>
  (await desk.reads(who, inboxOf)).tasks.filter(({ kind }) => kind === 'classes.rate').length
const rowsSeenBy = (who: string) =>
  desk.reads(who, async ({ tx }) => {
    const opinions = await tx.selectFrom('classRating').select('officialId').execute()
    const commands = await tx
      .selectFrom('command')
      .select('accountId')
      .where('deed', '=', 'class.rated')
      .execute()
    return { opinions: opinions.length, commands: commands.length }
  })

describe('a trainee says what a class was worth', () => {
  test('and may change it: the last opinion stands', async () => {
    const made = await desk.heldYesterday()
    expect(await learnt(first, made)).toMatchObject({ rating: null })
    await desk.rate(first, made, { satisfaction: 'DISSATISFIED', remark: 'Phòng nóng.' })
    await desk.rate(first, made, { satisfaction: 'VERY_SATISFIED' })
    expect(await learnt(first, made)).toMatchObject({
      rating: { satisfaction: 'VERY_SATISFIED', usefulness: 'MOSTLY', remark: null },
      allowedActions: [
        { deed: 'seat.resigned', allowed: false },
        { deed: 'class.rated', allowed: true },
      ],
    })
  })

  test('not before its last session is over, nor of a class without having been there', async () => {
    const running = await desk.heldYesterday({ state: 'RUNNING' })
    await expect(desk.rate(first, running)).rejects.toEqual(code('grammar.wrong-state'))
    const absent = await desk.heldYesterday({ taps: [{ mark: 'ABSENT' }, {}, {}, {}] })
    await expect(desk.rate(first, absent)).rejects.toMatchObject(faults('classes.not-there'))
    expect((await learnt(first, absent))?.allowedActions).toHaveLength(1)
    // the mark that counts is the last one
    await desk.take(lecturer, absent, [{ mark: 'LATE', because: 'Có mặt từ giờ sau' }])
    await desk.rate(first, absent)
  })

  test('of their own seat only', async () => {
    const made = await desk.heldYesterday()
    const ofAnother = { ...made, nominationIds: made.nominationIds.toReversed() }
    await expect(desk.rate(first, ofAnother)).rejects.toEqual(code('grammar.not-found'))
  })

  test('and the register says that it was given, and not what', async () => {
    const made = await desk.heldYesterday()
    await desk.rate(first, made, { satisfaction: 'VERY_DISSATISFIED', remark: 'BI-MAT' })
    await desk.rate(first, made, { satisfaction: 'VERY_SATISFIED' })
    const rows = await desk.sql(
      `select facts, content_sha256 from register_entry where deed = 'class.rated' and object_id = $1`,
      [made.classId],
    )
    expect(rows).toHaveLength(2)
    // two opinions, one entry: not even a hash tells them apart
    expect(rows[0]).toEqual(rows[1])
    expect(rows[0]?.facts).toEqual({ classCode: expect.any(String), title: expect.any(String) })
  })
})

describe('nobody else learns what one trainee said', () => {
  test('neither from the row nor from the command that brought it', async () => {
    const made = await desk.heldYesterday()
    await desk.rate(fourth, made, { remark: 'BI-MAT' })
    const mine = await rowsSeenBy(fourth)
    expect(mine).toEqual({ opinions: 1, commands: 1 })
    for (const who of others.filter((each) => each !== second))
      expect(await rowsSeenBy(who), who).toEqual({ opinions: 0, commands: 0 })
    const inSystem = desk.inSystem((tx) => tx.selectFrom('classRating').selectAll().execute())
    await expect(inSystem).rejects.toThrow(/permission denied/)
    expect(await learnt('organiser', made, fourth)).toMatchObject({ rating: null })
  })

  test('two opinions give no figure and no remark, three give both', async () => {
    const made = await desk.heldYesterday()
    await desk.rate(first, made, { satisfaction: 'VERY_SATISFIED', remark: 'Thêm giờ hỏi đáp.' })
    await desk.rate(second, made, { satisfaction: 'SATISFIED' })
    const nothing = { figures: null, remarks: 0 }
    for (const who of ['organiser', 'leader', lecturer])
      expect((await page(who, made)).ratings, who).toEqual(nothing)
    expect((await desk.attendance('organiser', made)).ratings).toEqual(nothing)
    const remarks = () => desk.reads('organiser', (entered) => remarksOn(entered, made.classId))
    expect(await remarks()).toEqual({ remarks: [] })
    await desk.rate(third, made, { satisfaction: 'DISSATISFIED', remark: 'Phòng nóng.' })
    const figures = { ratings: 3, satisfaction: 3.7, usefulness: 4, satisfiedPercent: 67 }
    for (const who of ['organiser', 'leader', lecturer])
      expect((await page(who, made)).ratings, who).toEqual({ figures, remarks: 2 })
    expect((await desk.marks(lecturer, made)).ratings?.figures).toEqual(figures)
    expect((await remarks()).remarks.toSorted()).toEqual(['Phòng nóng.', 'Thêm giờ hỏi đáp.'])
  })

  test('a sending unit and the trainees themselves are told no figure at all', async () => {
    const made = await desk.heldYesterday()
    for (const who of trainees) await desk.rate(who, made, { remark: 'BI-MAT' })
    for (const who of ['unit1.head', first]) {
      expect((await page(who, made)).ratings, who).toBeNull()
      const summed = desk.reads(who, ({ tx }) =>
        sql`select * from ratings_of_classes(array[${made.classId}::uuid])`.execute(tx),
      )
      expect((await summed).rows, who).toEqual([])
      const remarked = desk.reads(who, ({ tx }) =>
        sql`select * from remarks_on_class(${made.classId}::uuid)`.execute(tx),
      )
      expect((await remarked).rows, who).toEqual([])
      const read = desk.reads(who, (entered) => remarksOn(entered, made.classId))
      await expect(read, who).rejects.toEqual(code('grammar.not-found'))
    }
    expect((await desk.attendance('unit1.head', made)).ratings).toBeNull()
  })

  test('the lecturer has the figures, and not the remarks', async () => {
    const made = await desk.heldYesterday()
    for (const who of trainees) await desk.rate(who, made, { remark: 'BI-MAT' })
    const read = desk.reads(lecturer, (entered) => remarksOn(entered, made.classId))
    await expect(read).rejects.toEqual(code('grammar.not-found'))
  })
})

describe('whoever was there is asked', () => {
  test('when the class is over, by name, until they have answered', async () => {
    const before = await asked(first)
    const made = await desk.heldYesterday({ state: 'RUNNING', taps: [{}, { mark: 'ABSENT' }] })
    const absentBefore = await asked(second)
    await desk.inSystem((tx) => endClass(tx, made.classId))
    expect([await asked(first), await asked(second)]).toEqual([before + 1, absentBefore])
    // a hall without a line sends its marks later
    await desk.take('organiser', made, [{}, {}, {}], { session: 0 })
    expect([await asked(first), await asked(third)]).toEqual([before + 1, expect.any(Number)])
    await desk.rate(first, made)
    expect(await asked(first)).toBe(before)
    await desk.take('organiser', made, [{}, {}, {}, {}])
    expect(await asked(first)).toBe(before)
  })

  test('and nobody who could not answer', async () => {
    const made = await desk.taught({ people: 2, sessions: desk.yesterday })
    await desk.take(lecturer, made, [{}, {}])
    await desk.inSystem((tx) => endClass(tx, made.classId))
    const tasks = await desk.sql(`select from task where object_id = any ($1)`, [
      made.nominationIds,
    ])
    expect(tasks).toEqual([])
  })
})

test('a class costs the same statements with one opinion and with four', async () => {
  const [few, many] = [await desk.heldYesterday(), await desk.heldYesterday()]
  await desk.rate(first, few)
  for (const who of trainees) await desk.rate(who, many)
  const cost = ({ classId }: MadeClass) =>
    desk.statementsOf('organiser', (entered) => classViewOf(entered, classId))
  expect(await cost(few)).toBe(await cost(many))
  const own = (who: string) =>
    desk.statementsOf(who, (entered) => learningOf(entered, desk.officialOf(who)))
  expect(await own(first)).toBe(4)
})

test('the year counts only classes with enough opinions, so that none shows as a difference', async () => {
  const enough = await desk.heldYesterday({ state: 'SETTLED' })
  const few = await desk.heldYesterday({ state: 'SETTLED' })
  for (const who of trainees) await desk.rate(who, enough, { satisfaction: 'SATISFIED' })
  for (const who of [first, second])
    await desk.rate(who, few, { satisfaction: 'VERY_DISSATISFIED' })
  const counted = (who: string) =>
    desk.reads(who, ({ tx }) => countedOf(tx, { id: desk.cycleId, planYear: desk.planYear }))
  const of = async (who: string, { classId }: MadeClass) =>
    (await counted(who)).classes.find((each) => each.classId === classId)?.rated
  expect(await of('head', enough)).toMatchObject({ ratings: 4, satisfaction: 16, satisfied: 4 })
  expect(await of('head', few)).toBeNull()
})

test('a closed year takes no more opinions and asks nobody', async () => {
  const made = await desk.heldYesterday()
  await desk.take('organiser', made, [{}, {}, {}, {}])
  await desk.rate(first, made)
  await desk.inSystem((tx) => closeBooks(tx, desk.cycleId))
  for (const who of trainees) expect(await asked(who), who).toBe(0)
  await expect(desk.rate(second, made)).rejects.toMatchObject(faults('classes.rating-over'))
  const mine = await learnt(first, made)
  expect(mine).toMatchObject({ rating: { satisfaction: 'SATISFIED' } })
  expect(mine?.allowedActions.some(({ deed }) => deed === 'class.rated')).toBe(false)
  await desk.sql('update cycle set closed_at = null where id = $1', [desk.cycleId])
})
