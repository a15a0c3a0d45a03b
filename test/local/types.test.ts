import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { lintAndTypes } from '../../local/checks.ts'
import { inProject } from '../../local/project.ts'
import { scratchFolder } from './scratch.ts'

/** What the check says of a house of one file. */
function verdict(words: string) {
  const folder = scratchFolder()
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  for (const file of ['tsconfig.json', '.oxlintrc.json'])
    copyFileSync(inProject(file), join(folder, file))
  const file = join(folder, 'web', 'kit', 'thing.tsx')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, words)
  const args = [inProject('node_modules', lintAndTypes.program), ...lintAndTypes.args, 'web']
  const path = [inProject('node_modules/.bin'), process.env.PATH ?? ''].join(':')
  const env = { ...process.env, PATH: path }
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env })
  return { code: run.status, said: run.stdout }
}

test.each([
  ['another type', "export const count: number = 'ba'\n", 'TS2322'],
  ['what may be missing', 'export const at = (of?: string) => of.length\n', 'TS18048'],
  ['undefined for left out', 'export const a: { b?: string } = { b: undefined }\n', 'TS2375'],
  ['a name nobody exports', "export { nothing } from 'node:path'\n", 'TS2305'],
  ['a property of no element', 'export const a = <a hrefs="/">x</a>\n', 'TS2322'],
])('%s fails the check', (_, words, code) => {
  const { code: exit, said } = verdict(words)
  expect(said).toContain(code)
  expect(exit).not.toBe(0)
})

test('control: what is sound passes', () => {
  expect(verdict('export const at = (of?: string) => of?.length ?? 0\n')).toMatchObject({ code: 0 })
})
