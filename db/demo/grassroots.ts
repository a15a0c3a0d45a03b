import { randomFor, shareOut, type Random } from './random.ts'
import type { UnitRow } from './rows.ts'
import { type UpperUnit, upperUnits } from './upper-units.ts'
import { type Workplace, workplaceUnder } from './workplaces.ts'

export const grassrootsTotal = 10_000

/** A grassroots union with what the drawing of its officials needs besides the row. */
export type GrassrootsUnit = { row: UnitRow; women: number; upperNumber: number }

/** Workplaces that the drawings name. */
const named: Readonly<Record<number, readonly Workplace[]>> = {
  2: [
    {
      name: 'Công ty May Sông Trúc',
      sector: 'Dệt may',
      ownership: 'NON_STATE',
      kind: 'GRASSROOTS_UNION',
      size: 9,
      women: 0.8,
    },
    {
      name: 'Bệnh viện Bến Trúc',
      sector: 'Y tế',
      ownership: 'PUBLIC_SERVICE',
      kind: 'GRASSROOTS_UNION',
      size: 5,
      women: 0.68,
    },
  ],
  11: [
    {
      name: 'Trường Tiểu học Cầu Mây',
      sector: 'Giáo dục',
      ownership: 'PUBLIC_SERVICE',
      kind: 'GRASSROOTS_UNION',
      size: 1,
      women: 0.83,
    },
  ],
  20: [
    {
      name: 'Công ty Nhựa Minh Lộ',
      sector: 'Nhựa, bao bì',
      ownership: 'NON_STATE',
      kind: 'GRASSROOTS_UNION',
      size: 3,
      women: 0.44,
    },
  ],
  35: [
    {
      name: 'Công ty Giày Hà Thanh',
      sector: 'Da giày',
      ownership: 'FDI',
      kind: 'GRASSROOTS_UNION',
      size: 4,
      women: 0.74,
    },
  ],
}

/** How many grassroots unions each of the 43 has; the sum is exactly 10,000. */
export function grassrootsCounts(): number[] {
  const fixed = upperUnits.reduce((sum, unit) => sum + (unit.fixed ? unit.grassroots : 0), 0)
  const weights = upperUnits.map((unit) => (unit.fixed ? 0 : unit.grassroots))
  const shared = shareOut(grassrootsTotal - fixed, weights)
  return upperUnits.map((unit, index) => (unit.fixed ? unit.grassroots : (shared[index] ?? 0)))
}

/** Most workplaces are small and a few are very large. */
function workersOf(random: Random, usual: number, size: number): number {
  const bell = random.next() + random.next() + random.next() + random.next() - 2
  return Math.max(6, Math.round(usual * size * Math.exp(bell * 1.45)))
}

export function grassrootsUnits(
  seed: number,
  uppers: ReadonlyMap<number, UnitRow>,
): GrassrootsUnit[] {
  const random = randomFor(seed, 'grassroots')
  const taken = new Set<string>()
  const counts = grassrootsCounts()
  return upperUnits.flatMap((upper, index) => {
    const parent = uppers.get(upper.number)
    if (!parent) throw new Error(`no row for ${upper.name}`)
    return Array.from({ length: counts[index] ?? 0 }, (_, place) =>
      oneUnit(freshOrNamed(random, taken, upper, place), { random, upper, parent, place }),
    )
  })
}

type Place = { random: Random; upper: UpperUnit; parent: UnitRow; place: number }

function oneUnit(workplace: Workplace, at: Place): GrassrootsUnit {
  const { random, upper, parent, place } = at
  const workers = workersOf(random, upper.usualWorkers, workplace.size)
  const order = String(place + 1).padStart(4, '0')
  const prefix = workplace.kind === 'TRADE_GUILD' ? 'Nghiệp đoàn' : 'CĐCS'
  const row: UnitRow = {
    id: random.uuid(),
    federation_id: parent.federation_id,
    parent_id: parent.id,
    code: `${parent.code}-${order}`,
    name: `${prefix} ${workplace.name}`,
    level: 'GRASSROOTS',
    kind: workplace.kind,
    path: `${parent.path}.c${order}`,
    symbol: 'CĐCS',
    sector: workplace.sector,
    ownership: workplace.ownership,
    worker_count: workers,
    member_count: Math.max(5, Math.round(workers * (0.72 + random.next() * 0.27))),
    valid_from: `${random.between(1991, 2024)}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`,
    valid_to: null,
    contact_name: null,
    contact_phone: null,
  }
  return { row, women: workplace.women, upperNumber: upper.number }
}

const pad = (value: number) => String(value).padStart(2, '0')

function freshOrNamed(random: Random, taken: Set<string>, upper: UpperUnit, place: number) {
  return named[upper.number]?.[place] ?? freshWorkplace(random, taken, upper)
}

/** No two unions of the city carry the same name; a second house of a firm is its "Chi nhánh". */
function freshWorkplace(random: Random, taken: Set<string>, upper: UpperUnit): Workplace {
  for (let attempt = 0; attempt < 8; attempt++) {
    const workplace = workplaceUnder(upper.kind, upper.name, random)
    if (taken.has(workplace.name)) continue
    taken.add(workplace.name)
    return workplace
  }
  const crowded = workplaceUnder(upper.kind, upper.name, random)
  let branch = 2
  while (taken.has(`${crowded.name}, cơ sở ${branch}`)) branch++
  const name = `${crowded.name}, cơ sở ${branch}`
  taken.add(name)
  return { ...crowded, name }
}
