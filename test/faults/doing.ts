import { randomUUID } from 'node:crypto'
import { afterEach } from 'vitest'
import type { handsOf } from './build.ts'
import { patienceMs } from '../setup/patient-database.ts'

export type Hands = Awaited<ReturnType<typeof handsOf>>
export type Db = ReturnType<Hands['openDatabase']>
type Given = { params: Record<string, unknown>; body?: unknown; revision?: number }

/** Does deeds with the given hands, sound or broken, each in a transaction of its own. */
export function doerOf(hands: Hands, db: Db) {
  return (accountId: string, deed: string, { params, body = {}, revision = 0 }: Given) => {
    const performer = hands.performerOf(deed)
    // parsed already, as the door would have handed it on
    const input = { params, query: undefined, body, revision } as never
    const command = { key: randomUUID(), accountId, trace: 'T3S-77', input }
    return (performer.route.quiet ? hands.performQuietly : hands.perform)(db, performer, command)
  }
}

/** Opens databases for the hands of one test, and closes them behind it. */
export function opener() {
  const opened: Db[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.destroy()))
  })
  return (hands: Hands, url: string): Db => {
    const db = hands.openDatabase(url, { patienceMs, role: 'training_api', poolSize: 14 })
    opened.push(db)
    return db
  }
}
