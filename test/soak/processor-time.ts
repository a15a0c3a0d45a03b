import { existsSync, readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** Seconds of processor time since the start, by program. */
export type ProcessorTime = Readonly<Record<string, number>>

type Process = { pid: number; parent: number; command: string; seconds: number }

/** Linux counts in hundredths of a second, whatever the kernel's own beat. */
const ticksPerSecond = 100

const programs = { api: 'dist/api.js', worker: 'dist/worker.js', temporal: 'server start-dev' }

/**
 * What the generator and each program of the product have used so far; only the generator's own
 * where the system has no `/proc`.
 */
export async function processorTime(ownerUrl: string): Promise<ProcessorTime> {
  const { user, system } = process.cpuUsage()
  const generator = (user + system) / 1_000_000
  const all = existsSync('/proc/self/stat') ? processes() : []
  const mine = all.filter(({ parent }) => parent === process.pid)
  const found = Object.entries(programs).flatMap(([name, mark]) => {
    const one = mine.find(({ command }) => command.includes(mark))
    return one ? [[name, one.seconds] as const] : []
  })
  const postgres = all.length > 0 ? { postgres: await ofPostgres(ownerUrl, all) } : {}
  return { generator, ...Object.fromEntries(found), ...postgres }
}

export function between(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]),
  )
}

/** The server that answers our connection, and every process that it has started. */
async function ofPostgres(ownerUrl: string, all: readonly Process[]): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const server = readProcess(String(rows[0]?.pid))?.parent
    const parts = all.filter(({ pid, parent }) => pid === server || parent === server)
    return parts.reduce((sum, { seconds }) => sum + seconds, 0)
  } finally {
    await client.end()
  }
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid) ?? [])
}

/** Its own time and that of the children it has seen end; null for one that has gone meanwhile. */
function readProcess(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return {
      pid: Number(pid),
      parent: Number(fields[1]),
      command,
      seconds: ticks / ticksPerSecond,
    }
  } catch {
    return null
  }
}
