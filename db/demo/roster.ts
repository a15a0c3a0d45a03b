import type { Position } from '../../domain/federation/position.ts'
import { givenNameSortKey } from '../../domain/grammar/text.ts'
import type { Sex } from './names.ts'
import type { OfficialRow, PostRow, UnitRow } from './rows.ts'
import type { Tenure } from './terms.ts'

export type Seat = {
  id: string
  postId: string
  unit: UnitRow
  fullName: string
  sex: Sex
  birthYear: number
  employment: OfficialRow['employment']
  position: Position
  tenure: Tenure
  departmentId?: string
  email?: string
  phone?: string
}

/** Officials and their main posts, filled seat by seat. */
export type Roster = {
  officials: OfficialRow[]
  posts: PostRow[]
  seat(seat: Seat): OfficialRow
}

/** Appointed staff have no term of office. */
const withoutTerm: ReadonlySet<Position> = new Set<Position>([
  'SPECIALIST',
  'DEPT_HEAD',
  'DEPT_DEPUTY',
])

export function emptyRoster(): Roster {
  const officials: OfficialRow[] = []
  const posts: PostRow[] = []
  return {
    officials,
    posts,
    seat(seat) {
      const official = officialOf(seat)
      officials.push(official)
      posts.push(postOf(seat))
      return official
    },
  }
}

function officialOf(seat: Seat): OfficialRow {
  return {
    id: seat.id,
    federation_id: seat.unit.federation_id,
    unit_id: seat.unit.id,
    unit_path: seat.unit.path,
    full_name: seat.fullName,
    sort_name: givenNameSortKey(seat.fullName),
    sex: seat.sex,
    birth_year: seat.birthYear,
    employment: seat.employment,
    level: seat.unit.level,
    position: seat.position,
    position_since: seat.tenure.since,
    department_id: seat.departmentId ?? null,
    email: seat.email ?? null,
    phone: seat.phone ?? null,
    new_in_term: seat.tenure.newInTerm,
  }
}

function postOf(seat: Seat): PostRow {
  const elected = !withoutTerm.has(seat.position)
  return {
    id: seat.postId,
    federation_id: seat.unit.federation_id,
    official_id: seat.id,
    unit_id: seat.unit.id,
    department_id: seat.departmentId ?? null,
    position: seat.position,
    term_from: elected ? seat.tenure.term.from : null,
    term_to: elected ? seat.tenure.term.to : null,
    since: elected ? seat.tenure.postSince : seat.tenure.since,
    until: null,
    is_main: true,
  }
}
