import { setTimeout as pause } from 'node:timers/promises'
import { endedByItself } from './children.ts'
import type { Child } from './children.ts'
import { PlainFailure } from './plain-failure.ts'

const patienceMs = 90_000

async function isReady(address: string): Promise<{ ready: boolean; words: string }> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) })
    return { ready: answer.status === 200, words: await answer.text() }
  } catch (error) {
    return { ready: false, words: String(error) }
  }
}

async function poll(address: string): Promise<void> {
  let words = ''
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const found = await isReady(address)
    if (found.ready) return
    words = found.words
    await pause(100)
  }
  throw new PlainFailure(
    `Sau ${patienceMs / 1000} giây hệ thống vẫn chưa sẵn sàng: ${words}`,
    `Not ready after ${patienceMs / 1000} seconds (${address}).`,
  )
}

export type Watched = { child: Child; log?: string }

/** Rejects as soon as one of them ends, which none should. */
export function whenOneEnds(watched: readonly Watched[]): Promise<never> {
  const ends = watched.map(async ({ child, log }) => {
    throw endedByItself(child, await child.ended, log)
  })
  return Promise.race(ends)
}

export async function untilReady(port: number, watched: readonly Watched[]): Promise<void> {
  await Promise.race([poll(`http://127.0.0.1:${port}/health/ready`), whenOneEnds(watched)])
}
