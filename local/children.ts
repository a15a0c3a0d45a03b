import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { inPlainWords, PlainFailure } from './plain-failure.ts'
import { inProject } from './project.ts'

export type ChildWish = {
  name: string
  /** The program and its arguments, after `node`. */
  args: readonly string[]
  env: NodeJS.ProcessEnv
  /** Where its output goes; without one it is shown as it comes. */
  log?: string
}

export type Child = {
  name: string
  /** Resolves with the exit code when it ends, wanted or not. */
  ended: Promise<number>
  stop(): Promise<void>
}

/** To be loaded before a program: told to end, or left alone by whoever started it, it ends in order. */
export const childGuard = pathToFileURL(inProject('local/child-guard.mjs')).href
const graceMs = 20_000

function outputOf(log: string | undefined): number | 'inherit' {
  if (!log) return 'inherit'
  mkdirSync(dirname(log), { recursive: true })
  return openSync(log, 'w')
}

/** A Node process out of reach of Ctrl+C: we tell it ourselves, so that all end in order. */
export function startChild({ name, args, env, log }: ChildWish): Child {
  const output = outputOf(log)
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', childGuard, ...args], {
    cwd: inProject(),
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
    windowsHide: true,
  })
  if (typeof output === 'number') closeSync(output)
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127))
    child.once('exit', (code) => resolve(code ?? 1))
  })
  const stop = async () => {
    if (child.connected) child.send('stop', () => undefined)
    const late = pause(graceMs, undefined, { ref: false }).then(() => child.kill('SIGKILL'))
    await Promise.race([ended, late])
    await ended
  }
  return { name, ended, stop }
}

/** What to say of a child that ended by itself: its last words. */
export function endedByItself(child: Child, code: number, log?: string): PlainFailure {
  const words = log ? readFileSync(log, 'utf8').slice(-3000) : ''
  return (
    inPlainWords(words) ??
    new PlainFailure(
      `${words}\nTiến trình "${child.name}" đã tự dừng (mã ${code}).${log ? ` Nhật ký: ${log}` : ''}`,
      `The process "${child.name}" ended by itself (code ${code}).`,
    )
  )
}
