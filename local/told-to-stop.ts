import { spawnSync } from 'node:child_process'
import { isAlive } from './process-identity.ts'

const shells = new Set(['sh', 'dash', 'bash', 'ash', 'zsh', 'ksh'])

/** npm runs us through a shell that stays when npm is ended: then npm is the one to watch. */
function npmAboveShell(): number | undefined {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return undefined
  const asked = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], {
    encoding: 'utf8',
  })
  const [parent, program = ''] = (asked.stdout ?? '').trim().split(/\s+/)
  return shells.has(program.replace(/^.*\/|^-/, '')) ? Number(parent) : undefined
}

function watchParent(stop: (reason: string) => void): void {
  const parent = process.ppid
  const npm = npmAboveShell()
  const check = () => {
    if (process.ppid !== parent || (npm !== undefined && !isAlive(npm))) stop('parent')
  }
  setInterval(check, 500).unref()
}

/**
 * Resolves when somebody wants us to end: Ctrl+C, TERM, a closed terminal, or the end of npm, which
 * passes no signal on to us.
 */
export function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve(signal))
    }
    watchParent(resolve)
    // the reader of our output may be gone before us
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  })
}
