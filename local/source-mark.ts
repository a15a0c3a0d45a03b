import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist, inProject } from './project.ts'

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** One number for the content of these files and folders, the locked dependencies included. */
function markOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of [...sources, 'package-lock.json'].flatMap((s) => filesBelow(inProject(s)))) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export type BuildPart = { name: string; sources: readonly string[]; build(): Promise<void> }

/** Builds a part unless it was built from exactly these sources; tells whether it did. */
export async function buildIfChanged({ name, sources, build }: BuildPart): Promise<boolean> {
  const mark = markOf(sources)
  const kept = dist(`.${name}.built`)
  if (existsSync(kept) && readFileSync(kept, 'utf8') === mark) return false
  mkdirSync(dist(), { recursive: true })
  await build()
  writeFileSync(kept, mark)
  return true
}
