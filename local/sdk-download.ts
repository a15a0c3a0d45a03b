import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const silenceMs = 5_000

// import.meta.resolve is not there in Vitest, which runs this too on a machine without the program
const fromHere = createRequire(import.meta.url)

// In a process of its own: the SDK's download is native code and cannot be called off.
const program = `
  const { TestWorkflowEnvironment } = await import(process.argv[1])
  const executable = { type: 'cached-download', downloadDir: process.argv[2], ttl: '100 years' }
  const env = await TestWorkflowEnvironment.createLocal({ server: { executable } })
  await env.teardown()
`

function bytesIn(folder: string): number {
  const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** True when the process ended well; it is ended when for five seconds no byte has arrived. */
async function downloads(folder: string, sdk: string): Promise<boolean> {
  const args = ['--input-type=module', '-e', program, sdk, folder]
  const child = spawn(process.execPath, args, { stdio: 'ignore', windowsHide: true })
  const done = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
  for (let bytes = -1; child.exitCode === null && bytesIn(folder) > bytes;) {
    bytes = bytesIn(folder)
    await Promise.race([done, pause(silenceMs)])
  }
  if (child.exitCode === null) child.kill('SIGKILL')
  return done
}

/** Lets Temporal's own SDK fetch the server program; false when nothing comes within five seconds. */
export async function fetchBySdk(target: string): Promise<boolean> {
  const folder = mkdtempSync(`${target}.`)
  try {
    const sdk = pathToFileURL(fromHere.resolve('@temporalio/testing')).href
    const found = (await downloads(folder, sdk)) ? readdirSync(folder)[0] : undefined
    if (!found) return false
    renameSync(join(folder, found), target)
    return existsSync(target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
