import { runToEnd } from './command.ts'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Words of the command line that only our process has; Windows shows just the program's name. */
export type Mark = { commandLine: string; programName: string }

/**
 * Whether this process id still belongs to the program we started: numbers are given out again
 * after a crash.
 */
export async function isStillOurs(pid: number, mark: Mark): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') {
    const asked = await runToEnd('tasklist', ['/NH', '/FI', `PID eq ${pid}`])
    return asked.output.includes(mark.programName)
  }
  const asked = await runToEnd('ps', ['-o', 'args=', '-p', String(pid)])
  return asked.output.includes(mark.commandLine)
}
