import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { allowedActionView } from './allowed-action.contract.ts'
import { federationDeeds as deeds } from './deeds.ts'
import { line } from './line.contract.ts'
import { pagingQuery, pagingView } from './paging.contract.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from './unit-kind.ts'

export const unitsPerPage = 50

const standingQuery = { on: z.iso.date().optional() }

export const unitsQuery = z.strictObject({
  q: z.string().trim().max(100).default(''),
  /** Those below this unit, at any depth. */
  below: z.uuid().optional(),
  level: z.enum(LEVELS).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  ownership: z.enum(OWNERSHIPS).optional(),
  /** OPEN and CLOSED are judged on the day of `on`, today when it is left out. */
  state: z.enum(['OPEN', 'CLOSED']).optional(),
  ...standingQuery,
  ...pagingQuery,
})
export type UnitsQuery = z.output<typeof unitsQuery>

export const successionView = z.object({
  unitId: z.uuid(),
  name: z.string(),
  since: z.iso.date(),
})

const unitFacts = z.object({
  unitId: z.uuid(),
  code: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  kind: z.enum(UNIT_KINDS),
  workers: z.int().nullable(),
  members: z.int().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})

export const unitRowView = unitFacts.extend({
  ownership: z.enum(OWNERSHIPS).nullable(),
  sector: z.string().nullable(),
  aboveId: z.uuid().nullable(),
  aboveName: z.string().nullable(),
  /** Who took over what a closed unit had. */
  successors: z.array(successionView),
})
export type UnitRowView = z.output<typeof unitRowView>

export const branchView = unitFacts.extend({
  /** How many stood directly below it on that day. */
  children: z.int(),
})
export type BranchView = z.output<typeof branchView>

export const keyHolderView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  position: z.string(),
  role: z.string(),
  since: z.iso.date(),
  until: z.iso.date().nullable(),
  substituteFor: z.string().nullable(),
})

export const unitView = unitRowView.extend({
  symbol: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** From the top down to the unit above this one. */
  above: z.array(z.object({ unitId: z.uuid(), name: z.string() })),
  predecessors: z.array(successionView),
  keyHolders: z.array(keyHolderView),
  children: z.int(),
  /** People of this unit and of everything below it, as far as the reader may see them. */
  officials: z.int(),
  revision: z.int(),
  allowedActions: z.array(allowedActionView),
})
export type UnitView = z.output<typeof unitView>

export const unitCode = z
  .string()
  .trim()
  .regex(/^[A-ZĐ0-9][A-ZĐ0-9.-]{0,29}$/, 'federation.code-unreadable')

export const unitForm = z.strictObject({
  aboveId: z.uuid(),
  code: unitCode,
  name: line(200),
  kind: z.enum(UNIT_KINDS),
  level: z.enum(LEVELS),
  symbol: z.string().trim().max(30).nullable(),
  sector: z.string().trim().max(120).nullable(),
  ownership: z.enum(OWNERSHIPS).nullable(),
  workers: z.int().min(0).max(5_000_000).nullable(),
  members: z.int().min(0).max(5_000_000).nullable(),
  validFrom: z.iso.date(),
  contactName: z.string().trim().max(120).nullable(),
  contactPhone: z.string().trim().max(20).nullable(),
})
export type UnitForm = z.output<typeof unitForm>

export const closureForm = z.strictObject({
  /** The last day on which it stands. */
  lastDay: z.iso.date(),
  successorIds: z.array(z.uuid()).max(20),
})

export const unitCorrectionForm = unitForm.omit({ aboveId: true, code: true, validFrom: true })
export type UnitCorrection = z.output<typeof unitCorrectionForm>

/** The paper that decided it: "Quyết định số 12/QĐ-LĐLĐ". */
const basis = line(200)

export const placeForm = z.strictObject({ aboveId: z.uuid(), basis })

export const mergerForm = z.strictObject({
  successorId: z.uuid(),
  /** The last day on which it stands; not in the future, because what is open moves at once. */
  lastDay: z.iso.date(),
  basis,
})

export const mergerPreview = z.object({
  /** Answers that the successor will owe, by number. */
  moving: z.array(z.string()),
  /** Answers to rounds that the successor answers itself: they end. */
  doubled: z.array(z.string()),
  /** Classes not over yet whose seats and names the successor gets, by code. */
  classes: z.array(z.string()),
  /** Inspections not over yet, and the remedies still open in them. */
  inspections: z.int(),
  remedies: z.int(),
  /** What the unit said at conferences and nobody has confirmed yet. */
  opinions: z.int(),
  /** Months of movement written and not sent, such as '3/2027'. */
  months: z.array(z.string()),
  /** The same where the successor has sent its own figures: those forms stay. */
  stayingMonths: z.array(z.string()),
  finished: z.int(),
  officials: z.int(),
  keyHolders: z.int(),
  /** Open units below it: they are moved first. */
  children: z.int(),
})
export type MergerPreview = z.output<typeof mergerPreview>

const openMatterView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const unitParams = z.object({ unitId: z.uuid() })

export const unitsRoutes = {
  units: route({
    method: 'get',
    path: '/units',
    summary: 'Units by any of their words, without marks; closed ones say who took over',
    query: unitsQuery,
    reply: z.object({ units: z.array(unitRowView), mayAdd: z.boolean(), ...pagingView }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  branch: route({
    method: 'get',
    path: '/unit-tree',
    summary: 'The units directly below one, or the top, as they stood on a day',
    query: z.strictObject({ above: z.uuid().optional(), ...standingQuery }),
    reply: z.object({ on: z.iso.date(), units: z.array(branchView) }),
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  unit: route({
    method: 'get',
    path: '/units/:unitId',
    summary: 'A unit: its facts, who came before and after it, and who holds its keys',
    params: unitParams,
    reply: unitView,
    by: 'signedIn',
    over: 'nothing',
    records: null,
  }),
  addUnit: route({
    method: 'post',
    path: '/units',
    summary: 'Enters a unit below another',
    body: unitForm,
    reply: z.object({ unitId: z.uuid() }),
    deed: deeds.unitAdded,
  }),
  openMatters: route({
    method: 'get',
    path: '/units/:unitId/closure',
    summary: 'What a unit still owes, by name: it cannot be closed before',
    params: unitParams,
    reply: z.object({ open: z.array(openMatterView) }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  closeUnit: route({
    method: 'post',
    path: '/units/:unitId/closure',
    summary: 'Ends a unit that owes nothing on a day, and names who takes it over',
    params: unitParams,
    body: closureForm,
    reply: z.object({ unitId: z.uuid() }),
    deed: deeds.unitClosed,
  }),
  correctUnit: route({
    method: 'put',
    path: '/units/:unitId',
    summary: 'Renames a unit or corrects what is written of it',
    params: unitParams,
    body: unitCorrectionForm,
    reply: z.object({ unitId: z.uuid(), revision: z.int() }),
    deed: deeds.unitCorrected,
    revision: true,
  }),
  moveUnit: route({
    method: 'put',
    path: '/units/:unitId/place',
    summary: 'Puts a unit, with all below it, under another',
    params: unitParams,
    body: placeForm,
    reply: z.object({ unitId: z.uuid() }),
    deed: deeds.unitMoved,
    revision: true,
  }),
  mergerPreview: route({
    method: 'get',
    path: '/units/:unitId/merger',
    summary: 'What a merger into another unit would move, and what would stay',
    params: unitParams,
    query: z.strictObject({ successorId: z.uuid() }),
    reply: mergerPreview,
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  mergeUnit: route({
    method: 'post',
    path: '/units/:unitId/merger',
    summary: 'Ends a unit and hands its open obligations to the one that takes it over',
    params: unitParams,
    body: mergerForm,
    reply: z.object({ unitId: z.uuid(), moved: z.int() }),
    deed: deeds.unitMerged,
    revision: true,
  }),
} as const
