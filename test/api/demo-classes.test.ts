import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDemo } from '../../db/demo/load.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { makeUpClasses } from '../../local/demo-year/make-up-classes.ts'
import { openOffice } from '../../local/demo-year/office.ts'
import { type EmptyHouse, openEmptyHouse } from '../setup/house.ts'

const today = dayOfInstant(new Date())
const pastYear = yearOf(today)
const past = ['L01', 'L02'].map((code) => ({
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

test('the demo has a class that takes names and one with a fixed list, made twice without harm', async () => {
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
  const [held, open] = classes
  expect(classes).toHaveLength(2)
  expect(open?.state).toBe('OPEN_FOR_NOMINATION')
  expect(open?.counts.units).toBe(43)
  // on a holiday its first session is on the next free day, and the class waits for it
  expect(['LIST_FIXED', 'RUNNING']).toContain(held?.state)
  expect(held?.counts.confirmed).toBeGreaterThan(4)
  const unit = await office.person('lua.ht')
  const { tasks } = await unit.reads(cycleRoutes.inbox, {})
  expect(tasks.map(({ kind }) => kind)).toContain('classes.nominate')
}, 60_000)
