import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { UnitListReply } from '../../domain/federation/set-up.contract.ts'
import { isAbove, LEVELS, LEVELS_OF_KIND, type Level } from '../../domain/federation/unit-kind.ts'
import {
  type ListedUnit,
  placesOf,
  readRow,
  type SheetFault,
  type UnitSheet,
} from '../../domain/federation/unit-list.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { pathBelow } from './unit-path.ts'

type Standing = {
  id: string
  code: string
  name: string
  level: string
  kind: string
  path: string
  parentId: string | null
  sector: string | null
  ownership: string | null
  workerCount: number | null
  memberCount: number | null
  contactName: string | null
  contactPhone: string | null
}
type Added = Standing & { validFrom: string }
type Judged = { added: Added[]; changed: Standing[]; unchanged: number; faults: SheetFault[] }

const faultsShown = 200

/** What a list would do, or does: good rows are entered, each other row is named with its cell. */
export async function takeIn(
  tx: Tx,
  { federationId, today }: { federationId: string; today: string },
  sheet: UnitSheet,
  how: { write: boolean },
): Promise<UnitListReply> {
  const places = placesOf(sheet)
  if ('missing' in places)
    throw new Refusal('federation.list-heads-missing', 'invalid', {
      params: { heads: places.missing.join(', ') },
    })
  const read = sheet.rows.map((row) => readRow(row, places))
  const judged = judge(
    read.flatMap(({ unit }) => unit ?? []),
    await standingUnits(tx),
    today,
  )
  const faults = [...read.flatMap((each) => each.faults), ...judged.faults]
  if (how.write) {
    await addAll(tx, federationId, judged.added)
    await changeAll(tx, judged.changed)
  }
  return {
    rows: sheet.rows.length,
    added: judged.added.length,
    changed: judged.changed.length,
    unchanged: judged.unchanged,
    refused: new Set(faults.map(({ row }) => row)).size,
    faults: faults.toSorted((a, b) => a.row - b.row).slice(0, faultsShown),
  }
}

async function standingUnits(tx: Tx): Promise<Standing[]> {
  return tx
    .selectFrom('unit')
    .select([
      'id',
      'code',
      'name',
      'level',
      'kind',
      'path',
      'parentId',
      'sector',
      'ownership',
      'workerCount',
      'memberCount',
      'contactName',
      'contactPhone',
    ])
    .execute()
}

/** A unit may stand above its own superior in the sheet, so rows wait until theirs is known. */
function judge(
  listed: readonly ListedUnit[],
  standing: readonly Standing[],
  today: string,
): Judged {
  const known = new Map(standing.map((unit) => [unit.code, unit]))
  const top = standing.find((unit) => unit.parentId === null)
  const existing = new Set(known.keys())
  const judged: Judged = { added: [], changed: [], unchanged: 0, faults: [] }
  const seen = new Set<string>()
  let waiting = listed.filter((unit) => {
    if (!seen.has(unit.code)) return seen.add(unit.code)
    judged.faults.push(faultOf(unit, 'federation.list-code-twice'))
    return false
  })
  for (;;) {
    const ready = waiting.filter((unit) => unit.aboveCode === '' || known.has(unit.aboveCode))
    if (ready.length === 0) break
    const done = new Set(ready)
    waiting = waiting.filter((unit) => !done.has(unit))
    for (const unit of ready) {
      const above = unit.aboveCode === '' ? top : known.get(unit.aboveCode)
      const old = existing.has(unit.code) ? known.get(unit.code) : undefined
      if (!above) judged.faults.push(faultOf(unit, 'federation.list-above-unknown'))
      else if (old) compare(unit, { old, above }, judged)
      else add(unit, above, { known, judged, today })
    }
  }
  judged.faults.push(...waiting.map((unit) => faultOf(unit, 'federation.list-above-unknown')))
  return judged
}

type Adding = { known: Map<string, Standing>; judged: Judged; today: string }

function add(unit: ListedUnit, above: Standing, { known, judged, today }: Adding): void {
  const level = levelBelow(unit, above)
  if (!level) {
    judged.faults.push(faultOf(unit, 'federation.list-kind-not-below'))
    return
  }
  const id = randomUUID()
  const path = pathBelow(above.path, unit.code, id)
  const row: Added = {
    ...factsOf(unit),
    id,
    code: unit.code,
    level,
    kind: unit.kind,
    path,
    parentId: above.id,
    validFrom: unit.validFrom ?? today,
  }
  known.set(unit.code, row)
  judged.added.push(row)
}

/** A unit that stands keeps its kind and place; its name and figures follow the list. */
function compare(
  unit: ListedUnit,
  { old, above }: { old: Standing; above: Standing },
  judged: Judged,
): void {
  if (old.kind !== unit.kind || old.parentId !== above.id) {
    judged.faults.push(faultOf(unit, 'federation.list-stands-elsewhere'))
    return
  }
  const now: Standing = { ...old, ...factsOf(unit) }
  const isSame = JSON.stringify(now) === JSON.stringify(old)
  if (isSame) judged.unchanged += 1
  else judged.changed.push(now)
}

function factsOf(unit: ListedUnit) {
  const { name, sector, ownership, workers, members, contactName, contactPhone } = unit
  return {
    name,
    sector,
    ownership,
    workerCount: workers,
    memberCount: members,
    contactName,
    contactPhone,
  }
}

function levelBelow(unit: ListedUnit, above: Standing): Level | undefined {
  const upper = LEVELS.find((level) => level === above.level)
  return LEVELS_OF_KIND[unit.kind].find((level) => upper !== undefined && isAbove(upper, level))
}

function faultOf(unit: ListedUnit, code: string): SheetFault {
  return { row: unit.row, column: null, code, params: { unit: unit.code, above: unit.aboveCode } }
}

/** Parents come before their children, because each row waited for its superior. */
async function addAll(tx: Tx, federationId: string, units: readonly Added[]): Promise<void> {
  if (units.length === 0) return
  await sql`insert into unit (id, federation_id, parent_id, code, name, level, kind, path, sector, ownership,
      worker_count, member_count, valid_from, contact_name, contact_phone)
    select r.id, ${federationId}, r."parentId", r.code, r.name, r.level, r.kind, r.path::ltree, r.sector, r.ownership,
      r."workerCount", r."memberCount", r."validFrom", r."contactName", r."contactPhone"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r (
      id uuid, "parentId" uuid, code text, name text, level text, kind text, path text, sector text,
      ownership text, "workerCount" integer, "memberCount" integer, "validFrom" date, "contactName" text,
      "contactPhone" text)`.execute(tx)
}

async function changeAll(tx: Tx, units: readonly Standing[]): Promise<void> {
  if (units.length === 0) return
  await sql`update unit u set name = r.name, sector = r.sector, ownership = r.ownership,
      worker_count = r."workerCount", member_count = r."memberCount", contact_name = r."contactName",
      contact_phone = r."contactPhone"
    from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r (
      id uuid, name text, sector text, ownership text, "workerCount" integer, "memberCount" integer,
      "contactName" text, "contactPhone" text)
    where u.id = r.id`.execute(tx)
}
