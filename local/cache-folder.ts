import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

function userCache(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32') {
    return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  }
  return join(homedir(), '.cache')
}

/** The folder of this person's machine in which fetched programs outlive a clone. */
export function cacheFolder(): string {
  const folder = join(userCache(), 'training-year')
  mkdirSync(folder, { recursive: true })
  return folder
}
