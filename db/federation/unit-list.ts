import { randomUUID } from 'node:crypto'
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
import { addAll, type Added, changeAll, type Standing, standingUnits } from './listed-units.ts'
import { pathBelow } from './unit-path.ts'

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
