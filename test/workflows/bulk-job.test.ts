import { afterEach, expect, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

test('a job is done page by page until nothing is left', async () => {
  const pages = [300, 200, 100, 0]
  stage = await openStage({ doJobPage: async () => ({ left: pages.shift() ?? 0 }) })
  await (await stage.start('bulkJob', { jobId: 'j1' })).result()
  expect(pages).toEqual([])
})

test('the yearly starter opens the next year once', async () => {
  const opened: string[] = []
  stage = await openStage({ openYear: async ({ unitCode }) => void opened.push(unitCode) })
  await (await stage.start('cycleStarter', { unitCode: 'HT' })).result()
  expect(opened).toEqual(['HT'])
})
