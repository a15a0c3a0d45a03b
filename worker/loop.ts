import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

type Work = {
  name: string
  everyMs: number
  log: Logger
  /** Returns true when there is more to do at once. */
  once(): Promise<boolean | void>
}

/** Repeats a small piece of work until it is stopped; an error is logged and tried again later. */
export function keepDoing({ name, everyMs, log, once }: Work): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = repeat()

  async function repeat(): Promise<void> {
    while (!stopping.signal.aborted) {
      const hasMore = await once().catch((error: unknown) => {
        log.warn({ err: error, loop: name }, 'will try again')
        return false
      })
      if (!hasMore)
        await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}
