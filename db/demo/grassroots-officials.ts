import type { Position } from '../../domain/federation/position.ts'
import type { GrassrootsUnit } from './grassroots.ts'
import { person, type PersonName } from './names.ts'
import { demoTrainee } from './office-people.ts'
import type { Roster } from './roster.ts'
import { itemAt, type Random, randomFor, shareOut } from './random.ts'
import { tenureIn, termRunning } from './terms.ts'

export const grassrootsOfficialsTotal = 65_440
const fewest = 3

/** Who sits where, from the president down; groups fill up what is left. */
const seats = [
  'PRESIDENT',
  'VICE_PRESIDENT',
  'EXECUTIVE_COMMITTEE_MEMBER',
  'INSPECTION_CHAIR',
  'UNION_ACCOUNTANT',
  'WOMEN_AFFAIRS_HEAD',
  'EXECUTIVE_COMMITTEE_MEMBER',
  'INSPECTION_MEMBER',
  'GROUP_LEADER',
  'GROUP_DEPUTY',
  'GROUP_LEADER',
  'EXECUTIVE_COMMITTEE_MEMBER',
] as const satisfies readonly Position[]
const groupSeats: readonly Position[] = [
  'GROUP_LEADER',
  'GROUP_DEPUTY',
  'GROUP_LEADER',
  'GROUP_DEPUTY',
  'SECTION_PRESIDENT',
]

/** Below 30 members one committee member does the inspection: there is no inspection committee. */
function positionAt(index: number, members: number): Position {
  const seat = seats[index]
  if (seat === undefined) return itemAt(groupSeats, index % groupSeats.length)
  if (members < 30 && seat.startsWith('INSPECTION')) return 'EXECUTIVE_COMMITTEE_MEMBER'
  return seat
}

/** People whom the drawings name, by the union and the seat they hold there. */
const named: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  [demoTrainee.unitName]: { 0: 'Nguyễn Thị Hương', [demoTrainee.seat]: demoTrainee.fullName },
  'CĐCS Trường Tiểu học Cầu Mây': { 1: 'Nguyễn Thị Hương Lài' },
  'CĐCS Công ty Giày Hà Thanh': { 2: 'Nguyễn Thị Hường' },
  'CĐCS Công ty Nhựa Minh Lộ': { 2: 'Nguyễn Thị Hưởng' },
  'CĐCS Bệnh viện Bến Trúc': { 0: 'Nguyễn Thị Hường Nhu' },
}

/** Exactly 65,440 part-time officials, more of them where there are more members. */
export function seatGrassrootsOfficials(
  seed: number,
  today: string,
  units: readonly GrassrootsUnit[],
  roster: Roster,
): void {
  const random = randomFor(seed, 'grassroots officials')
  const spare = grassrootsOfficialsTotal - fewest * units.length
  const weights = units.map(({ row }) => Math.min(40, Math.sqrt(row.member_count ?? 0) - 1))
  const more = shareOut(spare, weights)
  const terms = [termRunning(today, 2023, '03-28'), termRunning(today, 2025, '10-22')] as const
  units.forEach((unit, index) => {
    const term = random.chance(0.62) ? terms[0] : terms[1]
    const count = fewest + itemAt(more, index)
    const known = named[unit.row.name]
    for (let seat = 0; seat < count; seat++) {
      const position = positionAt(seat, unit.row.member_count ?? 0)
      const { fullName, sex } = someone(random, unit, position, known?.[seat])
      roster.seat({
        id: random.uuid(),
        postId: random.uuid(),
        unit: unit.row,
        fullName,
        sex,
        birthYear: birthYear(random, today),
        employment: 'PART_TIME',
        position,
        tenure: tenureIn(random, term, today),
      })
    }
  })
}

function someone(
  random: Random,
  unit: GrassrootsUnit,
  position: string,
  fullName?: string,
): PersonName {
  if (fullName) return { fullName, sex: 'F' }
  return person(random, position === 'WOMEN_AFFAIRS_HEAD' ? 1 : unit.women)
}

/** Between 23 and 58 years of age, most of them around forty. */
function birthYear(random: Random, today: string): number {
  const spread = random.next() + random.next() + random.next()
  return Number(today.slice(0, 4)) - 23 - Math.floor((spread / 3) * 36)
}
