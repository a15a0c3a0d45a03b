import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { generateBodies } from './bodies.ts'
import { seatFullTimeOfficials } from './full-time-officials.ts'
import { generateGrants } from './grants.ts'
import { seatGrassrootsOfficials } from './grassroots-officials.ts'
import { generateIssuedPapers } from './issued-papers.ts'
import { demoTrainee } from './office-people.ts'
import { emptyRoster, type Roster } from './roster.ts'
import type { HolidayRow, OfficialRow } from './rows.ts'
import { generateTeaching } from './teaching.ts'
import { termRunning } from './terms.ts'
import { generateTree, type Tree } from './tree.ts'

export type DemoFederation = ReturnType<typeof generateFederation>

/** The seed with which every copy of the product shows the same people. */
export const demoSeed = 20_270_108

/**
 * The demo federation as rows, in true size: 43 immediate-upper unions, 10,000 grassroots unions,
 * 65,749 officials. The same seed and day give the same rows, ids included, on every machine.
 */
export function generateFederation(seed: number, today: string) {
  const tree = generateTree(seed)
  const { id } = tree.federation
  const roster = emptyRoster()
  const people = seatFullTimeOfficials(seed, today, tree, roster)
  seatGrassrootsOfficials(seed, today, tree.grassroots, roster)
  const since = termRunning(today, 2025, '11-28').congressOn
  const clerk = people.offices.get('Bùi Thị Nhài')
  if (!clerk) throw new Error('the records clerk has no seat')
  return {
    federation: tree.federation,
    units: tree.units,
    successions: tree.successions,
    departments: tree.departments,
    officials: roster.officials,
    posts: roster.posts,
    ...generateBodies(seed, id, since, people),
    ...generateGrants(seed, since, tree, { ...people, trainee: traineeIn(roster, tree) }),
    ...generateTeaching(seed, id, since, people),
    ...generateIssuedPapers(seed, id, today, clerk.id),
    holidays: holidaysFrom(id, today),
  }
}

function traineeIn({ officials }: Roster, { grassroots }: Tree): OfficialRow {
  const unit = grassroots.find(({ row }) => row.name === demoTrainee.unitName)?.row
  const trainee = officials.find(
    (each) => each.unit_id === unit?.id && each.full_name === demoTrainee.fullName,
  )
  if (!trainee) throw new Error('the trainee has no seat')
  return trainee
}

/** From the year before the first start to the fourth after it. */
function holidaysFrom(federationId: string, today: string): HolidayRow[] {
  const year = Number(today.slice(0, 4))
  const years = Array.from({ length: 6 }, (_, index) => year - 1 + index)
  const byDay = new Map(years.flatMap(holidaysOfYear).map((holiday) => [holiday.day, holiday]))
  return [...byDay.values()].map((holiday) => ({ federation_id: federationId, ...holiday }))
}
