import { pathToFileURL } from 'node:url'
import { buildServer } from './build-server.ts'
import { buildWeb, compressWeb } from './build-web.ts'
import { buildWorkflows } from './build-workflows.ts'

/** Builds what has changed since the last build; names the parts it built. */
export async function buildAll(): Promise<string[]> {
  const parts = { server: buildServer, workflows: buildWorkflows, web: buildWeb }
  const built = Object.entries(parts).map(([name, build]) => named(name, build()))
  const names = (await Promise.all(built)).flat()
  await compressWeb()
  return names
}

/** The same in the order in which a start needs the parts; each is asked for when its turn comes. */
export function buildInTurn() {
  const server = named('server', buildServer())
  const workflows = server.then(() => named('workflows', buildWorkflows()))
  const web = workflows.then(() => named('web', buildWeb()))
  // a part that fails is heard of by whoever waits for it
  for (const part of [server, workflows, web]) part.catch(() => undefined)
  return { server, workflows, web }
}

async function named(part: string, isBuilt: Promise<boolean>): Promise<string[]> {
  return (await isBuilt) ? [part] : []
}

export const remarkOnBuild = (built: readonly string[]): string =>
  built.length === 0 ? 'không đổi · unchanged' : built.join(', ')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const begun = Date.now()
  const built = await buildAll()
  console.log(`${remarkOnBuild(built)}  ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
