import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { buildServer } from '../../local/build-server.ts'
import { buildWorkflows } from '../../local/build-workflows.ts'
import { inProject } from '../../local/project.ts'
import { certificatesIssued } from './certificates.ts'
import { closingOfRounds } from './closing-of-rounds.ts'
import { formSubmission } from './form-submission.ts'
import { type Ground, openGround } from './ground.ts'
import { keystroke } from './keystroke.ts'
import { nomination } from './nomination.ts'
import { officialsList } from './officials-list.ts'
import { openingOfRounds } from './opening-of-rounds.ts'
import { pageWeight } from './page-weight.ts'
import { processDeed } from './process-deed.ts'
import { isWorse, type Measured, type Result, resultOf, type Row } from './row.ts'
import { starts } from './starts.ts'
import type { Subject } from './subject.ts'
import { wideConsultation } from './wide-consultation.ts'
import { yearEndBoard } from './year-end-board.ts'

const subjects = [
  formSubmission,
  processDeed,
  openingOfRounds,
  closingOfRounds,
  wideConsultation,
  officialsList,
  certificatesIssued,
  nomination,
  yearEndBoard,
  keystroke,
  pageWeight,
  starts,
]
const rows = new Map(subjects.flatMap((subject) => subject.rows.map((row) => [row.name, row])))
const baselineFile = inProject('test/bench/baseline.json')

const { values: asked } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    baseline: { type: 'boolean', default: false },
  },
})
if (asked.only !== undefined && !rows.has(asked.only)) {
  console.error(`There is no row "${asked.only}". Rows: ${[...rows.keys()].join(', ')}`)
  process.exit(2)
}

const kept = existsSync(baselineFile)
  ? z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(baselineFile, 'utf8')))
  : {}
const results = await measureAll((name) => asked.only === undefined || asked.only === name)
const worse = results.filter(({ name, ratio }) => {
  const [row, before] = [rows.get(name), kept[name]]
  return row !== undefined && before !== undefined && isWorse(row, ratio, before)
})
if (asked.json) writeFileSync(asked.json, `${JSON.stringify(results, null, 2)}\n`)
if (asked.baseline) keepBaseline()
else for (const { name, ratio } of worse) console.log(`✗ ${name}: ${ratio}, was ${kept[name]}`)
process.exit(worse.length > 0 && !asked.baseline ? 1 : (process.exitCode ?? 0))

async function measureAll(isWanted: (name: string) => boolean): Promise<Result[]> {
  await Promise.all([buildServer(), buildWorkflows()])
  const ground = await openGround()
  const found: Result[] = []
  console.log(line(['row', 'figure', 'floor', 'unit', 'ratio', 'goal', '']))
  try {
    for (const subject of subjects)
      if (subject.rows.some(({ name }) => isWanted(name)))
        // the other rows are worth having when one cannot be measured
        await measureOne(subject, ground, { isWanted, found }).catch(reportFailure)
  } finally {
    await ground.close()
  }
  return found
}

type Measuring = { isWanted(name: string): boolean; found: Result[] }

async function measureOne(subject: Subject, ground: Ground, { isWanted, found }: Measuring) {
  for await (const [name, measured] of subject.measure(ground, isWanted)) {
    const row = rows.get(name)
    if (row) found.push(reported(row, measured))
  }
}

function reportFailure(error: unknown): void {
  console.error(error)
  process.exitCode = 1
}

function reported(row: Row, measured: Measured): Result {
  const result = resultOf(row, measured)
  const { name, figure, floor, unit, ratio, met } = result
  const goal = `${row.goalIs === 'atLeast' ? '≥' : '≤'} ${row.goal}`
  console.log(line([name, figure, floor ?? '–', unit, ratio, goal, met ? 'met' : 'missed']))
  if (row.floorIs) console.log(`    floor: ${row.floorIs}`)
  if (measured.beside) console.log(`    ${measured.beside}`)
  return result
}

function line(cells: readonly (string | number)[]): string {
  const widths = [26, 10, 10, 8, 8, 8, 6]
  return cells
    .map((cell, at) => String(cell).padEnd(widths[at] ?? 0))
    .join(' ')
    .trimEnd()
}

/** Rows that were not run keep what was known of them. */
function keepBaseline(): void {
  const ratios = { ...kept, ...Object.fromEntries(results.map(({ name, ratio }) => [name, ratio])) }
  writeFileSync(baselineFile, `${JSON.stringify(ratios, null, 2)}\n`)
}
