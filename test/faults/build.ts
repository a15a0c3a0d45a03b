import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { bundleManyModules } from '../../local/many-modules.ts'
import { dist, inProject } from '../../local/project.ts'
import type { Break } from './broken.ts'
import type * as Hands from './hands.ts'

/** Bundles an entry, with protections taken out where asked, and tells where the bundle lies. */
export async function bundled(
  entry: string,
  name: string,
  breaks: readonly Break[] = [],
): Promise<string> {
  // a lane imports a file once: another breach under the same name must be another file
  const mark = createHash('sha256').update(JSON.stringify(breaks)).digest('hex').slice(0, 8)
  const outfile = join(dist('faults'), `${name}-${mark}-${process.pid}.mjs`)
  await build({
    absWorkingDir: inProject(),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'silent',
    plugins: [bundleManyModules, ...(breaks.length > 0 ? [replacing(breaks)] : [])],
  })
  return outfile
}

/** The hands of db, sound or broken, to be used in this very process. */
export async function handsOf(name: string, breaks: readonly Break[] = []) {
  const file = await bundled('test/faults/hands.ts', `hands-${name}`, breaks)
  // the bundle has what its entry exports
  return (await import(pathToFileURL(file).href)) as typeof Hands
}

function replacing(breaks: readonly Break[]): Plugin {
  const left = new Set(breaks)
  return {
    name: 'replacing',
    setup({ onLoad, onEnd }) {
      for (const file of new Set(breaks.map((each) => each.file)))
        onLoad({ filter: new RegExp(`${file.replaceAll(/[/.]/g, '[/\\\\.]')}$`) }, ({ path }) => {
          let contents = readFileSync(path, 'utf8')
          for (const each of breaks.filter((one) => one.file === file)) {
            if (!contents.includes(each.from)) throw new Error(`${file} has no more: ${each.from}`)
            contents = contents.replace(each.from, () => each.to)
            left.delete(each)
          }
          return { contents, loader: 'ts' }
        })
      onEnd(() => {
        if (left.size > 0) throw new Error(`not bundled: ${[...left][0]?.file}`)
      })
    },
  }
}
