/** The parts of a run in the order in which they end: the door first, the facts last. */
const order = ['vite', 'api', 'worker', 'temporal', 'postgresql', 'lock'] as const
export type Part = (typeof order)[number]

type Closable = { part: Part; stop(): Promise<void> }

export type Closing = {
  /** Told of a newcomer after the end has begun, it stops it at once and throws. */
  add(thing: Closable): Promise<void>
  closeAll(): Promise<void>
}

export class StoppedWhileStarting extends Error {}

/** Whatever has been started is ended once, in order, also when one of them does not want to. */
export function closingOrder(report: (part: Part, error: unknown) => void): Closing {
  const open: Closable[] = []
  let closing: Promise<void> | undefined
  const stop = (thing: Closable) => thing.stop().catch((error) => report(thing.part, error))
  const stopInOrder = async () => {
    for (const part of order) {
      for (const thing of open.filter((one) => one.part === part)) await stop(thing)
    }
  }
  return {
    add: async (thing) => {
      if (!closing) {
        open.push(thing)
        return
      }
      await stop(thing)
      throw new StoppedWhileStarting()
    },
    closeAll: () => (closing ??= stopInOrder()),
  }
}
