import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildInTurn, remarkOnBuild } from './build.ts'
import { compressWeb } from './build-web.ts'
import { startChild } from './children.ts'
import { runToEnd } from './command.ts'
import { PlainFailure } from './plain-failure.ts'
import { prepareDatabase } from './prepare.ts'
import type { Prepared } from './prepare.ts'
import { processEnvironment } from './process-environment.ts'
import { dist, inProject } from './project.ts'
import { openServices } from './services.ts'
import type { Services, Surroundings } from './services.ts'
import { together } from './together.ts'
import { untilReady, whenOneEnds } from './until-ready.ts'
import type { Watched } from './until-ready.ts'

export type Product = {
  prepared: Prepared
  services: Services
  /** Rejects when a part ends by itself. */
  broken: Promise<never>
}

async function startProcesses(around: Surroundings, env: NodeJS.ProcessEnv): Promise<Watched[]> {
  const { settings, steps, closing } = around
  const start = async () => {
    const watched: Watched[] = []
    for (const name of ['worker', 'api'] as const) {
      const log = join(settings.dataDir, 'logs', `${name}.log`)
      const child = startChild({ name, args: [dist(`${name}.js`)], env, log })
      watched.push({ child, log })
      await closing.add({ part: name, stop: child.stop })
    }
    await untilReady(settings.port, watched)
    return watched
  }
  return steps('API và tiến trình xử lý · API and worker', start)
}

/**
 * This year of the demo is made by doing its deeds. The note stands until all are done, so that a
 * start that was broken off is taken up by the next one.
 */
async function performDemoYear({ settings, steps }: Surroundings, env: NodeJS.ProcessEnv) {
  const note = join(settings.dataDir, 'demo-year-unfinished')
  if (!existsSync(note)) return
  const perform = async () => {
    const args = ['--enable-source-maps', dist('demo-year.js')]
    const { code, output } = await runToEnd(process.execPath, args, { env, cwd: inProject() })
    if (code === 0) return rmSync(note)
    throw new PlainFailure(
      `${output.slice(-3000)}\nKhông dựng xong năm mẫu; chạy lại "npm start" để làm tiếp.`,
      'The demo year was not finished; run "npm start" again to go on with it.',
    )
  }
  await steps('Năm mẫu · Demo year (by doing its deeds)', perform)
}

async function prepare(
  { settings, steps }: Surroundings,
  env: NodeJS.ProcessEnv,
  whenMigrated: () => void,
): Promise<Prepared> {
  const remark = ({ firstStart }: Prepared) => (firstStart ? 'lần đầu · first start' : undefined)
  const work = async () => {
    const prepared = await prepareDatabase(env, undefined, whenMigrated)
    const note = join(settings.dataDir, 'demo-year-unfinished')
    if (prepared.firstStart && settings.demo === 'full') writeFileSync(note, '')
    return prepared
  }
  return steps('Cấu trúc và dữ liệu · Migrations and facts', work, remark)
}

/** The processes start as soon as the tables are there, beside the loading of the facts. */
function prepareAndStart(
  around: Surroundings,
  { env, ownerUrl, built }: { env: NodeJS.ProcessEnv; ownerUrl: string; built: Promise<unknown> },
): Promise<[Prepared, Watched[]]> {
  let tellMigrated = () => {}
  const migrated = new Promise<void>((resolve) => (tellMigrated = resolve))
  const preparing = prepare(around, { ...env, MIGRATE_DATABASE_URL: ownerUrl }, tellMigrated)
  const mayStart = Promise.race([migrated, preparing]).then(() => built)
  return together(
    preparing,
    mayStart.then(() => startProcesses(around, env)),
  )
}

/**
 * The whole product, ready. What is built last is needed last: the pages come about while the facts
 * are loaded and the demo's deeds are done, which leave half of the machine idle.
 */
export async function startProduct(around: Surroundings): Promise<Product> {
  const { settings, steps } = around
  const parts = buildInTurn()
  const built = (name: string, part: Promise<string[]>) => steps(name, () => part, remarkOnBuild)
  const [services] = await together(
    openServices(around),
    built('Dựng chương trình · Build', parts.server),
  )
  const env = processEnvironment(settings, services)
  const { ownerUrl } = services
  const [prepared, watched] = await prepareAndStart(around, {
    env,
    ownerUrl,
    built: parts.workflows,
  })
  await performDemoYear(around, env)
  await built('Các trang web · Web pages', parts.web)
  compressWeb().catch((error: unknown) => console.error('  ✗ .br, .gz:', error))
  const broken = whenOneEnds(watched)
  broken.catch(() => undefined) // heard by whoever waits for it; an orderly stop ends them too
  return { prepared, services, broken }
}
