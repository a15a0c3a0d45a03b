import { z } from 'zod'
import { CLASS_STATES } from '../classes/class-state.ts'
import { movementCounts } from '../cycle/movement.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { route } from '../grammar/route.ts'
import { INSPECTION_STATES } from '../inspection/states.ts'

const figure = z.number().nullable()

/** The quality beside a count: who was tested and who passed. */
const quality = z.object({ tested: z.int(), passed: z.int(), percent: figure })

export const targetResultView = z.object({
  planType: z.string().nullable(),
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  isPercent: z.boolean(),
  planned: figure,
  done: figure,
  percent: figure,
  isReached: z.boolean().nullable(),
  denominator: z.int().nullable(),
  lastYear: figure,
  quality: quality.nullable(),
  /** The terms of a net growth, which nobody typed. */
  terms: movementCounts.nullable(),
  hasRows: z.boolean(),
  units: z.array(
    z.object({ unitId: z.uuid(), unitName: z.string(), planned: figure, done: figure }),
  ),
})
export type TargetResultView = z.output<typeof targetResultView>

export const classRowView = z.object({
  code: z.string(),
  title: z.string(),
  unitName: z.string().nullable(),
  planned: figure,
  attended: figure,
  tested: figure,
  passed: figure,
})
export type ClassRowView = z.output<typeof classRowView>

export const obstacleView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const resultsView = z.object({
  planYear: z.int(),
  isClosed: z.boolean(),
  phase: z.string(),
  targets: z.array(targetResultView),
  classes: z.array(classRowView),
  /** What is still open, named before the year is closed. */
  unfinished: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type ResultsView = z.output<typeof resultsView>

/** What the early end of a station would leave behind: named beforehand, and nothing of it lost. */
export const stationEndView = z.object({
  phase: z.string(),
  /** Opened and not begun: they keep their own days. */
  classes: z.array(
    z.object({
      classId: z.uuid(),
      code: z.string(),
      title: z.string(),
      state: z.enum(CLASS_STATES),
      startsOn: z.iso.date().nullable(),
      organiserName: z.string(),
    }),
  ),
  /** Lines of the issued plan without a class. */
  lines: z.array(z.object({ code: z.string(), topic: z.string(), seats: z.int() })),
  inspections: z.array(
    z.object({
      inspectionId: z.uuid(),
      unitName: z.string(),
      subject: z.string(),
      state: z.enum(INSPECTION_STATES),
      visitFrom: z.iso.date(),
    }),
  ),
})
export type StationEndView = z.output<typeof stationEndView>

export const resultsRoutes = {
  stationEnd: route({
    method: 'get',
    path: '/cycles/:planYear/station-end',
    summary: 'What ending the present station early would leave behind, by name',
    params: z.object({ planYear }),
    reply: stationEndView,
    by: ['committeeLeader'],
    over: 'federation',
    records: null,
  }),
  results: route({
    method: 'get',
    path: '/cycles/:planYear/results',
    summary: 'The year-end board: every target planned against done, per unit and in all',
    params: z.object({ planYear }),
    reply: resultsView,
    by: [
      'administrator',
      'departmentDrafter',
      'departmentHead',
      'committeeLeader',
      'committeeMember',
      'councilSecretary',
      'councilMember',
      'inspectionHead',
      'inspector',
    ],
    over: 'federation',
    records: null,
  }),
} as const
