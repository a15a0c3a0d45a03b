import type { Role } from '../../domain/grammar/deed.ts'
import type { Position } from '../../domain/federation/position.ts'
import type { Level, Ownership, UnitKind } from '../../domain/federation/unit-kind.ts'
import type { Sex } from './names.ts'

/** Rows as the tables have them: the keys are the columns, a day is 'YYYY-MM-DD'. */

export type FederationRow = {
  id: string
  name: string
  short_name: string
  place: string
  superior_name: string
  symbol: string
  help_name: string
  help_phone: string
  is_demo: boolean
}

export type UnitRow = {
  id: string
  federation_id: string
  parent_id: string | null
  code: string
  name: string
  level: Level
  kind: UnitKind
  path: string
  symbol: string | null
  sector: string | null
  ownership: Ownership | null
  worker_count: number | null
  member_count: number | null
  valid_from: string
  valid_to: string | null
  contact_name: string | null
  contact_phone: string | null
}

export type SuccessionRow = {
  unit_id: string
  successor_id: string
  federation_id: string
  since: string
}

export type DepartmentRow = {
  id: string
  federation_id: string
  unit_id: string
  name: string
  short_name: string
  position: number
}

export type OfficialRow = {
  id: string
  federation_id: string
  unit_id: string
  unit_path: string
  full_name: string
  sort_name: string
  sex: Sex
  birth_year: number
  employment: 'FULL_TIME' | 'PART_TIME'
  level: Level
  position: Position
  position_since: string
  department_id: string | null
  email: string | null
  phone: string | null
  new_in_term: boolean
}

export type PostRow = {
  id: string
  federation_id: string
  official_id: string
  unit_id: string
  department_id: string | null
  position: Position
  term_from: number | null
  term_to: number | null
  since: string
  until: string | null
  is_main: boolean
}

export type BodyRow = {
  id: string
  federation_id: string
  kind: 'STANDING_COMMITTEE' | 'INSPECTION_COMMITTEE' | 'EMULATION_COUNCIL'
  name: string
  quorum_numerator: number
  quorum_denominator: number
}

export type BodyMemberRow = {
  body_id: string
  official_id: string
  federation_id: string
  role: 'CHAIR' | 'VICE_CHAIR' | 'MEMBER' | 'SECRETARY'
  since: string
  until: string | null
}

export type RoleGrantRow = {
  id: string
  federation_id: string
  official_id: string
  role: Role
  unit_id: string
  department_id: string | null
  since: string
  until: string | null
  substitute_for: string | null
}

export type HolidayRow = {
  federation_id: string
  day: string
  kind: 'OFF' | 'MAKE_UP'
  name: string
  provisional: boolean
}

export type PartnerRow = {
  id: string
  federation_id: string
  name: string
  kind: string
  aliases: string[]
}

export type LecturerRow = {
  id: string
  federation_id: string
  official_id: string | null
  full_name: string
  title: string
  unit_name: string
  topics: string[]
  approved_since: string
}

export type PaperRow = {
  id: string
  federation_id: string
  issuing_body: string
  doc_type: string
  series_year: number
  number: number
  symbol: string
  abstract: string
  signer: string
  signing_capacity: string
  recipients: string[]
  issued_on: string
  state: 'ISSUED' | 'VOID'
  void_because: string | null
  numbered_by: string
  numbered_at: string
  issued_at: string | null
}

export type NumberSeriesRow = {
  federation_id: string
  issuing_body: string
  doc_type: string
  series_year: number
  last_number: number
}

/** One person's way in; the loader makes the rows of the account library of it. */
export type DemoAccount = {
  userId: string
  credentialId: string
  officialId: string
  username: string
  fullName: string
}
