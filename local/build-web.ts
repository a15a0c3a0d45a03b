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
}

export function buildWeb(): Promise<boolean> {
  return buildIfChanged({
    name: 'web',
    sources: ['web', 'domain', 'vite.config.ts'],
    build: bundle,
  })
}
