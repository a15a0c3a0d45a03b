import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../../local/project.ts'
import { scratchFolder } from './scratch.ts'

/** Runs Vitest over these files, as npm test does, and answers what it counted. */
function counted(files: Readonly<Record<string, string>>): unknown {
  const folder = scratchFolder()
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, 'tests'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'tests', name), text)
  const file = join(folder, 'count.json')
  const args = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--root', join(folder, 'tests')]
  spawnSync(process.execPath, [...args, `--reporter=${inProject('local/closing-line.ts')}`], {
    env: { ...process.env, COUNT_FILE: file, VITEST: '' },
  })
  return JSON.parse(readFileSync(file, 'utf8'))
}

const open = `import { test, expect } from 'vitest'\n`

test.each([
  ['a test that passes', `test('a', () => {})`, { passed: 1, failed: 0 }],
  ['a test that fails', `test('a', () => expect(1).toBe(2))`, { passed: 0, failed: 1 }],
  ['a test that is skipped', `test.skip('a', () => {})`, { passed: 0, failed: 1 }],
  ['a file that cannot be loaded', `throw new Error('no')`, { passed: 0, failed: 1 }],
  ['a file without a test', ``, { passed: 0, failed: 1 }],
  [
    'an error nobody caught',
    `test('a', () => { setTimeout(() => { throw new Error('late') }); return new Promise((r) => setTimeout(r, 50)) })`,
    { passed: 1, failed: 1 },
  ],
])('%s is counted', (_, text, count) => {
  expect(counted({ 'one.test.ts': open + text })).toEqual(count)
})
