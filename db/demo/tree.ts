import type { UnitKind } from '../../domain/federation/unit-kind.ts'
import { type GrassrootsUnit, grassrootsUnits } from './grassroots.ts'
import { departments, type DepartmentKey } from './office-people.ts'
import { randomFor } from './random.ts'
import type { DepartmentRow, FederationRow, SuccessionRow, UnitRow } from './rows.ts'
import { closedOn, closedUnits, reorganisedOn } from './closed-units.ts'
import { upperCode, upperUnits } from './upper-units.ts'

export type Tree = {
  federation: FederationRow
  root: UnitRow
  school: UnitRow
  /** The 43 by their number. */
  uppers: ReadonlyMap<number, UnitRow>
  grassroots: readonly GrassrootsUnit[]
  units: readonly UnitRow[]
  successions: readonly SuccessionRow[]
  departments: readonly DepartmentRow[]
  departmentIds: Readonly<Record<DepartmentKey, string>>
}

const symbols: Partial<Record<UnitKind, string>> = {
  WARD_UNION: 'CĐP',
  COMMUNE_UNION: 'CĐX',
  SPECIAL_ZONE_UNION: 'CĐĐK',
  LOCAL_SECTOR_UNION: 'CĐN',
  CORPORATION_UNION: 'CĐTCT',
  INDUSTRIAL_PARK_UNION: 'CĐKCN',
  DISTRICT_FEDERATION: 'LĐLĐ',
}

type Uuid = () => string
type Wanted = Pick<UnitRow, 'code' | 'name' | 'level' | 'kind' | 'path' | 'valid_from'> &
  Partial<UnitRow>

function unitRow(
  uuid: Uuid,
  federationId: string,
  parentId: string | null,
  wanted: Wanted,
): UnitRow {
  return {
    id: uuid(),
    federation_id: federationId,
    parent_id: parentId,
    symbol: symbols[wanted.kind] ?? null,
    sector: null,
    ownership: null,
    worker_count: null,
    member_count: null,
    valid_to: null,
    contact_name: null,
    contact_phone: null,
    ...wanted,
  }
}

function theFederation(uuid: Uuid): FederationRow {
  return {
    id: uuid(),
    name: 'Liên đoàn Lao động thành phố Hà Thanh',
    short_name: 'LĐLĐ thành phố Hà Thanh',
    place: 'Hà Thanh',
    superior_name: 'Tổng Liên đoàn Lao động Việt Nam',
    symbol: 'LĐLĐ',
    help_name: 'Đỗ Quang Khải',
    help_phone: '024 0000 0138',
    is_demo: true,
  }
}

function upperRows(uuid: Uuid, root: UnitRow): Map<number, UnitRow> {
  const isNew = new Set<UnitKind>(['WARD_UNION', 'COMMUNE_UNION', 'SPECIAL_ZONE_UNION'])
  return new Map(
    upperUnits.map((upper) => {
      const [number, code] = [upper.number, upperCode(upper.number)]
      const reorganised = isNew.has(upper.kind) || upper.kind === 'INDUSTRIAL_PARK_UNION'
      const row = unitRow(uuid, root.federation_id, root.id, {
        code,
        name: upper.name,
        level: 'IMMEDIATE_UPPER',
        kind: upper.kind,
        path: `${root.path}.u${code.slice(3)}`,
        valid_from: reorganised
          ? reorganisedOn
          : `${1994 + (number % 17)}-05-${10 + (number % 19)}`,
        contact_phone: `024 0000 02${code.slice(3)}`,
      })
      return [number, row]
    }),
  )
}

function closedRows(uuid: Uuid, root: UnitRow): UnitRow[] {
  return closedUnits.map((closed, index) => {
    const order = String(index + 1).padStart(2, '0')
    return unitRow(uuid, root.federation_id, root.id, {
      code: `HT-C${order}`,
      name: closed.name,
      level: 'IMMEDIATE_UPPER',
      kind: closed.kind,
      path: `${root.path}.x${order}`,
      valid_from: closed.since,
      valid_to: closedOn,
    })
  })
}

function successionRows(
  closed: readonly UnitRow[],
  uppers: ReadonlyMap<number, UnitRow>,
): SuccessionRow[] {
  return closed.flatMap((unit, index) =>
    (closedUnits[index]?.heirs ?? []).flatMap((number) => {
      const heir = uppers.get(number)
      const [unit_id, federation_id] = [unit.id, unit.federation_id]
      return heir ? [{ unit_id, successor_id: heir.id, federation_id, since: reorganisedOn }] : []
    }),
  )
}

/** What belongs to a union is what its grassroots unions add up to. */
function addUp(units: Iterable<UnitRow>, below: readonly GrassrootsUnit[]): void {
  for (const unit of units) {
    const own = below.filter(({ row }) => row.path.startsWith(`${unit.path}.`))
    unit.worker_count = own.reduce((sum, { row }) => sum + (row.worker_count ?? 0), 0)
    unit.member_count = own.reduce((sum, { row }) => sum + (row.member_count ?? 0), 0)
  }
}

function officeRows(uuid: Uuid, federation: FederationRow): { root: UnitRow; school: UnitRow } {
  const root = unitRow(uuid, federation.id, null, {
    code: 'HT',
    name: federation.name,
    level: 'PROVINCIAL',
    kind: 'PROVINCIAL_FEDERATION',
    path: 'ht',
    symbol: federation.symbol,
    valid_from: '1946-07-20',
    contact_name: federation.help_name,
    contact_phone: federation.help_phone,
  })
  const school = unitRow(uuid, federation.id, root.id, {
    code: 'HT-TC',
    name: 'Trường Trung cấp Công đoàn Hà Thanh',
    level: 'PROVINCIAL',
    kind: 'AFFILIATED_UNIT',
    path: 'ht.tc',
    symbol: 'TCCĐ',
    valid_from: '1976-09-15',
    contact_phone: '024 0000 0150',
  })
  return { root, school }
}

function departmentRows(uuid: Uuid, root: UnitRow) {
  const rows = departments.map((each, index): DepartmentRow => ({
    id: uuid(),
    federation_id: root.federation_id,
    unit_id: root.id,
    name: each.name,
    short_name: each.short,
    position: index + 1,
  }))
  const [cadre, parks, office] = rows.map((row) => row.id)
  if (!cadre || !parks || !office) throw new Error('the three departments must be there')
  return { departments: rows, departmentIds: { cadre, parks, office } }
}

/** Every unit of the demo, open and closed, with its successors and the offices' departments. */
export function generateTree(seed: number): Tree {
  const { uuid } = randomFor(seed, 'units')
  const federation = theFederation(uuid)
  const { root, school } = officeRows(uuid, federation)
  const uppers = upperRows(uuid, root)
  const closed = closedRows(uuid, root)
  const grassroots = grassrootsUnits(seed, uppers)
  addUp([root, ...uppers.values()], grassroots)
  return {
    federation,
    root,
    school,
    uppers,
    grassroots,
    units: [root, school, ...uppers.values(), ...closed, ...grassroots.map(({ row }) => row)],
    successions: successionRows(closed, uppers),
    ...departmentRows(uuid, root),
  }
}
