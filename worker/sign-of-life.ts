import { heartbeat } from '@temporalio/activity'

const everyMs = 1_000

/**
 * While the work lasts, Temporal hears that somebody is still doing it. A worker that was killed
 * falls silent, and the step goes to the next one after seconds, not when its whole time is over.
 */
export async function withSignsOfLife<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(heartbeat, everyMs)
  try {
    return await work()
  } finally {
    clearInterval(beating)
  }
}
