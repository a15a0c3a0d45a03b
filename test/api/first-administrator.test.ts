import { createHash, randomUUID } from 'node:crypto'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type Person, personWith, signIn } from '../../local/signed-in.ts'
import { type EmptyHouse, openEmptyHouse } from '../setup/house.ts'

let house: EmptyHouse
let admin: Person
const token = 'a-link-that-was-printed-once-at-the-start'
const password = 'gió đưa cành trúc la đà'

beforeAll(async () => {
  house = await openEmptyHouse()
  await withClient(house.ownerUrl, (client) =>
    client.query('insert into first_administrator (token_sha256) values ($1)', [
      createHash('sha256').update(token).digest('hex'),
    ]),
  )
})
afterAll(() => house.close())

const form = (given: { token?: string; password?: string } = {}) => ({
  token: given.token ?? token,
  federation: {
    name: 'Liên đoàn Lao động tỉnh Sông Mơ',
    shortName: 'LĐLĐ tỉnh Sông Mơ',
    place: 'Sông Mơ',
    superiorName: 'Tổng Liên đoàn Lao động Việt Nam',
    symbol: 'LĐLĐ',
    code: 'SM',
    foundedOn: '1950-05-01',
    helpName: null,
    helpPhone: null,
  },
  administrator: {
    fullName: 'Tạ Thị Đầu Tiên',
    sex: 'F' as const,
    birthYear: 1980,
    username: 'tien.ttd',
    password: given.password ?? password,
  },
})

test('a wrong link, and a password everyone would try, make nothing', async () => {
  const anybody = personWith(house.address, '')
  const wrong = await anybody.call(routes.foundFederation, {
    body: form({ token: 'x'.repeat(43) }),
  })
  expect(wrong.problem.code).toBe('federation.link-not-good')
  const weak = await anybody.call(routes.foundFederation, {
    body: form({ password: 'songmo congdoan 2026' }),
  })
  expect(weak.problem.errors[0]?.pointer).toBe('/administrator/password')
})

test('the link makes federation and administrator once; a lost reply is given again', async () => {
  const anybody = personWith(house.address, '')
  const key = randomUUID()
  const first = await anybody.call(routes.foundFederation, { body: form() }, { key })
  expect(first.body).toEqual({ username: 'tien.ttd' })
  const again = await anybody.call(routes.foundFederation, { body: form() }, { key })
  expect(again.body).toEqual({ username: 'tien.ttd' })
  const other = await anybody.call(routes.foundFederation, { body: form() })
  expect(other.problem.code).toBe('federation.link-not-good')
  admin = await signIn(house.address, { username: 'tien.ttd', password })
})

test('the door names the federation and offers nobody', async () => {
  const door = await (await fetch(`${house.address}/api/demo-persons`)).json()
  expect(door).toEqual({
    persons: [],
    federation: expect.objectContaining({ name: 'Liên đoàn Lao động tỉnh Sông Mơ' }),
  })
})

test('the guide says what is missing, and the holidays are there', async () => {
  const { body } = await admin.call(routes.setUp, {})
  const year = new Date().getFullYear()
  expect(body.holidayYears).toEqual([-1, 0, 1, 2, 3, 4].map((shift) => year + shift))
  expect(body).toMatchObject({ units: 0, departments: [], members: [], accounts: 1 })
  expect(body.rolesMissing).toContain('recordsClerk')
})

async function workbook(rows: readonly (readonly unknown[])[]): Promise<string> {
  const book = new excel.Workbook()
  const page = book.addWorksheet('Đơn vị')
  for (const row of rows) page.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
}

const heads = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại hình công đoàn',
  'Mã đơn vị cấp trên',
  'Số lao động',
]

test('a list of units: looked at, taken in, taken in again, and each bad row named', async () => {
  const content = await workbook([
    heads,
    ['CS-01', 'CĐCS Công ty May Mơ', 'Công đoàn cơ sở', 'SM-01', '1.250'],
    ['SM-01', 'Công đoàn phường Bến Mơ', 'cong doan phuong', '', ''],
    ['CS-02', 'CĐCS Trường Mơ', 'Công đoàn cơ sở', 'KHÔNG-CÓ', 40],
    ['CS-03', 'CĐCS Chợ Mơ', 'Hội đồng hương', 'SM-01', 'nhiều'],
  ])
  const body = { fileName: 'don-vi.xlsx', content }
  const tried = await admin.call(routes.checkUnitList, { body })
  expect(tried.body).toMatchObject({ rows: 4, added: 2, refused: 2 })
  expect(tried.body.faults.map(({ row, column, code }) => ({ row, column, code }))).toEqual([
    { row: 4, column: null, code: 'federation.list-above-unknown' },
    { row: 5, column: 'Loại hình công đoàn', code: 'federation.list-kind-unknown' },
    { row: 5, column: 'Số lao động', code: 'federation.list-not-a-number' },
  ])
  expect((await admin.call(routes.setUp, {})).body.units).toBe(0)

  expect((await admin.call(routes.takeInUnitList, { body })).body).toMatchObject({ added: 2 })
  expect((await admin.call(routes.takeInUnitList, { body })).body).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 2,
  })
  const found = await admin.call(routes.units, { query: { q: 'may mo' } })
  expect(found.body.units[0]).toMatchObject({ workers: 1250, aboveName: 'Công đoàn phường Bến Mơ' })
})

test('a file that is no workbook is refused in words', async () => {
  const content = Buffer.from('không phải tệp Excel').toString('base64')
  const refused = await admin.call(routes.checkUnitList, {
    body: { fileName: 'x.xlsx', content },
  })
  expect(refused.problem.code).toBe('federation.list-unreadable')
})

test('departments, people, roles and the committee: after them nothing is missing', async () => {
  const { topUnitId } = (await admin.call(routes.setUp, {})).body
  const department = await admin.call(routes.addDepartment, {
    body: { name: 'Ban Công tác Công đoàn', shortName: 'Ban CTCĐ' },
  })
  const ward = (await admin.call(routes.units, { query: { q: 'SM-01' } })).body.units[0]
  const roles = [
    'departmentDrafter',
    'departmentHead',
    'committeeLeader',
    'committeeMember',
    'contentChecker',
    'formChecker',
    'recordsClerk',
    'unitDrafter',
    'unitHead',
  ] as const
  for (const [index, role] of roles.entries()) {
    const unitId = role.startsWith('unit') ? (ward?.unitId ?? '') : topUnitId
    const official = await admin.call(routes.addOfficial, {
      body: {
        unitId,
        departmentId: role.startsWith('department') ? department.body.departmentId : null,
        fullName: `Nguyễn Văn Thứ ${index + 1}`,
        sex: 'M',
        birthYear: 1975 + index,
        employment: 'FULL_TIME',
        position: 'SPECIALIST',
        since: '2026-01-01',
        term: null,
        newInTerm: false,
        email: null,
        phone: null,
      },
    })
    const { officialId } = official.body
    const account = await admin.call(routes.createAccount, {
      body: { officialId, username: `nguoi.${index}`, firstPassword: 'cây đa bến nước sân đình' },
    })
    expect(account.problem.code, role).toBeUndefined()
    const granted = await admin.call(routes.grantRole, {
      params: { accountId: account.body.accountId },
      body: { role, unitId, departmentId: null, since: '2026-01-01', until: null },
    })
    expect(granted.problem.code, role).toBeUndefined()
    if (role === 'committeeLeader')
      await admin.call(routes.seatMember, {
        body: { officialId, role: 'CHAIR', since: '2026-01-01' },
      })
  }
  const { body } = await admin.call(routes.setUp, {})
  expect(body.rolesMissing).toEqual([])
  expect(body.members.map(({ role }) => role)).toEqual(['CHAIR'])
  expect((await admin.call(cycleRoutes.cycles, {})).status).toBe(200)
})
