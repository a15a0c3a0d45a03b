import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  classForChange,
  classOf,
  linkTo,
  objectOf,
  processOf,
  subjectOf,
} from '../../db/classes/class-row.ts'
import { insertLecturer } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

test('a unit holds a class that it may not change', async () => {
  const { classId } = await desk.insert({ organiser: 1 })
  const held = await desk.reads('unit2.head', ({ tx }) => classForChange(tx, classId))
  expect(subjectOf(held)).toMatchObject({ unitId: desk.federation.units[0]?.id })
  const changed = await desk.reads('unit2.head', ({ tx }) =>
    tx.updateTable('trainingClass').set({ seats: 99 }).where('id', '=', classId).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
})

test('while one holds it, nobody else does', async () => {
  const { classId } = await desk.insert()
  const order: string[] = []
  let letGo = () => {}
  const first = desk.reads('unit1.head', async ({ tx }) => {
    await classForChange(tx, classId)
    await new Promise<void>((resolve) => (letGo = resolve))
    order.push('first')
  })
  await expect.poll(() => letGo.name).not.toBe('letGo')
  const second = desk.reads('unit2.head', async ({ tx }) => {
    await classForChange(tx, classId)
    order.push('second')
  })
  await new Promise((resolve) => setTimeout(resolve, 150))
  letGo()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
})

test('a class is named in the register, and its process and page are found', async () => {
  const { classId } = await desk.insert({
    sessions: [{ startsInHours: 1, lecturerId: await insertLecturer(desk) }],
  })
  await desk.reads('unit1.drafter', async ({ tx }) => {
    const trained = await classOf(tx, classId)
    expect(objectOf(trained)).toMatchObject({ type: 'trainingClass', id: classId, revision: 2 })
    expect(linkTo(trained)).toBe(`/classes/${classId}`)
    expect(await processOf(tx, { params: { classId } })).toBe(`class/${classId}`)
  })
})

test('a class of nowhere is not found', async () => {
  const none = '00000000-0000-0000-0000-000000000000'
  const asking = desk.reads('organiser', ({ tx }) => classOf(tx, none))
  await expect(asking).rejects.toMatchObject({ code: 'grammar.not-found' })
})
