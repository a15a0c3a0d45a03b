import { type Db, openDatabase } from '../../db/database.ts'

/** A machine that stands still for some seconds puts nothing off that a test of rules asks for. */
export const patienceMs = 30_000

export function patientDatabase(url: string, options: Parameters<typeof openDatabase>[1]): Db {
  return openDatabase(url, { patienceMs, ...options })
}
