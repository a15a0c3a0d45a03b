import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { demoPassword } from '../../db/demo/password.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { givenNameSortKey } from '../../domain/grammar/text.ts'

export const password = demoPassword

/** Theirs by the thousand, of the least that argon2id takes: what people choose is hashed by the house. */
export const passwordHash =
  '$argon2id$v=19$m=1024,t=1,p=1$60Zk4YEFUB7F+NaoAxTbhA$kbqEqPFtAkP5lN80Gdee/d/bo/OlAk6rRF0OD/w6ohU'

export type SmallPerson = {
  accountId: string
  officialId: string
  username: string
  fullName: string
  unitId: string
}
export type SmallUnit = { id: string; code: string; name: string; path: string }

export type SmallFederation = {
  federationId: string
  top: SmallUnit
  departmentId: string
  otherDepartmentId: string
  committeeId: string
  units: SmallUnit[]
  /** `drafter`, `head`, `leader`, `clerk`, `organiser`, `contentChecker`, `formChecker`, `admin`, `member1`…
   * `member4`, and for the n-th unit `unit1.drafter`, `unit1.head`. */
  person(name: string): SmallPerson
}

type Who = {
  name: string
  fullName: string
  unit: SmallUnit
  roles: string[]
  departmentId?: string
}

const officePeople = [
  ['drafter', 'Đỗ Quang Khải', ['departmentDrafter']],
  ['head', 'Vũ Thị Hồng Nhạn', ['departmentHead']],
  ['leader', 'Đặng Hữu Nghĩa', ['committeeLeader', 'committeeMember']],
  ['contentChecker', 'Kiều Văn Thạc', ['contentChecker']],
  ['formChecker', 'Lâm Tuyết Nga', ['formChecker']],
  ['clerk', 'Bùi Thị Nhài', ['recordsClerk']],
  ['organiser', 'Lục Văn Sáng', ['classOrganiser']],
  ['admin', 'Tô Minh Quân', ['administrator']],
  ['secretary', 'Trịnh Thuỵ Vân', ['councilSecretary']],
  ['council1', 'Phùng Văn Kha', ['councilMember']],
  ['council2', 'Vi Thị Mận', ['councilMember']],
  ['inspectionHead', 'Lưu Thị Hoà', ['inspectionHead']],
  ['inspector1', 'Phan Văn Quế', ['inspector']],
  ['inspector2', 'Chu Thị Mai', ['inspector']],
  ['member1', 'Ngô Bá Trường', ['committeeMember']],
  ['member2', 'Lê Thị Thanh Tâm', ['committeeMember']],
  ['member3', 'Doãn Thị Kim Cúc', ['committeeMember']],
  ['member4', 'Mai Văn Lễ', ['committeeMember']],
] as const

/**
 * A federation small enough to read: its offices, a committee of five, and `unitCount` units with
 * two key-holders each. Inserted as owner, as an office's own data would be brought in.
 */
export async function smallFederation(
  ownerUrl: string,
  unitCount = 3,
  code = 'HT',
): Promise<SmallFederation> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await insertAll(client, unitCount, code)
  } finally {
    await client.end()
  }
}

async function insertAll(
  client: pg.Client,
  unitCount: number,
  code: string,
): Promise<SmallFederation> {
  const federationId = randomUUID()
  const departmentId = randomUUID()
  const otherDepartmentId = randomUUID()
  const committeeId = randomUUID()
  await client.query(
    `insert into federation (id, name, short_name, place, superior_name, symbol, is_demo)
     values ($1, 'Liên đoàn Lao động thành phố Hà Thanh', 'LĐLĐ TP Hà Thanh', 'Hà Thanh',
             'Tổng Liên đoàn Lao động Việt Nam', 'LĐLĐ', true)`,
    [federationId],
  )
  const top = {
    id: randomUUID(),
    code,
    name: 'Liên đoàn Lao động thành phố Hà Thanh',
    path: 'ht',
  }
  const units = Array.from({ length: unitCount }, (_, index) => ({
    id: randomUUID(),
    code: `U${String(index + 1).padStart(3, '0')}`,
    name: `Công đoàn phường Số ${index + 1}`,
    path: `ht.u${index + 1}`,
  }))
  await insertUnits(client, federationId, top, units)
  await client.query(
    `insert into department (id, federation_id, unit_id, name, short_name, position)
     values ($1, $3, $4, 'Ban Công tác Công đoàn', 'Ban CTCĐ', 1), ($2, $3, $4, 'Văn phòng', 'VP', 2)`,
    [departmentId, otherDepartmentId, federationId, top.id],
  )
  const people = new Map<string, SmallPerson>()
  for (const who of everyone(top, units, departmentId))
    people.set(who.name, await insertPerson(client, federationId, who))
  const person = (name: string) => {
    const found = people.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  await insertCommittee(client, { federationId, committeeId, person })
  await insertCouncil(client, federationId, person)
  await insertHolidays(client, federationId)
  return { federationId, top, departmentId, otherDepartmentId, committeeId, units, person }
}

function everyone(top: SmallUnit, units: readonly SmallUnit[], departmentId: string): Who[] {
  const offices = officePeople.map(([name, fullName, roles]): Who => ({
    name,
    fullName,
    unit: top,
    roles: [...roles],
    departmentId,
  }))
  const keyHolders = units.flatMap((unit, index): Who[] => [
    {
      name: `unit${index + 1}.drafter`,
      fullName: `Hoàng Thị Lụa ${unit.code}`,
      unit,
      roles: ['unitDrafter'],
    },
    {
      name: `unit${index + 1}.head`,
      fullName: `Phạm Đức Thuỷ ${unit.code}`,
      unit,
      roles: ['unitHead'],
    },
  ])
  return [...offices, ...keyHolders]
}

async function insertUnits(
  client: pg.Client,
  federationId: string,
  top: SmallUnit,
  units: readonly SmallUnit[],
): Promise<void> {
  const insert = `insert into unit (id, federation_id, parent_id, code, name, level, kind, path, symbol, valid_from)
    values ($1, $2, $3, $4, $5, $6, $7, $8::ltree, 'LĐLĐ', '2025-07-01')`
  await client.query(insert, [
    top.id,
    federationId,
    null,
    top.code,
    top.name,
    'PROVINCIAL',
    'PROVINCIAL_FEDERATION',
    top.path,
  ])
  for (const unit of units)
    await client.query(insert, [
      unit.id,
      federationId,
      top.id,
      unit.code,
      unit.name,
      'IMMEDIATE_UPPER',
      'WARD_UNION',
      unit.path,
    ])
}

async function insertPerson(
  client: pg.Client,
  federationId: string,
  who: Who,
): Promise<SmallPerson> {
  const person = {
    accountId: randomUUID(),
    officialId: randomUUID(),
    username: who.name.toLowerCase(),
    fullName: who.fullName,
    unitId: who.unit.id,
  }
  const { accountId, officialId, username, fullName } = person
  await client.query(
    `insert into official (id, federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year,
       employment, level, position, department_id)
     values ($1, $2, $3, $4::ltree, $5, $6, 'F', 1980, 'FULL_TIME', 'PROVINCIAL', 'SPECIALIST', $7)`,
    [
      officialId,
      federationId,
      who.unit.id,
      who.unit.path,
      fullName,
      givenNameSortKey(fullName),
      who.departmentId ?? null,
    ],
  )
  await client.query(
    `insert into auth_user (id, name, email, email_verified, username, display_username) values ($1, $2, $3, true, $4, $4)`,
    [accountId, fullName, `${username}@test.example`, username],
  )
  await client.query(
    `insert into auth_account (account_id, provider_id, user_id, password, updated_at) values ($1, 'credential', $2, $3, now())`,
    [accountId, accountId, passwordHash],
  )
  await client.query(
    `insert into account (user_id, official_id, federation_id, username) values ($1, $2, $3, $4)`,
    [accountId, officialId, federationId, username],
  )
  for (const role of who.roles)
    await client.query(
      `insert into role_grant (federation_id, official_id, role, unit_id, department_id, since)
       values ($1, $2, $3, $4, $5, '2025-07-01')`,
      [federationId, officialId, role, who.unit.id, who.departmentId ?? null],
    )
  return person
}

type Committee = { federationId: string; committeeId: string; person(name: string): SmallPerson }

async function insertCommittee(
  client: pg.Client,
  { federationId, committeeId, person }: Committee,
) {
  await client.query(
    `insert into body (id, federation_id, kind, name) values ($1, $2, 'STANDING_COMMITTEE', 'Ban Thường vụ')`,
    [committeeId, federationId],
  )
  for (const name of ['leader', 'member1', 'member2', 'member3', 'member4'])
    await client.query(
      `insert into body_member (body_id, official_id, federation_id, role, since) values ($1, $2, $3, $4, '2025-07-01')`,
      [committeeId, person(name).officialId, federationId, name === 'leader' ? 'CHAIR' : 'MEMBER'],
    )
}

/** Four weigh the awards: the president in the chair, the secretary and two members. */
async function insertCouncil(
  client: pg.Client,
  federationId: string,
  person: (name: string) => SmallPerson,
): Promise<void> {
  const councilId = randomUUID()
  await client.query(
    `insert into body (id, federation_id, kind, name) values ($1, $2, 'EMULATION_COUNCIL', 'Hội đồng thi đua, khen thưởng')`,
    [councilId, federationId],
  )
  for (const [name, role] of [
    ['leader', 'CHAIR'],
    ['secretary', 'SECRETARY'],
    ['council1', 'MEMBER'],
    ['council2', 'MEMBER'],
  ] as const)
    await client.query(
      `insert into body_member (body_id, official_id, federation_id, role, since) values ($1, $2, $3, $4, '2025-07-01')`,
      [councilId, person(name).officialId, federationId, role],
    )
}

async function insertHolidays(client: pg.Client, federationId: string): Promise<void> {
  const thisYear = new Date().getFullYear()
  for (const year of [-1, 0, 1, 2].map((offset) => thisYear + offset))
    for (const { day, kind, name } of holidaysOfYear(year))
      await client.query(
        `insert into holiday (federation_id, day, kind, name) values ($1, $2, $3, $4) on conflict do nothing`,
        [federationId, day, kind, name],
      )
}
