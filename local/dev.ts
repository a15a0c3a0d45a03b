import { watch } from 'node:fs'
import { createRequire } from 'node:module'
import { buildWorkflows, workflowBundlePath } from './build-workflows.ts'
import { startChild } from './children.ts'
import { freePort } from './free-port.ts'
import { prepareDatabase } from './prepare.ts'
import { processEnvironment } from './process-environment.ts'
import { inProject } from './project.ts'
import { runInForeground } from './run.ts'
import { openServices } from './services.ts'
import type { Surroundings } from './services.ts'
import { untilReady, whenOneEnds } from './until-ready.ts'
import type { Watched } from './until-ready.ts'

const tsx = createRequire(import.meta.url).resolve('tsx/cli')

/** The worker loads the workflows as one file: bundled anew when they change, which restarts it. */
function watchWorkflows({ closing }: Surroundings): Promise<void> {
  let soon: NodeJS.Timeout | undefined
  const rebuild = () => buildWorkflows().catch((error) => console.error(String(error)))
  const watchers = ['workflows', 'domain'].map((folder) =>
    watch(inProject(folder), { recursive: true }, () => {
      clearTimeout(soon)
      soon = setTimeout(() => void rebuild(), 200)
    }),
  )
  const stop = async () => watchers.forEach((watcher) => watcher.close())
  return closing.add({ part: 'vite', stop })
}

async function startWatched(around: Surroundings, env: NodeJS.ProcessEnv): Promise<Watched[]> {
  const watched: Watched[] = []
  await buildWorkflows()
  await watchWorkflows(around)
  for (const name of ['worker', 'api'] as const) {
    const also = name === 'worker' ? ['--include', workflowBundlePath] : []
    const args = [tsx, 'watch', '--clear-screen=false', ...also, `${name}/main.ts`]
    const child = startChild({ name, args, env })
    watched.push({ child })
    await around.closing.add({ part: name, stop: child.stop })
  }
  return watched
}

async function startVite({ settings, closing }: Surroundings, apiPort: number): Promise<void> {
  const { createServer } = await import('vite')
  const target = `http://127.0.0.1:${apiPort}`
  const server = await createServer({
    configFile: inProject('vite.config.ts'),
    server: {
      port: settings.port,
      strictPort: true,
      proxy: { '/api': { target }, '/health': { target } },
    },
  })
  await server.listen()
  await closing.add({ part: 'vite', stop: () => server.close() })
}

await runInForeground(async (around) => {
  const { settings, steps } = around
  const services = await openServices(around)
  const apiPort = await freePort()
  const common = processEnvironment(settings, services)
  const env = { ...common, NODE_ENV: 'development', PORT: String(apiPort) }
  const owner = { ...env, MIGRATE_DATABASE_URL: services.ownerUrl }
  const program = ['--import', 'tsx', inProject('db/prepare.ts')]
  await steps('Cấu trúc và dữ liệu · Migrations and facts', () => prepareDatabase(owner, program))
  const watched = await startWatched(around, env)
  await steps('API, worker', () => untilReady(apiPort, watched))
  await steps('Vite', () => startVite(around, apiPort))
  console.log(`\n  Mở · Open   ${settings.publicUrl}\n`)
  return { broken: whenOneEnds(watched) }
})
