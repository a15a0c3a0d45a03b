import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../local/free-port.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { inProject } from '../../local/project.ts'
import { makeRunFolder } from './run-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the whole product answers, started as `npm start` does, with its demo year. */
    productUrl: string
    /** Where it keeps what it has, for the tests that look behind it. */
    productDataDir: string
  }
}

type Running = { dataDir: string; stop(): Promise<void> }
let running: Running | undefined

function environment(dataDir: string, port: number): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
  return { ...inherited, DATA_DIR: dataDir, PORT: String(port), DEMO: 'full' }
}

/** Resolves when the start has printed where to open it; rejects with all it said when it ended. */
function start(dataDir: string, port: number): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', inProject('local/start.ts')], {
    cwd: inProject(),
    env: environment(dataDir, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Mở · Open')) resolve({ dataDir, stop })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)))
  })
}

export async function setup(project: TestProject): Promise<void> {
  // while a walk is being written: a product that runs already
  if (process.env.PRODUCT_URL) {
    project.provide('productDataDir', process.env.DATA_DIR ?? '.data')
    return project.provide('productUrl', process.env.PRODUCT_URL)
  }
  const dataDir = makeRunFolder('training-product-')
  const port = await freePort()
  running = await start(dataDir, port)
  project.provide('productDataDir', dataDir)
  project.provide('productUrl', `http://localhost:${port}`)
}

export async function teardown(): Promise<void> {
  if (!running) return
  await running.stop()
  forgetPostgres(join(running.dataDir, 'postgres'))
  rmSync(running.dataDir, { recursive: true, force: true })
}
