import { type FreshDatabase, freshDatabase } from './database.ts'

/**
 * What many tests begin with is made once in a lane of the run, and each of them gets a copy of its
 * own. `make` tells what it made, and has let go of every connection when it returns.
 */
export function copiedScene<Wish, Told>(
  make: (database: FreshDatabase, wish: Wish) => Promise<Told>,
): (wish: Wish) => Promise<{ database: FreshDatabase; told: Told }> {
  const made = new Map<string, Promise<{ original: FreshDatabase; told: Told }>>()
  const makeOnce = async (wish: Wish) => {
    const original = await freshDatabase()
    return { original, told: await make(original, wish) }
  }
  return async (wish) => {
    const key = JSON.stringify(wish)
    const scene = made.get(key) ?? makeOnce(wish)
    made.set(key, scene)
    const { original, told } = await scene
    return { database: await freshDatabase(original.name), told }
  }
}
