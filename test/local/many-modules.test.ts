import { isBuiltin } from 'node:module'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { bundleManyModules } from '../../local/many-modules.ts'
import { inProject } from '../../local/project.ts'

/** What a program of these imports still asks npm's folder for when it starts. */
async function leftOutside(...asked: string[]): Promise<string[]> {
  const { metafile } = await build({
    stdin: {
      contents: asked.map((name, nth) => `export * as n${nth} from '${name}'`).join('\n'),
      resolveDir: inProject(),
    },
    absWorkingDir: inProject(),
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'silent',
    bundle: true,
    platform: 'node',
    format: 'esm',
    plugins: [bundleManyModules],
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  return [...new Set(imports.filter(({ external }) => external).map(({ path }) => path))]
}

test('the libraries of many modules come whole, with what they ask for', async () => {
  const left = await leftOutside('better-auth', 'better-auth/plugins', 'kysely', 'zod')
  // asked for if it should be there, and not installed here
  const hoped = '@opentelemetry/api'
  expect(left.filter((path) => !isBuiltin(path) && path !== hoped)).toEqual([])
})

test('what is native, or finds files beside itself, stays where npm put it', async () => {
  const outside = ['@node-rs/argon2', '@temporalio/client', 'sharp', 'pg', 'exceljs']
  expect(await leftOutside('kysely', ...outside)).toEqual(outside)
})
