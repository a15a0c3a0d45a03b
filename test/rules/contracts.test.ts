import { expect, test } from 'vitest'
import { z } from 'zod'
import { performers } from '../../db/deeds.ts'
import { deeds } from '../../domain/deeds.ts'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { ratingRoutes } from '../../domain/classes/rating.contract.ts'
import { learningRoutes } from '../../domain/classes/learning.contract.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { filesRoutes } from '../../domain/files/files.contract.ts'
import { type Doing, isDoing, type Route } from '../../domain/grammar/route.ts'
import { inspectionRoutes } from '../../domain/inspection/inspection.contract.ts'
import { papersRoutes } from '../../domain/papers/papers.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import { rewardRoutes } from '../../domain/reward/reward.contract.ts'
import { mountedRoutes } from '../setup/mounted-routes.ts'

const routes: Route[] = [
  federationRoutes,
  filesRoutes,
  cycleRoutes,
  draftRoutes,
  feedbackRoutes,
  revisionRoutes,
  approvalRoutes,
  papersRoutes,
  teachingRoutes,
  testMarkRoutes,
  certificateRoutes,
  learningRoutes,
  ratingRoutes,
  classesRoutes,
  inspectionRoutes,
  rewardRoutes,
].flatMap((slice): Route[] => Object.values(slice))
const doings: Doing[] = routes.filter(isDoing)
const mounted = mountedRoutes()
const workbook = '/export.xlsx'

const named = (route: Route) => `${route.method} ${route.path}`
const repeated = (names: readonly string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index)
const sorted = (names: Iterable<string>) => [...names].toSorted()
/** `/plans/:planId` and `/plans/:id` are one address to a router. */
const shape = (route: Route) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`

test('no two routes share an address, and none hides behind a parameter', () => {
  expect(repeated(routes.map(shape))).toEqual([])
})

test('behind the door stand the routes of the contracts and their lists as workbooks', () => {
  const [sheets, pages] = [true, false].map((isSheet) =>
    mounted.filter(({ path }) => path.endsWith(workbook) === isSheet),
  )
  expect(sorted((pages ?? []).map(named))).toEqual(sorted(routes.map(named)))
  expect(repeated(mounted.map(named))).toEqual([])
  for (const sheet of sheets ?? [])
    expect(routes.map(named)).toContain(named(sheet).replace(workbook, ''))
})

test('who may read a list may download it, and nobody else', () => {
  for (const sheet of mounted.filter(({ path }) => path.endsWith(workbook))) {
    const list = routes.find((route) => named(route) === named(sheet).replace(workbook, ''))
    expect('by' in sheet && sheet.by, sheet.path).toEqual(list && 'by' in list && list.by)
  }
})

test('every deed has one route, and every changing route one deed of the table', () => {
  expect(sorted(doings.map(({ deed }) => deed.name))).toEqual(sorted(deeds.map(({ name }) => name)))
  expect(repeated(deeds.map(({ name }) => name))).toEqual([])
  for (const route of routes) expect(isDoing(route), named(route)).toBe(route.method !== 'get')
})

test('every changing route has its hands, and no hands are without a route', () => {
  // the founding of a federation is done by nobody's role, before there is an account
  const byPeople = doings.filter(({ deed }) => deed.by.length > 0)
  expect(sorted(performers.map(({ route }) => named(route)))).toEqual(sorted(byPeople.map(named)))
})

test('a deed moves a process if and only if its hands know which', () => {
  for (const { route, processOf } of performers)
    expect(processOf !== null, named(route)).toBe(route.moves !== undefined)
})

test('a quiet deed is an edit that a revision guards, or says nothing that must be proved', () => {
  const unguarded = doings.filter(({ quiet, revision }) => quiet && !revision)
  expect(sorted(unguarded.map(({ deed }) => deed.name))).toEqual([
    'answer-file.attached',
    'answer-file.removed',
    'answer-sheet.checked',
    'dossier.marked',
    'finding-photo.attached',
    'finding-photo.removed',
    'letters.read',
    'plan-reading.marked',
    'task-file.attached',
    'task-file.removed',
    'unit-list.checked',
    'upload.begun',
    'upload.continued',
  ])
  for (const { moves, deed } of doings.filter(({ quiet }) => quiet))
    expect([moves, deed.stepUp], deed.name).toEqual([undefined, undefined])
})

test('votes, signatures, numbers and whatever gives rights ask for the password again', () => {
  expect(sorted(deeds.filter(({ stepUp }) => stepUp).map(({ name }) => name))).toEqual([
    'account.created',
    'account.password-reset',
    'account.resumed',
    'answer.signed',
    'approval.signed',
    'assisted-entry.confirmed',
    'award-ballot.cast',
    'ballot.cast',
    'certificate.reissued',
    'certificate.revoked',
    'certificates.asked',
    'commendation.numbered',
    'commendation.signed',
    'conference.minutesSigned',
    'cycle.closed',
    'minutes.countersigned',
    'minutes.signed',
    'paper.numbered',
    'result.issued',
    'result.passed',
    'role.granted',
    'substitute.named',
    'unit.merged',
  ])
})

test('every parameter of an address is described, and no other', () => {
  for (const route of routes)
    expect(sorted(Object.keys(route.params?.shape ?? {})), named(route)).toEqual(
      sorted([...route.path.matchAll(/:(\w+)/g)].map((found) => String(found[1]))),
    )
})

test('addresses are nouns in kebab case', () => {
  for (const route of routes) {
    expect(route.path, named(route)).toMatch(/^(\/([a-z]+(-[a-z]+)*|:[a-zA-Z]+))+$/)
    expect(route.summary, named(route)).toMatch(/^[A-Z].*[^.]$/)
  }
})

type Schema = { type?: string; additionalProperties?: unknown; [key: string]: unknown }

/** Every object of a schema that lets a field through which nobody has thought of. */
function openObjects(schema: unknown, at = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((inner) => openObjects(inner, at))
  if (typeof schema !== 'object' || schema === null) return []
  const own = schema as Schema
  const isOpen = own.type === 'object' && own.additionalProperties === undefined
  const inner = Object.entries(own).flatMap(([key, each]) => openObjects(each, `${at}/${key}`))
  return [...(isOpen && !own.propertyNames ? [at || '/'] : []), ...inner]
}

test('no body takes an unknown field, at any depth', () => {
  for (const route of doings)
    if (route.body)
      expect(openObjects(z.toJSONSchema(route.body, { io: 'input' })), named(route)).toEqual([])
})

const ends = ['maxLength', 'format', 'enum', 'const', 'pattern']

/** Where a text may be as long as the sender likes. */
function endlessTexts(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inner = Object.entries(schema).flatMap(([key, each]) => endlessTexts(each, `${at}/${key}`))
  const isText = 'type' in schema && schema.type === 'string'
  return isText && !ends.some((end) => end in schema) ? [at, ...inner] : inner
}

test('every text of a body has an end, and every list', () => {
  for (const route of doings) {
    if (!route.body) continue
    const schema = z.toJSONSchema(route.body, { io: 'input' })
    expect(endlessTexts(schema), named(route)).toEqual([])
    const lists = JSON.stringify(schema).match(/"type":"array"/g)?.length ?? 0
    const bounds = JSON.stringify(schema).match(/"maxItems"/g)?.length ?? 0
    expect(bounds, named(route)).toBe(lists)
  }
})

test('every reply can be described: the API document leaves nothing out', () => {
  for (const route of routes)
    expect(() => z.toJSONSchema(route.reply, { io: 'output' }), named(route)).not.toThrow()
})
