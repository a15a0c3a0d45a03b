import { type ChildProcess, spawn } from 'node:child_process'
import { inProject } from '../../local/project.ts'

/** One of the house's processes, started as production starts it, and killed without a word. */
export type HouseProcess = {
  pid(): number
  start(): void
  /** Its own last words, for when it does not come up. */
  said(): string
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

export function houseProcess(bundle: string, env: NodeJS.ProcessEnv): HouseProcess {
  let child: ChildProcess | undefined
  const said: string[] = []
  return {
    pid: () => child?.pid ?? 0,
    said: () => said.slice(-5).join(''),
    start() {
      child = spawn(process.execPath, [bundle], {
        cwd: inProject(),
        env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'fatal', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => said.push(chunk.toString().slice(0, 2_000)))
    },
    async kill() {
      const dying = child
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
      const gone = new Promise<void>((resolve) => dying.once('exit', () => resolve()))
      dying.kill('SIGKILL')
      await gone
    },
  }
}
