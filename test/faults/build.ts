import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { bundleManyModules } from '../../local/many-modules.ts'
import { dist, inProject } from '../../local/project.ts'
import type { Break } from './broken.ts'
import type * as Hands from './hands.ts'

type Wish = { entry: string; name: string; breaks?: readonly Break[] }

/** Bundles a process of its own as dist has it, with protections taken out where asked. */
export function bundledProcess(wish: Wish): Promise<string> {
  return bundled(wish, { plugins: [bundleManyModules] })
}

async function bundled({ entry, name, breaks = [] }: Wish, how: BuildOptions): Promise<string> {
  // a lane imports a file once: another breach under the same name must be another file
  const mark = createHash('sha256').update(JSON.stringify(breaks)).digest('hex').slice(0, 8)
  const outfile = join(dist('faults'), `${name}-${mark}-${process.pid}.mjs`)
  await build({
    ...how,
    absWorkingDir: inProject(),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'silent',
    plugins: [...(how.plugins ?? []), ...(breaks.length > 0 ? [replacing(breaks)] : [])],
  })
  return outfile
}

const imported = new Map<string, Promise<unknown>>()

/** An entry to be used in this very process, which has read the libraries already; once a lane. */
export function importedHands(entry: string, breaks: readonly Break[] = []): Promise<unknown> {
  const key = JSON.stringify([entry, breaks])
  const hands = imported.get(key) ?? importOnce({ entry, name: basename(entry, '.ts'), breaks })
  imported.set(key, hands)
  return hands
}

async function importOnce(wish: Wish): Promise<unknown> {
  const file = await bundled(wish, { packages: 'external' })
  const hands: unknown = await import(pathToFileURL(file).href)
  rmSync(file)
  return hands
}

/** The hands of db, sound or broken. */
export async function handsOf(breaks?: readonly Break[]): Promise<typeof Hands> {
  // the bundle has what its entry exports
  return (await importedHands('test/faults/hands.ts', breaks)) as typeof Hands
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
