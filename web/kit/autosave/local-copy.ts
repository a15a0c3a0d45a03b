import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** One document as it was typed on this machine and not yet taken by the server. */
export type LocalCopy = {
  /** `document#writer`: two windows with one document never write over each other. */
  key: string
  /** Whose document: account and address, so that two people at one machine never mix. */
  document: string
  /** The pen it was written with (pen.ts). */
  writer: string
  value: unknown
  /** What the server had when the edit began, and its revision. */
  base: unknown
  revision: number
  /** Sent since then, with no word of their arrival. */
  doubtful: unknown[]
  typedAt: string
  /** The page where it was typed. */
  page: string
}

/** Where typed words lie until the server has them. Putting rejects when there is no room. */
export type LocalCopies = {
  put: (copy: LocalCopy) => Promise<void>
  /** Takes it away, unless something newer has been put in its place. */
  remove: (copy: Pick<LocalCopy, 'key' | 'typedAt'>) => Promise<void>
  /** Those whose key begins so: `account/` or `document#`. */
  startingWith: (prefix: string) => Promise<LocalCopy[]>
}

interface Copies extends DBSchema {
  copies: { key: string; value: LocalCopy }
}

let opened: Promise<IDBPDatabase<Copies>> | undefined

function database(): Promise<IDBPDatabase<Copies>> {
  opened ??= openDB<Copies>('training-year', 1, {
    upgrade: (db) => void db.createObjectStore('copies', { keyPath: 'key' }),
    // the browser may close it under our hands: the next word opens it again
    terminated: () => void (opened = undefined),
  })
  return opened
}

/** For tests; what browsers without a database are given does not outlive the page. */
export function memoryCopies(): LocalCopies {
  const copies = new Map<string, LocalCopy>()
  return {
    put: async (copy) => void copies.set(copy.key, structuredClone(copy)),
    remove: async ({ key, typedAt }) => {
      if (copies.get(key)?.typedAt === typedAt) copies.delete(key)
    },
    startingWith: async (prefix) =>
      [...copies.values()]
        .filter(({ key }) => key.startsWith(prefix))
        .map((copy) => structuredClone(copy)),
  }
}

/** In the browser's own database: they outlive the tab, the browser and the machine's restart. */
export const browserCopies: LocalCopies = {
  // strict: on the disk before the promise is kept, also when the browser is killed
  async put(copy) {
    const change = (await database()).transaction('copies', 'readwrite', { durability: 'strict' })
    await Promise.all([change.store.put(copy), change.done])
  },
  async remove({ key, typedAt }) {
    const change = (await database()).transaction('copies', 'readwrite')
    if ((await change.store.get(key))?.typedAt === typedAt) await change.store.delete(key)
    await change.done
  },
  async startingWith(prefix) {
    const within = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
    return (await database()).getAll('copies', within)
  },
}
