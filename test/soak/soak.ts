import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildServer } from '../../local/build-server.ts'
import { buildWorkflows } from '../../local/build-workflows.ts'
import { inProject } from '../../local/project.ts'
import { openGround } from '../bench/ground.ts'
import { openHouse } from '../bench/house.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { tookMs } from './many-days.ts'
import { type Soaked, soakUnits } from './units.ts'

/** How long a person may wait for the word that the answer is in. */
const goalMs = 2_000

const parts = {
  units: soakWithUnits,
  typing: soakTyping,
} as const

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    units: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '10' },
  },
})
const asked = z
  .object({
    only: z.enum(['units', 'typing']).optional(),
    units: z.coerce.number().int().min(1).max(200_000),
    minutes: z.coerce.number().min(0.05).max(600),
  })
  .parse(values)

for (const [name, part] of Object.entries(parts))
  if (asked.only === undefined || asked.only === name) if (!(await part())) process.exitCode = 1

/** Ten thousand units in ten minutes, half of them in the last two, until the round is closed. */
async function soakWithUnits(): Promise<boolean> {
  await Promise.all([buildServer(), buildWorkflows()])
  const ground = await openGround()
  try {
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, 0)
    const house = await openHouse(ground, urls)
    try {
      return report(await soakUnits({ ...urls, ...house, federation }, asked))
    } finally {
      await house.close()
    }
  } finally {
    await ground.close()
  }
}

function report({ lived, verdict, processor, seconds, closingMs }: Soaked): boolean {
  const { acknowledged, refused } = lived
  const late = acknowledged.filter(({ isLate }) => isLate).length
  const [p50, p99, most] = [50, 99, 100].map((percent) => Math.round(tookMs(lived, percent)))
  const isWhole = verdict.lost.length === 0 && verdict.doubled.length === 0
  const isQuick = (p99 ?? Number.NaN) <= goalMs
  const counts = Object.entries(refused).map(([code, times]) => `${code} × ${times}`)
  console.log(`${asked.units} units in ${asked.minutes} minutes`)
  console.log(`  acknowledged   ${acknowledged.length}, of these late ${late}`)
  console.log(`  refused        ${counts.join(', ') || 'none'}`)
  console.log(`  until the word p50 ${p50} ms, p99 ${p99} ms (goal ${goalMs}), longest ${most} ms`)
  console.log(
    `  closed         ${verdict.counted} counted, ${verdict.silent} silent, ${Math.round(closingMs)} ms after the grace`,
  )
  console.log(`  lost           ${verdict.lost.join(' ') || 0}`)
  console.log(`  doubled        ${verdict.doubled.join(' ') || 0}`)
  console.log(
    `  processors     ${shares(processor, seconds)} of ${cpus().length}, over ${Math.round(seconds)} s`,
  )
  return isWhole && isQuick && acknowledged.length > 0
}

function shares(processor: Soaked['processor'], seconds: number): string {
  return Object.entries(processor)
    .map(([name, used]) => `${name} ${(used / seconds).toFixed(2)}`)
    .join(', ')
}

/** A thousand random days in a real browser (settled 22): an afternoon, before an issue. */
function soakTyping(): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', 'typed-words'],
    {
      cwd: inProject(),
      stdio: 'inherit',
      env: { SEED: String(Date.now() % 1_000_000), DAYS: '1000', ...process.env },
    },
  )
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)))
}
