import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** One document as it was typed on this machine and not yet taken by the server. */
export type LocalCopy = {
  /** Whose document: account and address, so that two people at one machine never mix. */
  key: string
  value: unknown
  /** What the server had when the edit began, and its revision. */
  base: unknown
  revision: number
  /** Sent since then, with no word of their arrival. */
  doubtful: unknown[]
  typedAt: string
  /** The page where it was typed: opening it sends what is left. */
  page: string
}

/** Where typed words lie until the server has them. */
export type LocalCopies = {
  get: (key: string) => Promise<LocalCopy | undefined>
  put: (copy: LocalCopy) => Promise<void>
  remove: (key: string) => Promise<void>
  all: () => Promise<LocalCopy[]>
}

interface Copies extends DBSchema {
  copies: { key: string; value: LocalCopy }
}

let opened: Promise<IDBPDatabase<Copies>> | undefined

function database(): Promise<IDBPDatabase<Copies>> {
  opened ??= openDB<Copies>('training-year', 1, {
    upgrade: (db) => void db.createObjectStore('copies', { keyPath: 'key' }),
  })
  return opened
}

const inDatabase = (db: IDBPDatabase<Copies>): LocalCopies => ({
  get: (key) => db.get('copies', key),
  put: async (copy) => void (await db.put('copies', copy)),
  remove: (key) => db.delete('copies', key),
  all: () => db.getAll('copies'),
})

/** For browsers that forbid a database (private windows), and for tests. */
export function memoryCopies(): LocalCopies {
  const copies = new Map<string, LocalCopy>()
  return {
    get: async (key) => structuredClone(copies.get(key)),
    put: async (copy) => void copies.set(copy.key, structuredClone(copy)),
    remove: async (key) => void copies.delete(key),
    all: async () => [...copies.values()].map((copy) => structuredClone(copy)),
  }
}

const inThisTab = memoryCopies()

async function place(): Promise<LocalCopies> {
  try {
    return inDatabase(await database())
  } catch {
    return inThisTab
  }
}

/** In the browser's own database: they outlive the tab, the browser and the machine's restart. */
export const browserCopies: LocalCopies = {
  get: async (key) => (await place()).get(key),
  put: async (copy) => (await place()).put(copy),
  remove: async (key) => (await place()).remove(key),
  all: async () => (await place()).all(),
}
