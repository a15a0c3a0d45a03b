import { afterAll, beforeAll, expect, test } from 'vitest'
import { classViewOf } from '../../db/classes/class-view.ts'
import { beginClass } from '../../db/classes/moments.ts'
import { inboxOf } from '../../db/cycle/inbox.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { addDays, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { onOrAfter } from '../../domain/grammar/working-days.ts'
import { insertLecturer } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

test('a lecturer is to be done by the day after each session, one after the other', async () => {
  const { officialId } = desk.federation.person('member3')
  const lecturerId = await insertLecturer(desk, { officialId })
  const made = await desk.insert({
    state: 'LIST_FIXED',
    sessions: [
      { startsInHours: -100, lecturerId },
      { startsInHours: -3, lecturerId },
    ],
    nominees: [{ unit: 1, state: 'CONFIRMED' }],
  })
  await desk.inSystem((tx) => beginClass(tx, made.classId))
  const dueAt = async () =>
    (await desk.reads('member3', inboxOf)).tasks.map(({ due }) => due?.at)[0]
  const { sessions } = await desk.reads('organiser', (entered) =>
    classViewOf(entered, made.classId),
  )
  const off = await desk.reads('organiser', ({ tx }) => holidaysOf(tx))
  const after = (index: number) => {
    const ended = dayOfInstant(sessions[index]?.endsAt ?? '')
    return instantAt(onOrAfter(addDays(ended, 1), off), '17:00')
  }
  expect(await dueAt()).toBe(after(0))
  await desk.does('organiser', teachingRoutes.takeAttendance, {
    params: { classId: made.classId, sessionId: made.sessionIds[0] ?? '' },
    body: {
      notedBy: desk.federation.person('organiser').officialId,
      marks: [{ nominationId: made.nominationIds[0] ?? '', mark: 'PRESENT' }],
    } as never, // the route fills in what a tap may leave out
  })
  expect(await dueAt()).toBe(after(1))
})

test('others wait for it on the page of the class, which they may open', async () => {
  const { officialId } = desk.federation.person('member2')
  const lecturerId = await insertLecturer(desk, { officialId })
  const { classId } = await desk.insert({
    state: 'LIST_FIXED',
    sessions: [{ startsInHours: -3, lecturerId }],
    nominees: [{ unit: 1, state: 'CONFIRMED' }],
  })
  await desk.inSystem((tx) => beginClass(tx, classId))
  const { tasks } = await desk.reads('member2', inboxOf)
  expect(tasks.map(({ link }) => link)).toContain(`/classes/${classId}/attendance`)
  const { waiting } = await desk.reads('clerk', inboxOf)
  expect(waiting.map(({ link }) => link)).toContain(`/classes/${classId}`)
})
