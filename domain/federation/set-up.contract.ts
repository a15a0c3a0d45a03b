import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { isPlainLine } from '../grammar/text.ts'
import { password, username } from './accounts.contract.ts'
import { federationDeeds as deeds } from './deeds.ts'
import { line } from './line.contract.ts'
import { unitCode } from './units.contract.ts'

export const foundingForm = z.strictObject({
  /** From the fragment of the one-time link, which no server log ever holds. */
  token: z.string().min(20).max(200),
  federation: z.strictObject({
    name: line(200),
    shortName: line(80),
    place: line(80),
    superiorName: line(200),
    symbol: line(20),
    code: unitCode,
    foundedOn: z.iso.date(),
    helpName: line(120).nullable(),
    helpPhone: line(20).nullable(),
  }),
  administrator: z.strictObject({
    fullName: line(120),
    sex: z.enum(['F', 'M']),
    birthYear: z.int().min(1930).max(2015).nullable(),
    username,
    password,
  }),
})
export type FoundingForm = z.output<typeof foundingForm>

export const memberView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  position: z.string(),
  role: z.enum(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY']),
  since: z.iso.date(),
})

export const departmentView = z.object({
  departmentId: z.uuid(),
  name: z.string(),
  shortName: z.string(),
})

/** What still has to be entered before a year can run; each is a line of the guide. */
export const setUpView = z.object({
  topUnitId: z.uuid(),
  units: z.int(),
  departments: z.array(departmentView),
  officials: z.int(),
  accounts: z.int(),
  /** Roles of the year that nobody holds today. */
  rolesMissing: z.array(z.string()),
  members: z.array(memberView),
  holidayYears: z.array(z.int()),
})
export type SetUpView = z.output<typeof setUpView>

export const UNIT_LIST_MAX_ROWS = 20_000
/** Five megabytes of workbook, written in base64. */
const maxEncoded = 7_000_000

export const unitListForm = z.strictObject({
  fileName: z.string().trim().min(1).max(200).refine(isPlainLine, 'grammar.control-characters'),
  content: z.base64().min(1).max(maxEncoded),
})

export const listFaultView = z.object({
  /** As the sheet counts: the heads stand in row 1. */
  row: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type ListFaultView = z.output<typeof listFaultView>

export const unitListReply = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** At most 200 of them; `refused` counts all rows. */
  faults: z.array(listFaultView),
})
export type UnitListReply = z.output<typeof unitListReply>

export const setUpRoutes = {
  foundFederation: route({
    method: 'post',
    path: '/first-administrator',
    summary: 'With the one-time link: makes the federation and its first administrator',
    body: foundingForm,
    reply: z.object({ username: z.string() }),
    deed: deeds.federationFounded,
  }),
  setUp: route({
    method: 'get',
    path: '/set-up',
    summary: 'What is entered and what is missing before a year can run',
    reply: setUpView,
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  unitListTemplate: route({
    method: 'get',
    path: '/unit-list-template',
    summary: 'The heads of the list of units and what may stand below them',
    reply: z.object({ columns: z.array(z.string()) }),
    by: ['administrator'],
    over: 'federation',
    records: null,
  }),
  checkUnitList: route({
    method: 'post',
    path: '/unit-list-checks',
    summary: 'Reads a list of units without entering anything: what would happen, row by row',
    body: unitListForm,
    reply: unitListReply,
    deed: deeds.unitListChecked,
    quiet: true,
  }),
  takeInUnitList: route({
    method: 'post',
    path: '/unit-lists',
    summary: 'Enters the good rows of a list of units; the same list again changes nothing',
    body: unitListForm,
    reply: unitListReply,
    deed: deeds.unitListTakenIn,
  }),
  addDepartment: route({
    method: 'post',
    path: '/departments',
    summary: 'Enters a department of the federation',
    body: z.strictObject({ name: line(120), shortName: line(30) }),
    reply: z.object({ departmentId: z.uuid() }),
    deed: deeds.departmentAdded,
  }),
  seatMember: route({
    method: 'post',
    path: '/committee-members',
    summary: 'Enters a member of the standing committee',
    body: z.strictObject({
      officialId: z.uuid(),
      role: memberView.shape.role,
      since: z.iso.date(),
    }),
    reply: z.object({ officialId: z.uuid() }),
    deed: deeds.memberSeated,
  }),
} as const
