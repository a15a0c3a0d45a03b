import { afterEach, expect, test } from 'vitest'
import { TASK_REMINDER } from '../../domain/cycle/station-end.ts'
import { planMoved } from '../../workflows/messages.ts'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

test('the year goes through its eight stations: people lead it to the plan, the calendar to its close', async () => {
  const year = { phase: 'needs', isClosed: false }
  const seen: string[] = []
  const byPeople: Record<string, string> = {
    needs: 'draft',
    draft: 'feedback',
    feedback: 'revision',
    revision: 'approval',
    approval: 'classes',
  }
  stage = await openStage({
    yearStanding: async () => ({
      ...year,
      next: byPeople[year.phase] ? null : { moment: 'next', at: inMs(150) },
    }),
    performDeed: async () => {
      seen.push(year.phase)
      year.phase = byPeople[year.phase] ?? year.phase
      return null
    },
    enterPhase: async ({ phase }) => {
      seen.push(year.phase)
      year.phase = phase
    },
    closeYear: async () => {
      seen.push(year.phase)
      year.isClosed = true
    },
  })
  const process = await stage.start('trainingCycle', { cycleId: 'c1' })
  for (let deed = 0; deed < 4; deed += 1) await process.deed()
  // The last of them happens in the plan's own approval, which tells the year.
  year.phase = 'classes'
  seen.push('approval')
  await process.signal(planMoved, { planId: 'p1', state: 'ISSUED' })
  await process.result()
  expect(seen).toEqual([
    'needs',
    'draft',
    'feedback',
    'revision',
    'approval',
    'classes',
    'inspection',
    'reward',
  ])
})

test('a plan that the committee returns takes the year back to its revision', async () => {
  const year = { phase: 'approval', isClosed: false }
  stage = await openStage({ yearStanding: async () => ({ ...year, next: null }) })
  const process = await stage.start('trainingCycle', { cycleId: 'c1', from: 'approval' })
  year.phase = 'revision'
  await process.signal(planMoved, { planId: 'p1', state: 'RETURNED' })
  const { client } = stage
  await expect
    .poll(async () => (await client.workflow.getHandle(process.id).fetchHistory()).events?.length, {
      timeout: 20_000,
    })
    .toBeLessThan(10)
  year.isClosed = true
  year.phase = 'reward'
  await process.signal(planMoved, { planId: 'p1', state: 'ISSUED' })
  await process.result()
})

test('what departments owe a plan is reminded of at its moments, and moves nobody on', async () => {
  const at = [inMs(100), inMs(300)]
  const reminded: string[] = []
  const year = { phase: 'revision', isClosed: false }
  stage = await openStage({
    yearStanding: async () => {
      const next = at.find((each) => !reminded.includes(each))
      if (!next && year.phase === 'revision') year.phase = 'classes'
      const end = { moment: 'inspectionsFrom', at: inMs(0) }
      return { ...year, next: next ? { moment: TASK_REMINDER, at: next } : end }
    },
    remindOfTasks: async ({ upTo }) => void reminded.push(upTo),
    enterPhase: async ({ phase }) => void (year.phase = phase === 'inspection' ? 'reward' : phase),
    closeYear: async () => void (year.isClosed = true),
  })
  const process = await stage.start('trainingCycle', { cycleId: 'c1', from: 'revision' })
  await process.result()
  expect(reminded).toEqual(at)
})
