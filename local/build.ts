import { pathToFileURL } from 'node:url'
import { buildServer } from './build-server.ts'
import { buildWeb } from './build-web.ts'
import { buildWorkflows } from './build-workflows.ts'

/** Builds what has changed since the last build; names the parts it built. */
export async function buildAll(): Promise<string[]> {
  const parts = { server: buildServer, workflows: buildWorkflows, web: buildWeb }
  const built = Object.entries(parts).map(async ([name, build]) => ((await build()) ? [name] : []))
  return (await Promise.all(built)).flat()
}

export const remarkOnBuild = (built: readonly string[]): string =>
  built.length === 0 ? 'không đổi · unchanged' : built.join(', ')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const begun = Date.now()
  const built = await buildAll()
  console.log(`${remarkOnBuild(built)}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
