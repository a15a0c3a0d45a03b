import { continueAsNew } from '@temporalio/workflow'
import { openDesk } from './desk.ts'
import { pages } from './ports.ts'

const pagesPerRun = 200

/** The same deed for many: page by page, a result per item, going on after any crash. */
export async function bulkJob({ jobId }: { jobId: string }): Promise<void> {
  const desk = openDesk()
  for (let page = 0; page < pagesPerRun; page += 1) {
    const done = await desk.step('doJobPage', () => pages.doJobPage({ jobId }))
    if (!done || done.left === 0) return desk.clear()
  }
  await desk.clear()
  await continueAsNew<typeof bulkJob>({ jobId })
}
