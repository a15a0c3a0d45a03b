import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../db/demo/load.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { learningRoutes } from '../../domain/classes/learning.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { makeUpClasses } from '../../local/demo-year/make-up-classes.ts'
import { openOffice } from '../../local/demo-year/office.ts'
import { type EmptyHouse, openEmptyHouse } from '../setup/house.ts'

const today = dayOfInstant(new Date())
const pastYear = yearOf(today)
const past = ['L01', 'L02', 'L03'].map((code) => ({
  kind: 'CLASS' as const,
  code,
  title: `Cán bộ công đoàn mới ${code}`,
  planned: 98,
  done: 90,
  figures: {},
}))

let house: EmptyHouse
beforeAll(async () => {
  house = await openEmptyHouse()
  await loadDemo(house.ownerUrl, today)
}, 120_000)
afterAll(() => house?.close())

test('the demo has a class that takes names, one that is held and one that was, made twice without harm', async () => {
  const office = await openOffice(house.address, 'quan.tm')
  const administrator = await office.person('quan.tm')
  const results = { body: { planYear: pastYear, results: past } }
  await administrator.does('import', cycleRoutes.importPast, results)
  const organiser = await office.person('khai.dq')
  const making = { office, pastYear, today, organiser }
  await makeUpClasses(making)
  await makeUpClasses(making)
  const { classes } = await organiser.reads(classesRoutes.classes, {
    query: { planYear: pastYear },
  })
  const [open, going, over] = classes.toSorted((a, b) => a.code.localeCompare(b.code))
  expect(classes).toHaveLength(3)
  expect(open?.state).toBe('OPEN_FOR_NOMINATION')
  // sixty seats by number of people: the smallest of the 43 get none
  expect(open?.counts.units).toBeGreaterThan(30)
  // on a holiday nothing is taught: the sessions lie on the next free days
  const isFree = over?.startsOn === today
  expect(going?.state).toBe(isFree ? 'RUNNING' : 'LIST_FIXED')
  expect(going?.counts).toMatchObject({ confirmed: 12, waitlisted: 1, units: 6 })
  expect(over?.state).toBe(isFree ? 'SETTLED' : 'LIST_FIXED')
  const kindsOf = async (username: string) => {
    const person = await office.person(username)
    return (await person.reads(cycleRoutes.inbox, {})).tasks.map(({ kind }) => kind)
  }
  expect(await kindsOf('lua.ht')).toContain('classes.nominate')
  const trainee = await office.person('buoi.nt')
  const learning = await trainee.reads(learningRoutes.myLearning, {})
  expect(learning.classes).toHaveLength(2)
  if (!isFree) return
  expect(await kindsOf('doan.tm')).toEqual(['classes.takeAttendance'])
  expect(await kindsOf('khai.dq')).toContain('classes.close')
  expect(await kindsOf('buoi.nt')).toEqual(['classes.rate'])
  expect(learning.classes.find(({ classId }) => classId === over?.classId)).toMatchObject({
    mark: 9,
    percent: 100,
    certificate: { registerNo: expect.stringMatching(/^000\d\//), state: 'VALID' },
  })
}, 60_000)
