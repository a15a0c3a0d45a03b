import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { quickBrowser } from './quick-browser.ts'
import { untilTrue } from '../setup/year-walk.ts'

/** A browser with a folder of its own, as a person has one: killed, it finds its texts again. */
export type OwnBrowser = {
  context(): BrowserContext
  /** SIGKILL to the process, without a word to its pages. */
  kill(): Promise<void>
  start(): Promise<void>
  throwAway(): Promise<void>
}

export async function ownBrowser(): Promise<OwnBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'training-browser-'))
  let child: ChildProcess | undefined
  let context: BrowserContext | undefined

  async function start(): Promise<void> {
    const { executablePath, args } = await quickBrowser()
    const port = join(folder, 'DevToolsActivePort')
    rmSync(port, { force: true })
    const own = ['--remote-debugging-port=0', `--user-data-dir=${folder}`, '--no-first-run']
    child = spawn(executablePath, [...args, ...own, '--headless', 'about:blank'], {
      stdio: 'ignore',
      // its helpers end with it
      detached: process.platform !== 'win32',
    })
    await untilTrue(async () => existsSync(port) && readFileSync(port, 'utf8').includes('\n'))
    const [number] = readFileSync(port, 'utf8').split('\n')
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`)
    ;[context] = browser.contexts()
  }

  async function kill(): Promise<void> {
    const dying = child
    if (!dying?.pid || dying.exitCode !== null || dying.signalCode !== null) return
    const gone = new Promise<void>((resolve) => dying.once('exit', () => resolve()))
    // the group that it leads: the browser and its own helpers, by the id of the one we started
    if (process.platform === 'win32') dying.kill('SIGKILL')
    else process.kill(-dying.pid, 'SIGKILL')
    await gone
  }

  await start()
  return {
    context() {
      if (!context) throw new Error('the browser does not run')
      return context
    },
    kill,
    start,
    async throwAway() {
      await kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
