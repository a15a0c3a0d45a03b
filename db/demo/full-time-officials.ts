import type { Position } from '../../domain/federation/position.ts'
import { person, personName } from './names.ts'
import { inspectorNames, officePeople, schoolLecturer } from './office-people.ts'
import type { Roster, Seat } from './roster.ts'
import { itemAt, type Random, randomFor } from './random.ts'
import type { OfficialRow, UnitRow } from './rows.ts'
import { tenureIn, termRunning, type Term } from './terms.ts'
import type { Tree } from './tree.ts'
import { type UpperUnit, upperUnits } from './upper-units.ts'
import { usernameOf } from './usernames.ts'

export const aboveGrassrootsTotal = 309
const schoolStaff = 8

/** Those above the grassroots by the part they have in the year. */
export type FullTime = {
  offices: ReadonlyMap<string, OfficialRow>
  restOfOffices: readonly OfficialRow[]
  school: readonly OfficialRow[]
  presidents: ReadonlyMap<number, OfficialRow>
  drafters: ReadonlyMap<number, OfficialRow>
}

type Draw = {
  random: Random
  tree: Tree
  roster: Roster
  term: Term
  today: string
}

type Wish = { fullName?: string; sex?: 'F' | 'M'; birthYear?: number } & Partial<
  Pick<Seat, 'departmentId' | 'phone'>
>

function seatFullTime(draw: Draw, unit: UnitRow, position: Position, wish: Wish = {}): OfficialRow {
  const { random, today, term } = draw
  const sex = wish.sex ?? (wish.fullName ? sexOf(wish.fullName) : person(random, 0.56).sex)
  const fullName = wish.fullName ?? personName(random, sex)
  const tenure = tenureIn(random, term, today)
  return draw.roster.seat({
    id: random.uuid(),
    postId: random.uuid(),
    unit,
    fullName,
    sex,
    birthYear: wish.birthYear ?? Number(today.slice(0, 4)) - random.between(27, 57),
    employment: 'FULL_TIME',
    position,
    tenure,
    email: `${usernameOf(fullName)}@congdoan-hathanh.example`,
    ...(wish.departmentId ? { departmentId: wish.departmentId } : {}),
    ...(wish.phone ? { phone: wish.phone } : {}),
  })
}

const womenOfTheDrawings = new Set(['Bạch Hải Yến', 'Lý Thu Nguyệt'])
const sexOf = (fullName: string) =>
  fullName.includes(' Thị ') || womenOfTheDrawings.has(fullName) ? 'F' : 'M'

function seatOffices(draw: Draw): Map<string, OfficialRow> {
  const { tree } = draw
  return new Map(
    officePeople.map((each) => {
      const departmentId = each.department && tree.departmentIds[each.department]
      const { fullName, sex, birthYear } = each
      const phone = fullName === tree.federation.help_name ? tree.federation.help_phone : undefined
      const wish = {
        fullName,
        sex,
        birthYear,
        ...(departmentId && { departmentId }),
        ...(phone && { phone }),
      }
      return [fullName, seatFullTime(draw, tree.root, each.position, wish)]
    }),
  )
}

function seatRestOfOffices(draw: Draw, count: number): OfficialRow[] {
  const { cadre, parks, office } = draw.tree.departmentIds
  const desks = [cadre, office, parks, cadre]
  return Array.from({ length: count }, (_, index) => {
    const named = inspectorNames[index]
    const wish = named ? { fullName: named } : {}
    if (index === 0) return seatFullTime(draw, draw.tree.root, 'INSPECTION_VICE_CHAIR', wish)
    if (index < 8) return seatFullTime(draw, draw.tree.root, 'INSPECTION_MEMBER', wish)
    const departmentId = itemAt(desks, index % desks.length)
    const position = index < 12 ? 'DEPT_DEPUTY' : 'SPECIALIST'
    return seatFullTime(draw, draw.tree.root, position, { departmentId })
  })
}

function seatSchool(draw: Draw): OfficialRow[] {
  const { school } = draw.tree
  const [head, lecturer] = [seatFullTime(draw, school, 'PRESIDENT'), { ...schoolLecturer }]
  const others = Array.from({ length: schoolStaff - 2 }, () =>
    seatFullTime(draw, school, 'SPECIALIST'),
  )
  return [seatFullTime(draw, school, 'SPECIALIST', lecturer), head, ...others]
}

/** One inspector came from Bến Trúc in the spring of last year, and may not inspect it since. */
function postBefore(
  { random, roster, tree, today }: Draw,
  official: OfficialRow | undefined,
): void {
  const unit = tree.uppers.get(2)
  if (!official || !unit) throw new Error('the inspector from Bến Trúc has no seat')
  const lastYear = Number(today.slice(0, 4)) - 1
  roster.posts.push({
    id: random.uuid(),
    federation_id: unit.federation_id,
    official_id: official.id,
    unit_id: unit.id,
    department_id: null,
    position: 'SPECIALIST',
    term_from: null,
    term_to: null,
    since: `${lastYear - 4}-07-01`,
    until: `${lastYear + 1}-03-31`,
    is_main: false,
  })
}

const staffPositions: readonly Position[] = [
  'INSPECTION_CHAIR',
  'SPECIALIST',
  'SPECIALIST',
  'STANDING_COMMITTEE_MEMBER',
  'SPECIALIST',
]

function seatUpperUnit(draw: Draw, upper: UpperUnit, unit: UnitRow) {
  const named = (fullName: string | undefined): Wish => (fullName ? { fullName } : {})
  const president = seatFullTime(draw, unit, 'PRESIDENT', named(upper.president))
  seatFullTime(draw, unit, 'VICE_PRESIDENT')
  const phone = unit.contact_phone ?? ''
  const drafter = seatFullTime(draw, unit, 'SPECIALIST', { ...named(upper.contact), phone })
  unit.contact_name = drafter.full_name
  for (let index = 0; index < upper.staff; index++)
    seatFullTime(draw, unit, itemAt(staffPositions, index % staffPositions.length))
  return { president, drafter }
}

/** The 309 who work for the union full-time: the offices, the school and the 43 unions. */
export function seatFullTimeOfficials(
  seed: number,
  today: string,
  tree: Tree,
  roster: Roster,
): FullTime {
  const term = termRunning(today, 2025, '11-28')
  const draw = { random: randomFor(seed, 'full-time officials'), tree, roster, term, today }
  const offices = seatOffices(draw)
  const school = seatSchool(draw)
  const presidents = new Map<number, OfficialRow>()
  const drafters = new Map<number, OfficialRow>()
  for (const upper of upperUnits) {
    const unit = tree.uppers.get(upper.number)
    if (!unit) throw new Error(`no row for ${upper.name}`)
    const { president, drafter } = seatUpperUnit(draw, upper, unit)
    presidents.set(upper.number, president)
    drafters.set(upper.number, drafter)
  }
  const restOfOffices = seatRestOfOffices(draw, aboveGrassrootsTotal - roster.officials.length)
  postBefore(draw, restOfOffices[inspectorNames.length - 1])
  return { offices, restOfOffices, school, presidents, drafters }
}
