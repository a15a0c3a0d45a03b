import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { inProject } from '../../local/project.ts'
import { scratchFolder } from './scratch.ts'

/** What sets up a run has less of Node than a test file has, and is what asks on a bare machine. */
const setup = (target: string, told: string) => `
import { writeFileSync } from 'node:fs'
import { fetchBySdk } from '${pathToFileURL(inProject('local/sdk-download.ts')).pathname}'

export async function setup() {
  writeFileSync(${JSON.stringify(told)}, String(await fetchBySdk(${JSON.stringify(target)})))
}
`

test('a run of tests on a machine without the program asks the SDK for it', () => {
  const folder = scratchFolder()
  const [target, told] = [join(folder, 'temporal'), join(folder, 'told')]
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'one.test.js'), `import { test } from 'vitest'\ntest('a', () => {})`)
  writeFileSync(join(folder, 'setup.ts'), setup(target, told))
  writeFileSync(
    join(folder, 'vitest.config.js'),
    `export default { test: { globalSetup: './setup.ts' } }`,
  )
  const { stderr } = spawnSync(
    process.execPath,
    [inProject('node_modules/vitest/vitest.mjs'), 'run', '--root', folder],
    { env: { ...process.env, VITEST: '' }, encoding: 'utf8' },
  )
  expect(existsSync(told), stderr).toBe(true)
  expect(readFileSync(told, 'utf8')).toBe(String(existsSync(target)))
})
