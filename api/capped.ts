type Queue = { active: number; waiting: (() => void)[] }

/** At most `limit` calls at once for each key; the others wait their turn in order. */
export function cappedPerKey(limit: number) {
  const queues = new Map<string, Queue>()
  return async <T>(key: string, call: () => Promise<T>): Promise<T> => {
    const queue = queues.get(key) ?? { active: 0, waiting: [] }
    queues.set(key, queue)
    if (queue.active >= limit) await new Promise<void>((resolve) => queue.waiting.push(resolve))
    queue.active += 1
    try {
      return await call()
    } finally {
      queue.active -= 1
      const next = queue.waiting.shift()
      if (next) next()
      else if (queue.active === 0) queues.delete(key)
    }
  }
}
