import { compressAssets } from './compress.ts'
import { dist, inProject } from './project.ts'
import { buildIfChanged } from './source-mark.ts'

async function bundle(): Promise<void> {
  await asForPeople(async () => {
    const { build } = await import('vite')
    await build({
      configFile: inProject('vite.config.ts'),
      build: { outDir: dist('web'), emptyOutDir: true },
      logLevel: 'warn',
    })
  })
  await bundleServiceWorker()
}

/** Whatever NODE_ENV the shell or a test has: with another one the libraries' own checks come along. */
async function asForPeople(build: () => Promise<void>): Promise<void> {
  const { NODE_ENV: before } = process.env
  process.env.NODE_ENV = 'production'
  try {
    await build()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

/** One file at the top of the site: it rules over what lies below its own address. */
async function bundleServiceWorker(): Promise<void> {
  const esbuild = await import('esbuild')
  await esbuild.build({
    entryPoints: [inProject('web/service-worker.ts')],
    outfile: dist('web', 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  })
}

const sources = ['web', 'domain', 'vite.config.ts', 'local/web-chunks.ts']

export function buildWeb(): Promise<boolean> {
  return buildIfChanged({ name: 'web', sources, build: bundle })
}

/** Takes as long as the building itself, and the pages open without it: for a start it can wait. */
export function compressWeb(): Promise<boolean> {
  const build = () => compressAssets(dist('web', 'assets'))
  return buildIfChanged({ name: 'web-compressed', sources, build })
}
