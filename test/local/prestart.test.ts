import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../../local/project.ts'
import { scratchFolder } from './scratch.ts'

/** A clone whose npm only tells that it was called, and with what. */
function clone(): string {
  const folder = scratchFolder()
  cpSync(inProject('local/prestart.mjs'), join(folder, 'local/prestart.mjs'))
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  const npm = `require('node:fs').mkdirSync('node_modules', { recursive: true }); console.log('npm', process.argv[2])`
  writeFileSync(join(folder, 'npm.js'), npm)
  return folder
}

function prestart(folder: string) {
  return spawnSync(process.execPath, [join(folder, 'local/prestart.mjs')], {
    env: { ...process.env, npm_execpath: join(folder, 'npm.js') },
    encoding: 'utf8',
  })
}

test('a fresh clone gets its dependencies once', () => {
  const folder = clone()
  expect(prestart(folder).stdout).toContain('npm ci')
  expect(prestart(folder).stdout).toBe('')
})

test('another lockfile installs anew', () => {
  const folder = clone()
  prestart(folder)
  writeFileSync(join(folder, 'package-lock.json'), '{ "packages": {} }')
  expect(prestart(folder).stdout).toContain('npm ci')
})

test("somebody else's folder behind a link is never emptied", () => {
  const folder = clone()
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'elsewhere', 'theirs'), '')
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules'))
  const { status, stderr } = prestart(folder)
  expect(status).toBe(1)
  expect(stderr).toContain('node_modules is a link')
  expect(existsSync(join(folder, 'elsewhere', 'theirs'))).toBe(true)
})
