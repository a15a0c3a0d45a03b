import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Entered } from '../../db/context.ts'
import { papersOfCycle } from '../../db/cycle/papers-of-cycle.ts'
import { search } from '../../db/cycle/search.ts'
import { previewConsultation } from '../../db/draft/consultation.ts'
import { readVersion } from '../../db/draft/published-version.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { openingPreviewOf } from '../../db/feedback/move-opening.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { preparationOf } from '../../db/feedback/preparation.ts'
import { rehearsalOf } from '../../db/feedback/rehearsal.ts'
import { openProcesses } from '../../db/open-processes.ts'
import { printedPlan } from '../../db/papers/print-plan.ts'
import { boardRoutes } from '../../domain/feedback/board.contract.ts'
import { openingRoutes } from '../../domain/feedback/opening.contract.ts'
import { preparationRoutes, USUAL_PREPARATION } from '../../domain/feedback/preparation.contract.ts'
import { addDays, dayOfInstant, instantAt, writeDay } from '../../domain/grammar/day.ts'
import { openPlannedDesk, type PlannedDesk } from '../setup/planned-round.ts'

const reason = 'Chờ ý kiến Thường trực'
let desk: PlannedDesk
beforeEach(async () => {
  desk = await openPlannedDesk()
})
afterEach(() => desk.close())

const given = `select (select count(*)::int from answer) as answers,
  (select count(*)::int from letter l join official o on o.id = l.official_id
    join unit u on u.id = o.unit_id where u.parent_id is not null) as letters,
  (select count(*)::int from task t where t.kind like 'feedback.%') as tasks`
const nothing = { answers: 0, letters: 0, tasks: 0 }
const asUnit = <T>(read: (entered: Entered) => Promise<T>) => desk.reads('unit1.head', read)
const board = (who = 'leader') =>
  desk.reads(who, (entered) =>
    boardOf(entered, { planYear: desk.planYear, page: 1, size: 50, status: 'all' }),
  )
const move = (roundId: string, body: object, who = 'leader') =>
  desk.does(who, openingRoutes.moveOpening, {
    params: { roundId },
    body: { reason, opensOn: 'now', graceDays: 2, ...body },
  })

describe('a round that is agreed to for a later day', () => {
  test('is frozen and registered at once, and opens at eight of that day', async () => {
    const opensOn = desk.workingDay(3)
    const opensAt = instantAt(opensOn, '08:00')
    const { roundId, ...agreed } = await desk.agree({ opensOn })
    // ten working days, the day of the opening being the first
    expect(agreed).toMatchObject({ opensAt, dueAt: instantAt(desk.workingDay(12), '17:00') })
    expect(await desk.row('select state, published_version from plan')).toEqual({
      state: 'CONSULTING',
      published_version: 1,
    })
    expect(
      await desk.row(`select facts from register_entry where deed = 'draft.published'`),
    ).toMatchObject({ facts: { opening: 'PLANNED', opensOn, opensAt, units: 4 } })
    expect(
      await desk.row(`select params from letter where text_key = 'draft.letters.planned'`),
    ).toMatchObject({ params: { opens: opensOn, due: desk.workingDay(12) } })
    expect(await desk.inSystem((tx) => nextOfRound(tx, roundId))).toEqual({
      moment: 'open',
      at: opensAt,
    })
    expect(await board()).toMatchObject({ state: 'PLANNED', willAsk: 4, opensAt, found: 0 })
  })

  test('is nothing to any unit before its moment, whoever asks and however often', async () => {
    const { roundId } = await desk.agree({ opensOn: desk.workingDay(3) })
    const { planYear, planId } = desk
    expect(await desk.open(roundId)).toEqual({ units: 0 })
    expect(await desk.row(given)).toEqual(nothing)
    const { id: cycleId } = await desk.row('select id from cycle')
    await expect(asUnit((entered) => myAnswer(entered, planYear))).rejects.toMatchObject({
      code: 'feedback.not-consulted',
    })
    await expect(
      asUnit(({ tx, caller }) => readVersion(tx, caller, { planId, version: 1 })),
    ).rejects.toMatchObject({ kind: 'not-found' })
    await expect(asUnit((entered) => printedPlan(entered, planId))).rejects.toMatchObject({
      kind: 'not-found',
    })
    expect(await asUnit((entered) => papersOfCycle(entered, String(cycleId)))).toEqual([])
    expect(await asUnit((entered) => search(entered, 'kế hoạch'))).toEqual([])
    for (const table of ['round', 'round_plan', 'round_form', 'conference'] as const)
      expect(
        await asUnit(({ tx }) =>
          tx
            .selectFrom(table as 'round')
            .selectAll()
            .execute(),
        ),
      ).toEqual([])
    const open = await desk.inSystem(openProcesses)
    expect(open.some(({ workflowType }) => workflowType === 'consultation')).toBe(false)
    await desk.asOwner('update process_request set done_at = now()')
    expect((await desk.inSystem(openProcesses)).map((each) => each.workflowType)).toContain(
      'consultation',
    )
  })

  test('gives every invited unit its form, tasks and letters once, when the moment has come', async () => {
    const { roundId } = await desk.agree({ opensOn: desk.workingDay(3) })
    await desk.asOwner(`update unit set valid_to = current_date - 1 where id = $1`, [
      desk.federation.units[3]?.id,
    ])
    await desk.comeToOpening()
    expect(await desk.open(roundId)).toEqual({ units: 3 })
    const once = await desk.row(given)
    expect(once).toMatchObject({ answers: 3 })
    expect(await desk.open(roundId)).toEqual({ units: 3 })
    expect(await desk.row(given)).toEqual(once)
    expect(
      await desk.row(
        `select count(*)::int as opened from register_entry where deed = 'round.opened'`,
      ),
    ).toEqual({ opened: 1 })
    expect(await asUnit((entered) => myAnswer(entered, desk.planYear))).toMatchObject({
      state: 'NOT_OPENED',
    })
    expect(await asUnit((entered) => search(entered, 'kế hoạch'))).toHaveLength(1)
    expect(
      await desk.row(
        `select bool_and(announced) as all from cycle_moment where phase = 'feedback'`,
      ),
    ).toEqual({ all: true })
  })

  test('on a working day within two months, and never due before the day after', async () => {
    const { today, workingDay } = desk
    const sunday = addDays(today, 14 - (new Date(`${today}T00:00:00Z`).getUTCDay() || 7))
    for (const [body, code] of [
      [{ opensOn: addDays(today, -1) }, 'draft.opening-gone-by'],
      [{ opensOn: sunday }, 'draft.opening-on-day-off'],
      [{ opensOn: workingDay(60) }, 'draft.opening-too-far'],
      [{ opensOn: workingDay(3), dueOn: workingDay(3) }, 'draft.due-too-soon'],
    ] as const)
      await expect(desk.agree(body)).rejects.toMatchObject({ faults: [{ code }] })
    expect(await desk.agree({ opensOn: today })).toMatchObject({ opensAt: null })
    expect(await desk.row('select state from round')).toEqual({ state: 'OPEN' })
  })

  test('as the department has prepared it, unless the leader says otherwise', async () => {
    const { planYear, workingDay } = desk
    const opensOn = workingDay(4)
    const form = { ...USUAL_PREPARATION, opensOn }
    await desk.does(
      'drafter',
      preparationRoutes.prepare,
      { params: { planYear }, body: { form } },
      { revision: 1 },
    )
    const opensAt = instantAt(opensOn, '08:00')
    const dueAt = instantAt(workingDay(13), '17:00')
    expect(
      await desk.reads('drafter', (entered) => preparationOf(entered, planYear)),
    ).toMatchObject({ opensAt, dueAt, workingDays: 10, obstacles: [] })
    const { answer } = await desk.reads('drafter', (entered) => rehearsalOf(entered, { planYear }))
    expect(answer.round).toMatchObject({ opensAt, dueAt, workingDaysLeft: 10 })
    const preview = (wished: object) =>
      desk.reads('leader', ({ tx, at }) => previewConsultation(tx, at, planYear, wished))
    expect(await preview({})).toMatchObject({ opensOn, opensAt, dueAt })
    expect(await preview({ opensOn: 'now' })).toMatchObject({ opensOn: null, opensAt: null })
    expect(await desk.agree({})).toMatchObject({ opensAt })
  })
})

describe('the leader moves the opening while it has not come', () => {
  test('to another day with a term of its own, or to now; nobody else may', async () => {
    const { roundId } = await desk.agree({ opensOn: desk.workingDay(3) })
    for (const who of ['head', 'drafter', 'member1'])
      await expect(move(roundId, {}, who)).rejects.toMatchObject({ code: 'grammar.not-your-role' })
    const [opensOn, dueOn] = [desk.workingDay(5), desk.workingDay(8)]
    expect(
      await desk.reads('head', (entered) => openingPreviewOf(entered, { roundId, opensOn, dueOn })),
    ).toMatchObject({ workingDays: 4, unitCount: 4, obstacles: [] })
    await expect(move(roundId, { opensOn, dueOn: opensOn })).rejects.toMatchObject({
      code: 'draft.due-too-soon',
    })
    const opensAt = instantAt(opensOn, '08:00')
    expect(await move(roundId, { opensOn, dueOn, graceDays: 1 })).toMatchObject({
      opensAt,
      dueAt: instantAt(dueOn, '17:00'),
      graceUntil: instantAt(desk.workingDay(9), '17:00'),
    })
    expect(
      await desk.row(`select facts from register_entry where deed = 'round.openingMoved'`),
    ).toMatchObject({ facts: { opensOn, dueOn, reason } })
    expect(
      await desk.row(
        `select day::text as day, announced from cycle_moment where moment = 'consultationDue'`,
      ),
    ).toEqual({ day: dueOn, announced: false })
    expect(
      await desk.row(
        `select count(*)::int as told from letter where text_key like '%openingMoved'`,
      ),
    ).toEqual({ told: 2 })
    expect(await desk.open(roundId)).toEqual({ units: 0 })

    // earlier than what it was moved to: no unit has heard of a day yet
    const now = await move(roundId, {})
    expect(dayOfInstant(now.opensAt)).toBe(desk.today)
    expect(await desk.open(roundId)).toEqual({ units: 4 })
    await expect(move(roundId, { opensOn })).rejects.toMatchObject({ code: 'feedback.round-open' })
  })

  test('everything else waits for the opening and says when that is', async () => {
    const opensOn = desk.workingDay(3)
    const { roundId } = await desk.agree({ opensOn })
    const refused = {
      code: 'feedback.round-not-open',
      params: { time: '08:00', day: writeDay(opensOn) },
    }
    const params = { roundId }
    await expect(
      desk.does('leader', boardRoutes.close, { params, body: { reason } }),
    ).rejects.toMatchObject(refused)
    const answerIds = [roundId]
    await expect(
      desk.does('head', boardRoutes.remind, { params, body: { answerIds, text: null } }),
    ).rejects.toMatchObject(refused)
    await expect(
      desk.does('head', boardRoutes.extend, {
        params,
        body: { answerId: roundId, dueOn: desk.workingDay(20), reason },
      }),
    ).rejects.toMatchObject(refused)
    const { allowedActions } = await board()
    expect(allowedActions.filter(({ allowed }) => allowed).map(({ deed }) => deed)).toEqual([
      'round.openingMoved',
    ])
  })
})
