import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { endLeftServers } from '../../local/left-servers.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { isAlive } from '../../local/process-identity.ts'

const memory = '/dev/shm'
const ENOUGH_BYTES = 4 * 1024 ** 3

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ENOUGH_BYTES
}

/** Every place in which a run may have left a folder. */
const places = [...new Set([memory, tmpdir()])].filter((place) => existsSync(place))

/**
 * A folder for a database that lives one run: in memory where there is room, because hundreds are
 * cloned and a clone there costs a tenth of what it costs on a disk.
 */
export function makeRunFolder(what: 'test' | 'product' | 'demo'): string {
  const place = hasRoom(memory) ? memory : tmpdir()
  const folder = mkdtempSync(join(place, `training-${what}-${process.pid}-`))
  // the server may run as a user of its own
  chmodSync(folder, 0o755)
  return folder
}

/** Whose run made this folder, or null where it is something else. */
function ownerOf(folder: string): number | null {
  const owner = /^training-(?:test|product|demo)-(\d+)-/.exec(basename(folder))?.[1]
  return owner === undefined ? null : Number(owner)
}

/** With all that lies in it; its servers have been stopped. */
export function forgetRunFolder(folder: string): void {
  forgetPostgres(join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

/** A run that was killed could neither stop its servers nor clear its folders: the next one does. */
export async function sweepKilledRuns(): Promise<void> {
  const folders = places.flatMap((place) => readdirSync(place).map((name) => join(place, name)))
  for (const folder of folders) {
    const owner = ownerOf(folder)
    if (owner === null || isAlive(owner)) continue
    // what cannot be started again cannot be running
    await endLeftServers(folder).catch(() => undefined)
    forgetRunFolder(folder)
  }
}
