import { afterEach, beforeEach, expect, test } from 'vitest'
import { previewOfHoliday } from '../../db/cycle/change-holiday.ts'
import { previewOfMoment } from '../../db/cycle/move-moment.ts'
import { conferencesOf } from '../../db/feedback/conferences.ts'
import { nextOfRound } from '../../db/feedback/next-moment.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { conferenceRoutes } from '../../domain/feedback/conference.contract.ts'
import { openingRoutes } from '../../domain/feedback/opening.contract.ts'
import { ownAnswersRoutes } from '../../domain/feedback/own-answers.contract.ts'
import { addDays, type Day, instantAt } from '../../domain/grammar/day.ts'
import { openPlannedDesk, type PlannedDesk } from '../setup/planned-round.ts'
import { aQuestion } from '../setup/questions.ts'

const reason = 'Chờ ý kiến Thường trực'
let desk: PlannedDesk
let roundId: string
let opensOn: Day
beforeEach(async () => {
  desk = await openPlannedDesk()
  opensOn = desk.workingDay(3)
  ;({ roundId } = await desk.agree({ opensOn }))
})
afterEach(() => desk.close())

function setConference(on: Day, revision = 0, from = '08:30') {
  const body = {
    on,
    from,
    to: '11:00',
    place: 'Hội trường A',
    agenda: 'Góp ý',
    chairId: desk.federation.person('leader').officialId,
    secretaryId: desk.federation.person('drafter').officialId,
  }
  const params = { roundId, kind: 'CONFERENCE' as const }
  return desk.does('drafter', conferenceRoutes.setConference, { params, body }, { revision })
}

const toldOf = async (textKey: string) =>
  desk.asOwner(`select params from letter where text_key = $1`, [textKey])

test('questions that change before the opening are everybody’s, and nobody is told of a change', async () => {
  const questions = [aQuestion({ label: 'Họp buổi tối có tiện không?' })]
  await desk.does(
    'drafter',
    ownAnswersRoutes.changeQuestions,
    { params: { roundId }, body: { questions, reason } },
    { revision: 1 },
  )
  await desk.comeToOpening()
  await desk.open(roundId)
  expect(await toldOf('feedback.letters.questionsChanged')).toEqual([])
  expect(await desk.row('select form_version from round')).toEqual({ form_version: 2 })
})

test('a conference set and set anew before the opening is told once, as it stands then', async () => {
  await expect(setConference(desk.workingDay(2))).rejects.toMatchObject({
    code: 'feedback.meeting-before-opening',
  })
  await setConference(desk.workingDay(6))
  // nobody has heard of the first day, so that it may come earlier
  const { conferenceId } = await setConference(desk.workingDay(5), 1)
  await expect(
    desk.does('drafter', conferenceRoutes.recordOpinion, {
      params: { conferenceId },
      body: {
        unitId: String(desk.federation.units[0]?.id),
        planId: desk.planId,
        placeKind: 'GENERAL',
        placeCode: null,
        kind: 'PROPOSAL',
        words: 'Thêm lớp buổi tối',
      },
    }),
  ).rejects.toMatchObject({ code: 'feedback.round-not-open' })
  const { meetings } = await desk.reads('drafter', (entered) =>
    conferencesOf(entered, desk.planYear),
  )
  expect(meetings[0]?.conference?.allowedActions.filter(({ allowed }) => allowed)).toEqual([])
  expect(await toldOf('feedback.letters.conferenceSet')).toEqual([])

  const move = (body: { opensOn: Day; dueOn?: Day }) =>
    desk.does('leader', openingRoutes.moveOpening, {
      params: { roundId },
      body: { reason, graceDays: 2, ...body },
    })
  await expect(move({ opensOn: desk.workingDay(6) })).rejects.toMatchObject({
    code: 'feedback.opening-after-meeting',
  })
  await expect(move({ opensOn, dueOn: desk.workingDay(4) })).rejects.toMatchObject({
    code: 'feedback.due-before-meeting',
  })

  await desk.comeToOpening()
  await desk.open(roundId)
  await desk.open(roundId)
  const told = await toldOf('feedback.letters.conferenceSet')
  const people = await desk.row(
    `select count(distinct official_id)::int as number from letter where text_key = 'feedback.letters.invited'`,
  )
  expect(told).toHaveLength(Number(people.number))
  expect(told[0]).toMatchObject({ params: { day: desk.workingDay(5), from: '08:30' } })
  expect(await toldOf('feedback.letters.conferenceMoved')).toEqual([])
})

test('a holiday on the day of the opening moves it, and says so to the offices alone', async () => {
  // a year that was opened today still has its needs before it, and units hear of those
  await desk.asOwner(`delete from cycle_moment where phase = 'needs'`)
  const change = { day: opensOn, kind: 'OFF' as const, name: 'Nghỉ bù' }
  const opening = { kind: 'opening', from: opensOn, to: desk.workingDay(4) }
  const preview = await desk.reads('admin', (entered) => previewOfHoliday(entered, change))
  expect(preview.deadlines).toContainEqual(expect.objectContaining(opening))
  const { day: on, ...body } = change
  await desk.does('admin', cycleRoutes.changeHoliday, { params: { day: on }, body })
  expect(await desk.inSystem((tx) => nextOfRound(tx, roundId))).toEqual({
    moment: 'open',
    at: instantAt(desk.workingDay(4), '08:00'),
  })
  // ten working days still, all of them later
  expect(await desk.row('select due_at, grace_until from round')).toEqual({
    due_at: new Date(instantAt(desk.workingDay(13), '17:00')),
    grace_until: new Date(instantAt(desk.workingDay(15), '17:00')),
  })
  expect(
    await desk.row(`select day::text as day from cycle_moment where moment = 'consultationOpens'`),
  ).toEqual({ day: desk.workingDay(4) })
  const told = await desk.asOwner(
    `select l.params ->> 'day' as day, u.parent_id from letter l join unit u on u.id = l.unit_id
     where l.params ->> 'deadline' = 'opening'`,
  )
  expect(told).toHaveLength(3)
  expect(new Set(told.map((letter) => letter.day))).toEqual(new Set([desk.workingDay(4)]))
  const toUnits = await desk.asOwner(
    `select l.text_key from letter l join unit u on u.id = l.unit_id where u.parent_id is not null`,
  )
  expect(toUnits).toEqual([])
  expect(
    await desk.row(
      `select count(*)::int as number from process_request
       where workflow_type = 'consultation' and name = 'calendarChanged'`,
    ),
  ).toEqual({ number: 1 })
})

test('the days of the round are moved by the leader, not on the page of the calendar', async () => {
  const { planYear } = desk
  for (const moment of ['consultationOpens', 'consultationDue'] as const)
    expect(
      await desk.reads('admin', (entered) =>
        previewOfMoment(entered, { planYear, moment, day: addDays(opensOn, 28) }),
      ),
    ).toMatchObject({ moves: [], obstacles: [{ code: 'cycle.opening-is-the-leaders' }] })
})
