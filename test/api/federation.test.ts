import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { withClient } from '../../local/postgres-client.ts'
import { signIn as signInWith } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'

let house: House
const good = 'chim sẻ đậu cành bưởi'
const other = 'mưa rào tháng bảy ngoài sân'

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
})
afterAll(() => house.close())

const admin = () => signIn(house.address, 'admin')

async function newOfficial(fullName: string, unitId = house.federation.top.id): Promise<string> {
  const added = await (
    await admin()
  ).call(routes.addOfficial, {
    body: {
      unitId,
      departmentId: null,
      fullName,
      sex: 'F',
      birthYear: 1985,
      employment: 'FULL_TIME',
      position: 'SPECIALIST',
      since: '2026-01-05',
      term: null,
      newInTerm: false,
      email: null,
      phone: null,
    },
  })
  expect(added.status).toBe(200)
  return added.body.officialId
}

async function newAccount(username: string, unitId?: string): Promise<string> {
  const officialId = await newOfficial(`Người Dùng ${username}`, unitId)
  const opened = await (
    await admin()
  ).call(routes.createAccount, { body: { officialId, username, firstPassword: good } })
  expect(opened.problem.code).toBeUndefined()
  return opened.body.accountId
}

test('an account is opened with a first password that must be changed', async () => {
  await newAccount('mới.một'.normalize('NFD').replace(/\p{M}/gu, ''))
  const person = await signInWith(house.address, { username: 'moi.mot', password: good })
  const me = await person.call(routes.me, {})
  expect(me.body.mustChangePassword).toBe(true)

  const changed = await person.call(routes.changePassword, {
    body: { currentPassword: good, newPassword: other },
  })
  expect(changed.status).toBe(200)
  expect((await person.call(routes.me, {})).body.mustChangePassword).toBe(false)
  await expect(signInWith(house.address, { username: 'moi.mot', password: good })).rejects.toThrow()
  // The marks may come in pieces from another keyboard: it is the same password.
  await signInWith(house.address, { username: 'moi.mot', password: other.normalize('NFD') })
})

test('no password and no hash stays in the commands or the register', async () => {
  await newAccount('moi.hai')
  await withClient(house.ownerUrl, async (client) => {
    const { rows } = await client.query<{ input: string; deeds: number }>(
      `select input::text as input, (select count(*)::int from register_entry e where e.key = c.key::text) as deeds
       from command c where deed = 'account.created'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { input, deeds } of rows) {
      expect(input).not.toContain('bưởi')
      expect(input).not.toContain('argon2')
      expect(deeds).toBe(1)
    }
  })
})

test('a given password and a chosen one are hashed as S4 asks', async () => {
  const accountId = await newAccount('moi.bay')
  const stored = () =>
    withClient(house.ownerUrl, async (client) => {
      const asked = 'select password from auth_account where user_id = $1'
      const { rows } = await client.query<{ password: string }>(asked, [accountId])
      return rows.map((row) => row.password)
    })
  const given = await stored()
  const person = await signInWith(house.address, { username: 'moi.bay', password: good })
  await person.call(routes.changePassword, { body: { currentPassword: good, newPassword: other } })
  const chosen = await stored()
  expect(chosen).not.toEqual(given)
  for (const hashes of [given, chosen])
    expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)])
})

test('the same deed sent again gives the same answer; another password under its key is refused', async () => {
  const administrator = await admin()
  const accountId = await newAccount('moi.ba')
  const key = randomUUID()
  const reset = (temporaryPassword: string) =>
    administrator.call(
      routes.resetPassword,
      { params: { accountId }, body: { temporaryPassword } },
      { key },
    )
  expect((await reset(good)).status).toBe(200)
  expect((await reset(good)).status).toBe(200)
  expect((await reset(other)).problem.code).toBe('grammar.idempotency-mismatch')
})

test('own password: the present one is asked, and a reply that was lost is given again', async () => {
  await newAccount('moi.bon')
  const person = await signInWith(house.address, { username: 'moi.bon', password: good })
  const wrong = await person.call(routes.changePassword, {
    body: { currentPassword: 'không phải mật khẩu', newPassword: other },
  })
  expect(wrong.problem.errors).toEqual([
    expect.objectContaining({ pointer: '/currentPassword', code: 'federation.wrong-password' }),
  ])
  const key = randomUUID()
  const body = { currentPassword: good, newPassword: other }
  expect((await person.call(routes.changePassword, { body }, { key })).status).toBe(200)
  expect((await person.call(routes.changePassword, { body }, { key })).status).toBe(200)
})

test('what strangers would try first is no password', async () => {
  const officialId = await newOfficial('Lê Thị Khó Đoán')
  const administrator = await admin()
  for (const firstPassword of ['congdoan2026!', 'Công đoàn phường 2027', 'LĐLĐ TP Hà Thanh 1'])
    expect(
      (
        await administrator.call(routes.createAccount, {
          body: { officialId, username: 'kho.doan', firstPassword },
        })
      ).problem.errors,
      firstPassword,
    ).toEqual([
      expect.objectContaining({
        pointer: '/firstPassword',
        code: 'federation.password-guessable',
      }),
    ])
})

test('a suspended account is out within one request and cannot come back in', async () => {
  const accountId = await newAccount('moi.nam')
  const person = await signInWith(house.address, { username: 'moi.nam', password: good })
  const administrator = await admin()
  const params = { accountId }
  const suspended = await administrator.call(routes.suspendAccount, {
    params,
    body: { reason: 'nghỉ việc' },
  })
  expect(suspended.status).toBe(200)
  expect((await person.call(routes.me, {})).status).toBe(401)
  await expect(signInWith(house.address, { username: 'moi.nam', password: good })).rejects.toThrow(
    'wrong-name-or-password',
  )
  const again = await administrator.call(routes.suspendAccount, {
    params,
    body: { reason: 'nghỉ việc' },
  })
  expect(again.problem.code).toBe('grammar.wrong-state')
  expect((await administrator.call(routes.resumeAccount, { params })).status).toBe(200)
  await signInWith(house.address, { username: 'moi.nam', password: good })
})

test('a role is given, counts at once, ends the sessions, and is withdrawn', async () => {
  const [unit] = house.federation.units
  const accountId = await newAccount('moi.sau', unit?.id)
  const person = await signInWith(house.address, { username: 'moi.sau', password: good })
  const administrator = await admin()
  const granted = await administrator.call(routes.grantRole, {
    params: { accountId },
    body: {
      role: 'unitDrafter',
      unitId: unit?.id ?? '',
      departmentId: null,
      since: '2026-01-01',
      until: null,
    },
  })
  expect(granted.status).toBe(200)
  expect((await person.call(routes.me, {})).status).toBe(401)
  const after = await signInWith(house.address, { username: 'moi.sau', password: good })
  expect((await after.call(routes.me, {})).body.grants.map(({ role }) => role)).toEqual([
    'unitDrafter',
  ])
  const { grantId } = granted.body
  const ended = await administrator.call(routes.withdrawRole, {
    params: { grantId },
    body: { reason: 'chuyển công tác' },
  })
  expect(ended.status).toBe(200)
  const detail = await administrator.call(routes.account, { params: { accountId } })
  expect(detail.body.roles).toEqual([])
})

test('an office role is not given at a unit, and nobody gives roles to themselves', async () => {
  const administrator = await admin()
  const [unit] = house.federation.units
  const self = house.federation.person('admin').accountId
  const body = {
    role: 'departmentHead' as const,
    unitId: house.federation.top.id,
    departmentId: null,
    since: '2026-01-01',
    until: null,
  }
  const own = await administrator.call(routes.grantRole, { params: { accountId: self }, body })
  expect(own.problem.code).toBe('federation.not-oneself')
  const { accountId } = house.federation.person('unit1.drafter')
  const misplaced = await administrator.call(routes.grantRole, {
    params: { accountId },
    body: { ...body, unitId: unit?.id ?? '' },
  })
  expect(misplaced.problem.code).toBe('federation.role-not-of-this-unit')
})

test('a substitute acts for the head of a unit between two days', async () => {
  const administrator = await admin()
  const head = house.federation.person('unit2.head')
  const drafter = house.federation.person('unit2.drafter')
  const detail = await administrator.call(routes.account, {
    params: { accountId: head.accountId },
  })
  const grantId = detail.body.grants[0]?.grantId ?? ''
  const named = await administrator.call(routes.nameSubstitute, {
    params: { grantId },
    body: { officialId: drafter.officialId, since: '2026-01-01', until: '2030-01-01' },
  })
  expect(named.status).toBe(200)
  const person = await signIn(house.address, 'unit2.drafter')
  expect((await person.call(routes.me, {})).body.grants).toContainEqual(
    expect.objectContaining({ role: 'unitHead', substituteFor: head.officialId }),
  )
})

test('my sessions are listed and ended one by one or all at once', async () => {
  const here = await signIn(house.address, 'member1')
  const elsewhere = await signIn(house.address, 'member1')
  const { sessions } = (await here.call(routes.mySessions, {})).body
  expect(sessions.length).toBe(2)
  const far = sessions.find(({ isThisOne }) => !isThisOne)
  const ended = await here.call(routes.endSession, { params: { sessionId: far?.sessionId ?? '' } })
  expect(ended.body.ended).toBe(1)
  expect((await elsewhere.call(routes.me, {})).status).toBe(401)
  const stranger = await signIn(house.address, 'member2')
  const mine = sessions.find(({ isThisOne }) => isThisOne)
  const foreign = await stranger.call(routes.endSession, {
    params: { sessionId: mine?.sessionId ?? '' },
  })
  expect(foreign.status).toBe(404)
  expect((await here.call(routes.endSessions, {})).body.ended).toBe(1)
  expect((await here.call(routes.me, {})).status).toBe(401)
})

test('only administrators look after accounts, units and officials', async () => {
  for (const name of ['drafter', 'leader', 'unit1.head']) {
    const person = await signIn(house.address, name)
    const { accountId } = house.federation.person('member3')
    expect((await person.call(routes.accounts, {})).status).toBe(403)
    const params = { accountId }
    const reset = await person.call(routes.resetPassword, {
      params,
      body: { temporaryPassword: good },
    })
    expect(reset.status).toBe(403)
  }
})

test('a unit sees its own people only: in the list, its count, its search, its workbook', async () => {
  const person = await signIn(house.address, 'unit1.drafter')
  const list = await person.call(routes.officials, { query: {} })
  expect(new Set(list.body.officials.map(({ unitId }) => unitId))).toEqual(
    new Set([house.federation.units[0]?.id]),
  )
  expect(list.body.total).toBe(list.body.officials.length)
  const found = await person.call(routes.officials, { query: { q: 'pham duc thuy' } })
  expect(found.body.officials.map(({ fullName }) => fullName)).toEqual(['Phạm Đức Thuỷ U001'])
  const foreign = await person.call(routes.official, {
    params: { officialId: house.federation.person('unit2.head').officialId },
  })
  expect(foreign.status).toBe(404)
  const sheet = await person.raw('/officials/export.xlsx')
  expect(sheet.status).toBe(200)
})

test('the door of a trial names its people; everything else asks who is there', async () => {
  const reply = await fetch(`${house.address}/api/demo-persons`)
  const door = (await reply.json()) as { persons: { step: string }[]; password: string }
  expect(door.persons.map(({ step }) => step)).toContain('feedback')
  expect(door.password).toBeTruthy()
  expect((await fetch(`${house.address}/api/officials`)).status).toBe(401)
})
