import { compressAssets } from './compress.ts'
import { dist, inProject } from './project.ts'
import { buildIfChanged } from './source-mark.ts'

async function bundle(): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile: inProject('vite.config.ts'),
    build: { outDir: dist('web'), emptyOutDir: true },
    logLevel: 'warn',
  })
  await compressAssets(dist('web', 'assets'))
  await bundleServiceWorker()
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

export function buildWeb(): Promise<boolean> {
  return buildIfChanged({
    name: 'web',
    sources: ['web', 'domain', 'vite.config.ts'],
    build: bundle,
  })
}
