import { randomUUID } from 'node:crypto'
import type {
  ClassState,
  NominationState,
  ReleaseState,
} from '../../../domain/classes/class-state.ts'
import { givenNameSortKey } from '../../../domain/grammar/text.ts'
import type { SmallFederation, SmallUnit } from '../small-federation.ts'

export type Sql = (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
export type ClassGround = { sql: Sql; federation: SmallFederation; cycleId: string }

export type SessionWish = {
  /** From now, below zero for what has begun already. */
  startsInHours: number
  hours?: number
  kind?: string
  lecturerId?: string | null
  room?: string
}
export type NomineeWish = {
  /** The n-th unit, from 1. */
  unit: number
  officialId?: string
  state?: NominationState
  release?: ReleaseState
  priority?: number
}
export type ClassWish = {
  state?: ClassState
  seats?: number
  title?: string
  needsRelease?: boolean
  eligibility?: object
  /** The federation's offices, or the n-th unit, from 1. */
  organiser?: number
  planId?: string | null
  lineCode?: string | null
  sessions?: readonly SessionWish[]
  /** Seats of the first unit, the second … */
  quotas?: readonly number[]
  nominees?: readonly NomineeWish[]
}
export type MadeClass = {
  classId: string
  processId: string
  sessionIds: string[]
  quotaIds: string[]
  nominationIds: string[]
  nomineeIds: string[]
}

let made = 0
const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

/** A class as it stands in a state: rows of its own, without the deeds that would lead there. */
export async function insertClass(ground: ClassGround, wish: ClassWish = {}): Promise<MadeClass> {
  const classId = randomUUID()
  const processId = `class/${classId}`
  const sessions = wish.sessions ?? [{ startsInHours: 24 * 40 }, { startsInHours: 24 * 40 + 5 }]
  await insertRow(ground, { classId, processId, sessions, wish })
  const sessionIds: string[] = []
  for (const [index, session] of sessions.entries())
    sessionIds.push(await insertSession(ground, classId, index + 1, session))
  const quotaIds: string[] = []
  for (const [index, seats] of (wish.quotas ?? [2, 2]).entries())
    quotaIds.push(await insertQuota(ground, classId, unitOf(ground, index + 1), seats))
  const nominationIds: string[] = []
  const nomineeIds: string[] = []
  for (const nominee of wish.nominees ?? []) {
    const officialId = nominee.officialId ?? (await insertOfficial(ground, nominee.unit))
    nomineeIds.push(officialId)
    nominationIds.push(await insertNomination(ground, classId, { ...nominee, officialId }))
  }
  return { classId, processId, sessionIds, quotaIds, nominationIds, nomineeIds }
}

type Row = {
  classId: string
  processId: string
  sessions: readonly SessionWish[]
  wish: ClassWish
}

const classColumns = `id, federation_id, cycle_id, plan_id, line_code, organiser_unit_id, code, title, topic, audience,
  training_kind, delivery_form, venue, seats, eligibility, needs_release, state, process_id, nominations_open_at,
  nominations_due_at, release_due_at, list_due_at, list_fixed_at, starts_on, ends_on`

async function insertRow(ground: ClassGround, row: Row): Promise<void> {
  await ground.sql(
    `insert into training_class (${classColumns})
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'Nghiệp vụ công đoàn', 'Cán bộ công đoàn cơ sở mới', 'WORKSHOP', 'DIRECT',
       'Trường Trung cấp Công đoàn', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19::date, $20::date)`,
    [...factsOf(ground, row), ...datesOf(row)],
  )
}

function factsOf({ federation, cycleId }: ClassGround, { classId, processId, wish }: Row) {
  return [
    classId,
    federation.federationId,
    cycleId,
    wish.planId ?? null,
    wish.lineCode ?? null,
    wish.organiser ? federation.units[wish.organiser - 1]?.id : federation.top.id,
    `T-${(made += 1)}`,
    wish.title ?? 'Cán bộ công đoàn mới',
    wish.seats ?? 4,
    JSON.stringify(wish.eligibility ?? {}),
    wish.needsRelease ?? true,
    wish.state ?? 'OPEN_FOR_NOMINATION',
    processId,
  ]
}

function datesOf({ sessions, wish: { state = 'OPEN_FOR_NOMINATION' } }: Row) {
  const starts = sessions.map(({ startsInHours }) => startsInHours / 24)
  const isFixed = state !== 'PLANNED' && state !== 'OPEN_FOR_NOMINATION'
  return [
    inDays(state === 'PLANNED' ? 10 : -1),
    inDays(15),
    inDays(22),
    inDays(30),
    isFixed ? inDays(-1) : null,
    inDays(Math.min(...starts)),
    inDays(Math.max(...starts)),
  ]
}

export async function insertSession(
  { sql, federation }: ClassGround,
  classId: string,
  number: number,
  { startsInHours, hours = 4, kind = 'THEORY', lecturerId = null, room }: SessionWish,
): Promise<string> {
  const [row] = await sql(
    `insert into class_session (federation_id, class_id, number, starts_at, ends_at, kind, topic, lecturer_id,
       lecturer_name, room)
     values ($1, $2, $3, $4, $5, $6, $10, $7, $8, $9) returning id`,
    [
      federation.federationId,
      classId,
      number,
      inDays(startsInHours / 24),
      inDays((startsInHours + hours) / 24),
      kind,
      lecturerId,
      lecturerId && 'Tạ Minh Đoan',
      room ?? 'Phòng 204',
      `Chuyên đề ${number}`,
    ],
  )
  return String(row?.id)
}

async function insertQuota(
  { sql, federation }: ClassGround,
  classId: string,
  unit: SmallUnit,
  seats: number,
): Promise<string> {
  const [row] = await sql(
    `insert into class_quota (class_id, unit_id, federation_id, seats) values ($1, $2, $3, $4) returning id`,
    [classId, unit.id, federation.federationId, seats],
  )
  return String(row?.id)
}

export async function insertNomination(
  { sql, federation, ...ground }: ClassGround,
  classId: string,
  { unit, officialId, state = 'UNIT_APPROVED', release = 'NOT_ASKED', priority = 1 }: NomineeWish,
): Promise<string> {
  const { id, path } = unitOf({ sql, federation, ...ground }, unit)
  const [row] = await sql(
    `insert into nomination (federation_id, class_id, unit_id, unit_path, official_id, priority, state, release_state,
       proposed_by)
     values ($1, $2, $3, $4::ltree, $5, $6, $7, $8, $9) returning id`,
    [
      federation.federationId,
      classId,
      id,
      path,
      officialId,
      priority,
      state,
      release,
      federation.person(`unit${unit}.drafter`).officialId,
    ],
  )
  return String(row?.id)
}

let people = 0

/** Somebody of the n-th unit who can be sent to a class; without an account. */
export async function insertOfficial(
  { sql, federation, ...ground }: ClassGround,
  unit: number,
  facts: { position?: string; employment?: string } = {},
): Promise<string> {
  const { id, path } = unitOf({ sql, federation, ...ground }, unit)
  const fullName = `Nguyễn Thị Bưởi ${(people += 1)}`
  const [row] = await sql(
    `insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year, employment,
       level, position) values ($1, $2, $3::ltree, $4, $5, 'F', 1990, $6, 'IMMEDIATE_UPPER', $7) returning id`,
    [
      federation.federationId,
      id,
      path,
      fullName,
      givenNameSortKey(fullName),
      facts.employment ?? 'PART_TIME',
      facts.position ?? 'PRESIDENT',
    ],
  )
  return String(row?.id)
}

/** A lecturer who may be asked; with an official's record where one is named. */
export async function insertLecturer(
  { sql, federation }: ClassGround,
  { officialId = null, approved = true }: { officialId?: string | null; approved?: boolean } = {},
): Promise<string> {
  const [row] = await sql(
    `insert into lecturer (federation_id, official_id, full_name, title, unit_name, approved_since)
     values ($1, $2, 'Tạ Minh Đoan', 'Giảng viên', 'Trường Trung cấp Công đoàn', $3) returning id`,
    [federation.federationId, officialId, approved ? '2025-07-01' : null],
  )
  return String(row?.id)
}

function unitOf({ federation }: ClassGround, unit: number): SmallUnit {
  const found = federation.units[unit - 1]
  if (!found) throw new Error(`there is no unit ${unit}`)
  return found
}
