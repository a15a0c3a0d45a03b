import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const ENOUGH_BYTES = 4 * 1024 ** 3

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > ENOUGH_BYTES
}

/** Every place in which a run may have left a folder. */
export const runFolders = [...new Set([memory, tmpdir()])].filter((folder) => existsSync(folder))

/**
 * A folder for a database that lives one run: in memory where there is room, because hundreds are
 * cloned and a clone there costs a tenth of what it costs on a disk.
 */
export function makeRunFolder(prefix: string): string {
  const folder = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), prefix))
  // the server may run as a user of its own
  chmodSync(folder, 0o755)
  return folder
}
