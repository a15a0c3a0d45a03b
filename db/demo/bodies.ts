import type { FullTime } from './full-time-officials.ts'
import { committeeUnitNumbers } from './office-people.ts'
import { randomFor } from './random.ts'
import type { BodyMemberRow, BodyRow, OfficialRow } from './rows.ts'

type Seats = readonly (readonly [OfficialRow | undefined, BodyMemberRow['role']])[]

const names: Readonly<Record<BodyRow['kind'], string>> = {
  STANDING_COMMITTEE: 'Ban Thường vụ Liên đoàn Lao động thành phố Hà Thanh',
  INSPECTION_COMMITTEE: 'Uỷ ban Kiểm tra Liên đoàn Lao động thành phố Hà Thanh',
  EMULATION_COUNCIL: 'Hội đồng thi đua, khen thưởng Liên đoàn Lao động thành phố Hà Thanh',
}

/** The fifteen who vote: the president, three vice presidents, three of the offices, eight of units. */
export function standingCommittee({ offices, presidents }: FullTime): Seats {
  const office = (fullName: string) => offices.get(fullName)
  return [
    [office('Đặng Hữu Nghĩa'), 'CHAIR'],
    [office('Lê Thị Thanh Tâm'), 'VICE_CHAIR'],
    [office('Trương Công Đạt'), 'VICE_CHAIR'],
    [office('Phùng Văn Kha'), 'VICE_CHAIR'],
    [office('Ngô Bá Trường'), 'MEMBER'],
    [office('Doãn Thị Kim Cúc'), 'MEMBER'],
    [office('Mai Văn Lễ'), 'MEMBER'],
    ...committeeUnitNumbers.map((number) => [presidents.get(number), 'MEMBER'] as const),
  ]
}

/** At most a third of an inspection committee may sit in the executive committee as well. */
function inspectionCommittee({ offices, restOfOffices }: FullTime): Seats {
  const [viceChair, ...members] = restOfOffices.slice(0, 8)
  return [
    [offices.get('Mai Văn Lễ'), 'CHAIR'],
    [viceChair, 'VICE_CHAIR'],
    ...members.map((member) => [member, 'MEMBER'] as const),
  ]
}

/** Nine weigh the awards: the president in the chair, a secretary, three of the offices, four of units. */
export function emulationCouncil({ offices, presidents }: FullTime): Seats {
  return [
    [offices.get('Đặng Hữu Nghĩa'), 'CHAIR'],
    [offices.get('Phùng Văn Kha'), 'VICE_CHAIR'],
    [offices.get('Trịnh Thuỵ Vân'), 'SECRETARY'],
    [offices.get('Vũ Thị Hồng Nhạn'), 'MEMBER'],
    [offices.get('Lâm Tuyết Nga'), 'MEMBER'],
    ...[2, 30, 35, 37].map((number) => [presidents.get(number), 'MEMBER'] as const),
  ]
}

/** The bodies that decide, with their members since the congress. */
export function generateBodies(
  seed: number,
  federationId: string,
  since: string,
  people: FullTime,
) {
  const { uuid } = randomFor(seed, 'bodies')
  const bodies: BodyRow[] = []
  const members: BodyMemberRow[] = []
  const found = (kind: BodyRow['kind'], seats: Seats) => {
    const id = uuid()
    bodies.push({
      id,
      federation_id: federationId,
      kind,
      name: names[kind],
      quorum_numerator: 2,
      quorum_denominator: 3,
    })
    for (const [official, role] of seats) {
      if (!official) throw new Error(`an empty seat in ${kind}`)
      members.push({
        body_id: id,
        official_id: official.id,
        federation_id: federationId,
        role,
        since,
        until: null,
      })
    }
  }
  found('STANDING_COMMITTEE', standingCommittee(people))
  found('INSPECTION_COMMITTEE', inspectionCommittee(people))
  found('EMULATION_COUNCIL', emulationCouncil(people))
  return { bodies, members }
}
