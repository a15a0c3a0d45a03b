import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { canEnter, databaseUser } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export type PostgresFolder = {
  cluster: string
  log: string
  portFile: string
  passwordFile: string
  appPasswordFile: string
}

/** Where the data really lies: below a closed folder the system user needs a place of its own. */
export function placeOfData(dataDir: string, user: SystemUser | undefined): string {
  const wanted = resolve(dataDir)
  if (canEnter(user, dirname(wanted))) return wanted
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  return join('/var/lib/training-year', mark)
}

function giveTo(user: SystemUser | undefined, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}

/** Makes the folder with closed doors; the parents keep their own mode. */
export function postgresFolder(dataDir: string, user: SystemUser | undefined): PostgresFolder {
  const place = placeOfData(dataDir, user)
  mkdirSync(place, { recursive: true })
  chmodSync(place, 0o700)
  giveTo(user, place)
  const log = join(place, 'server.log')
  closeSync(openSync(log, 'a'))
  giveTo(user, log)
  return {
    cluster: join(place, 'cluster'),
    log,
    portFile: join(place, 'port'),
    passwordFile: join(place, 'superuser-password'),
    appPasswordFile: join(place, 'application-password'),
  }
}

/** A password made at the first use and kept for the owner's eyes only. */
export function keptPassword(file: string, user: SystemUser | undefined): string {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
    giveTo(user, file)
  }
  return readFileSync(file, 'utf8').trim()
}

export function keptPort(file: string): number | undefined {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined
}

/** Whether a server has ever had its data here. */
export function hasPostgres(dataDir: string): boolean {
  return existsSync(join(placeOfData(dataDir, databaseUser()), 'cluster'))
}

/** Removes all data of a stopped server. */
export function forgetPostgres(dataDir: string): void {
  rmSync(placeOfData(dataDir, databaseUser()), { recursive: true, force: true })
}
