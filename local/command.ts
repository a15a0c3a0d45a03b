import { spawn } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'

export type Outcome = { code: number; output: string }

/**
 * Runs a program to its end. A program that cannot be started answers 127 with the reason; `hear`
 * is told all it has said until then, each time it says more.
 */
export function runToEnd(
  program: string,
  args: readonly string[],
  { hear, ...options }: SpawnOptions & { hear?: (output: string) => void } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...options,
    })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString()
      hear?.(output)
    }
    child.stdout?.on('data', gather)
    child.stderr?.on('data', gather)
    child.once('error', (error) => resolve({ code: 127, output: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
