import { relative } from 'node:path'
import type { Rolldown } from 'vite'
import { inProject } from './project.ts'

type Naming = Exclude<Rolldown.CodeSplittingGroup['name'], string>
type Graph = Parameters<Naming>[1]

const signIn = ['web/federation/SignInPage.tsx']
const shell = ['web/app/AppShell.tsx', 'web/app/Questions.tsx']

/** The kit shown to those who build with it, and the calendar, which is fetched when it is opened. */
const apart = /web\/kit\/(Kit\w+|form\/Calendar)\.tsx$|@mantine\/dates|dayjs/
const isKit = (id: string) => /node_modules|web\/kit\//.test(id) && !apart.test(id)

/**
 * Which modules travel in one file. Left to itself the builder makes a file of whatever the same pages
 * share: 281 files, of which a unit's answer asked for 186, six at a time (decision 47). A page asks for
 * what the door stands in, for what every page behind it stands in, for what its slice shares, for itself.
 */
export function webChunks(): Rolldown.CodeSplittingOptions {
  const inSignIn = standingIn(signIn)
  const inShell = standingIn(shell)
  const inWords = standingIn(['domain/text/vi.ts'])
  const rooms: Record<string, Naming | Rolldown.CodeSplittingGroup> = {
    libs: { name: 'libs', tags: ['$initial'], test: /node_modules/ },
    door: { name: 'door', tags: ['$initial'] },
    // a page that is asked for by its name keeps a file of its own
    'sign-in': (id, graph) => (inSignIn(id, graph) && !isOneOf(signIn, id) ? 'sign-in' : null),
    vi: (id, graph) => (inWords(id, graph) ? 'vi' : null),
    frame: (id, graph) =>
      (inShell(id, graph) && !isOneOf(shell, id)) || isKit(id) ? 'frame' : null,
    slices: { name: sliceOf, minShareCount: 2 },
  }
  const groups = Object.entries(rooms).map(([debugName, room], index) => ({
    debugName,
    // what stands in an earlier room is not in a later one
    priority: Object.keys(rooms).length - index,
    ...(typeof room === 'function' ? { name: room } : room),
  }))
  return { groups }
}

const pathOf = (id: string) => relative(inProject(), id).replaceAll('\\', '/')
const isOneOf = (paths: readonly string[], id: string) => paths.includes(pathOf(id))

/** Whether a module of ours stands in one of these: imported at once or through others, not later. */
function standingIn(paths: readonly string[]): (id: string, graph: Graph) => boolean {
  let found: Set<string> | undefined
  return (id, graph) => (found ??= importedBy(paths, graph)).has(pathOf(id))
}

function importedBy(paths: readonly string[], graph: Graph): Set<string> {
  const found = new Set<string>()
  const waiting = paths.map((path) => inProject(path))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    // a library's index names far more than is used of it
    if (found.has(pathOf(id)) || id.includes('node_modules')) continue
    found.add(pathOf(id))
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

function sliceOf(id: string): string | null {
  const [room = '', slice = ''] = pathOf(id).split('/')
  return room === 'web' || room === 'domain' ? slice : null
}
