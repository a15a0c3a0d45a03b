import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { postgresFolder } from '../../local/postgres-folder.ts'
import { databaseUser } from '../../local/system-user.ts'

type Running = { pid: number; parent: number; state: string }

function processes(): Running[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,stat=']).toString().trim().split('\n')
  return lines.map((line) => {
    const [pid, parent, state = ''] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), state }
  })
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // whose session has just ended is gone already
    if (Object(error).code !== 'ESRCH') throw error
  }
}

/** SIGKILL for the server and every process it has started, all within a moment. */
export async function killPostgres(dataDir: string): Promise<void> {
  const { cluster } = postgresFolder(dataDir, databaseUser())
  const pidFile = join(cluster, 'postmaster.pid')
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const family = processes().filter(
    ({ pid, parent }) => pid === postmaster || parent === postmaster,
  )
  for (const { pid } of family) kill(pid)
  const isAlive = ({ pid, state }: Running) =>
    family.some((member) => member.pid === pid) && !state.startsWith('Z')
  while (processes().some(isAlive)) await pause(10)
  // nobody is left who could hold it: a dead server whose parent does not look still has its number
  rmSync(pidFile, { force: true })
}
