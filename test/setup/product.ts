import { spawn } from 'node:child_process'
import { chown, cp, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { renameSync, watch, writeFileSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { childGuard } from '../../local/children.ts'
import { freePort } from '../../local/free-port.ts'
import { inProject } from '../../local/project.ts'
import { forgetRunFolder, makeRunFolder, sweepKilledRuns } from './run-folder.ts'
import { files } from './wanted-product.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the whole product answers, started as `npm start` does, with its demo year. */
    productUrl: string
    /** Where it keeps what it has, for the tests that look behind it. */
    productDataDir: string
  }
}

declare global {
  // Vitest loads this file once for every project, and each project has a product of its own
  var trainingDemo: { products: number; made?: Promise<string> } | undefined
}

type Running = { stop(): Promise<void> }
let product: { dataDir: string; running?: Promise<Running> } | undefined

function environment(dataDir: string, port: number): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
  return { ...inherited, DATA_DIR: dataDir, PORT: String(port), DEMO: 'full' }
}

/** Resolves when the start has printed where to open it; rejects with all it said when it ended. */
function start(dataDir: string, port: number): Promise<Running> {
  const program = ['--import', childGuard, '--import', 'tsx', inProject('local/start.ts')]
  const child = spawn(process.execPath, program, {
    cwd: inProject(),
    env: environment(dataDir, port),
    // by the last one it hears that the run was killed
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
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
      if (said.includes('Mở · Open')) resolve({ stop })
    }
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear)
    void ended.then(() => reject(new Error(`npm start ended:\n${said}`)))
  })
}

/** The demo year as a first start leaves it, in a folder that nobody has open. */
async function madeDemo(port: number): Promise<string> {
  const folder = makeRunFolder('demo')
  try {
    await (await start(folder, port)).stop()
  } catch (error) {
    forgetRunFolder(folder)
    throw error
  }
  return folder
}

/** The copies belong to whom their originals do: the database may run as a user of its own. */
async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
  for (const name of await readdir(from, { recursive: true })) {
    const { uid, gid } = await lstat(join(from, name))
    await chown(join(to, name), uid, gid)
  }
}

/** Where a run has several products, their years are made once. */
async function startWithDemo(dataDir: string, port: number): Promise<Running> {
  const demo = globalThis.trainingDemo
  if (demo && demo.products > 1) await copyFolder(await (demo.made ??= madeDemo(port)), dataDir)
  return start(dataDir, port)
}

/**
 * A product that nobody looks at yet costs a tenth of a processor, and its start stands before every
 * other test: it is started when the first of its own tests asks (wanted-product.ts).
 */
function startWhenWanted(dataDir: string, port: number): void {
  const wanted = watch(dataDir, (_, name) => {
    if (name !== files.wanted || !product) return
    wanted.close()
    product.running = startWithDemo(dataDir, port)
    const tell = (words: string) => {
      // whole at once for whoever looks
      writeFileSync(join(dataDir, 'telling'), words)
      renameSync(join(dataDir, 'telling'), join(dataDir, files.told))
    }
    product.running.then(
      () => tell(''),
      (error: unknown) => tell(String(error)),
    )
  })
  wanted.unref()
}

export async function setup(project: TestProject): Promise<void> {
  // while a walk is being written: a product that runs already
  if (process.env.PRODUCT_URL) {
    project.provide('productDataDir', process.env.DATA_DIR ?? '.data')
    return project.provide('productUrl', process.env.PRODUCT_URL)
  }
  await sweepKilledRuns()
  const dataDir = makeRunFolder('product')
  const port = await freePort()
  product = { dataDir }
  globalThis.trainingDemo ??= { products: 0 }
  globalThis.trainingDemo.products += 1
  startWhenWanted(dataDir, port)
  project.provide('productDataDir', dataDir)
  project.provide('productUrl', `http://localhost:${port}`)
}

export async function teardown(): Promise<void> {
  if (!product) return
  const running = await product.running?.catch(() => undefined)
  await running?.stop()
  forgetRunFolder(product.dataDir)
  const original = await globalThis.trainingDemo?.made?.catch(() => undefined)
  if (original) forgetRunFolder(original)
}
