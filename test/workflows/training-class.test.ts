import { afterEach, expect, test } from 'vitest'
import type { ClassMoment } from '../../domain/classes/class-calendar.ts'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

type Standing = { state: string; next: { moment: ClassMoment; at: string } | null }

/** A class whose steps and deeds lead it through these standings, one each. */
function aClass(standings: Standing[]) {
  const done: string[] = []
  const goOn = (what: string) => {
    done.push(what)
    if (standings.length > 1) standings.shift()
  }
  const step = (name: string) => async () => goOn(name)
  return {
    done,
    performDeed: async () => {
      goOn('deed')
      return { state: standings[0]?.state ?? '' }
    },
    standingOfClass: async () => standings[0] ?? { state: 'CLOSED', next: null },
    openNominations: step('openNominations'),
    closeNominations: step('closeNominations'),
    endReleases: step('endReleases'),
    fixList: step('fixList'),
    fillSeats: step('fillSeats'),
    beginClass: step('beginClass'),
    endClass: step('endClass'),
  }
}

const soon = (state: string, moment: ClassMoment, ms = 150): Standing => ({
  state,
  next: { moment, at: inMs(ms) },
})
const onlyPeople = (state: string): Standing => ({ state, next: null })

test('a class goes its whole way by its timer, and is closed by a person', async () => {
  const hands = aClass([
    soon('PLANNED', 'openNominations'),
    soon('OPEN_FOR_NOMINATION', 'closeNominations', 300),
    soon('OPEN_FOR_NOMINATION', 'endReleases', 450),
    soon('OPEN_FOR_NOMINATION', 'fixList', 600),
    soon('LIST_FIXED', 'beginClass', 750),
    soon('RUNNING', 'endClass', 900),
    onlyPeople('MARKING'),
    onlyPeople('CLOSED'),
  ])
  stage = await openStage(hands)
  const process = await stage.start('trainingClass', { classId: 'c1' })
  await expect.poll(() => hands.done.at(-1), { timeout: 10_000 }).toBe('endClass')
  await process.deed()
  await process.result()
  expect(hands.done).toEqual([
    'openNominations',
    'closeNominations',
    'endReleases',
    'fixList',
    'beginClass',
    'endClass',
    'deed',
  ])
})

test('a list that was fixed early is not fixed again, and a free seat is filled', async () => {
  const hands = aClass([
    soon('OPEN_FOR_NOMINATION', 'fixList', 3_600_000),
    soon('LIST_FIXED', 'beginClass', 3_600_000),
    soon('LIST_FIXED', 'fillSeats', 0),
    soon('LIST_FIXED', 'beginClass', 3_600_000),
    onlyPeople('CANCELLED'),
  ])
  stage = await openStage(hands)
  const process = await stage.start('trainingClass', { classId: 'c1' })
  await process.deed()
  await process.deed()
  await expect.poll(() => hands.done.at(-1), { timeout: 20_000 }).toBe('fillSeats')
  await process.deed()
  await process.result()
  expect(hands.done).toEqual(['deed', 'deed', 'fillSeats', 'deed'])
})

test('a class that is put off waits for its new days', async () => {
  const hands = aClass([
    soon('LIST_FIXED', 'beginClass', 3_600_000),
    onlyPeople('POSTPONED'),
    soon('LIST_FIXED', 'beginClass', 200),
    soon('RUNNING', 'endClass', 300),
    onlyPeople('CLOSED'),
  ])
  stage = await openStage(hands)
  const process = await stage.start('trainingClass', { classId: 'c1' })
  await process.deed()
  await process.deed()
  await process.result()
  expect(hands.done).toEqual(['deed', 'deed', 'beginClass', 'endClass'])
})

test('what is already due is done at once, without a timer', async () => {
  const hands = aClass([
    soon('LIST_FIXED', 'beginClass', -5_000),
    soon('RUNNING', 'endClass', -4_000),
    onlyPeople('MARKING'),
    onlyPeople('CLOSED'),
  ])
  stage = await openStage(hands)
  const process = await stage.start('trainingClass', { classId: 'c1' })
  await expect.poll(() => hands.done, { timeout: 10_000 }).toEqual(['beginClass', 'endClass'])
  const { events } = await stage.client.workflow.getHandle(process.id).fetchHistory()
  expect(events?.filter((event) => event.timerStartedEventAttributes)).toEqual([])
  await process.deed()
  await process.result()
})

test('what a database with a slow clock finds too early is tried again each second, not at once', async () => {
  const hands = aClass([soon('LIST_FIXED', 'beginClass', -5_000)])
  stage = await openStage(hands)
  const process = await stage.start('trainingClass', { classId: 'c1' })
  await expect.poll(() => hands.done.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
  const from = { at: Date.now(), done: hands.done.length }
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  const seconds = (Date.now() - from.at) / 1_000
  expect(hands.done.length - from.done).toBeLessThanOrEqual(seconds + 1)
  await stage.client.workflow.getHandle(process.id).terminate()
})
