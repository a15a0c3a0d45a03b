import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { type Person, personWith, signIn as signInWith } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import { password } from '../setup/small-federation.ts'
import { openYearWalk, type YearWalk } from '../setup/year-walk.ts'

let house: House
let secure: House
let walk: YearWalk
const other = 'mưa rào tháng bảy ngoài sân'

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  secure = await openHouse({ unitCount: 1, publicUrl: 'https://tap-huan.example' })
  walk = openYearWalk(house)
})
afterAll(async () => {
  await house?.close()
  await secure?.close()
})

const isIn = async (person: Person) => (await person.raw('/me')).status === 200
const stepUp = (person: Person) =>
  person.raw('/session/step-up', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password }),
  })

async function setCookieOf({ address }: House): Promise<string> {
  const reply = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'head', password }),
  })
  const [cookie = ''] = reply.headers.getSetCookie()
  return cookie
}

describe('the cookie', () => {
  test('belongs to this host alone and travels by https only, where the house has https', async () => {
    expect((await setCookieOf(secure)).replace(/=[^;]+/, '=…')).toBe(
      '__Host-training.session_token=…; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax',
    )
    expect((await setCookieOf(house)).replace(/=[^;]+/, '=…')).toBe(
      'training.session_token=…; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax',
    )
    expect(await isIn(await signIn(secure.address, 'head'))).toBe(true)
  })

  test('no address tells a script the token', async () => {
    const person = await signIn(house.address, 'head')
    expect((await person.raw('/auth/get-session')).status).toBe(404)
  })
})

describe('a stolen copy of the database', () => {
  /** As somebody would who has the secret of the cookies as well. */
  const signed = (token: string, secret = house.secret) => {
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return personWith(
      house.address,
      `training.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
    )
  }

  test('opens no session: it holds the sum of each token, and a sum is no token', async () => {
    const { cookie } = await signIn(house.address, 'member1')
    const [token = ''] = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')
    const stored = await walk.asOwner('select token from auth_session where user_id = $1', [
      house.federation.person('member1').accountId,
    ])
    expect(stored).toEqual([{ token: createHash('sha256').update(token).digest('hex') }])
    expect(await isIn(signed(token))).toBe(true)
    expect(await isIn(signed(token, `${house.secret} `))).toBe(false)
    expect(await isIn(signed(String(stored[0]?.token)))).toBe(false)
  })

  test('and the database takes no token that was not hashed', async () => {
    await expect(walk.asOwner(`update auth_session set token = 'gF2kQ9'`)).rejects.toThrow(
      'token_is_a_hash',
    )
  })
})

describe('a session ends', () => {
  const age = (name: string, set: string) =>
    walk.asOwner(`update auth_session set ${set} where user_id = $1`, [
      house.federation.person(name).accountId,
    ])

  test('after an hour without a call, for administrators after half of it', async () => {
    const [leader, admin] = [
      await signIn(house.address, 'leader'),
      await signIn(house.address, 'admin'),
    ]
    for (const name of ['leader', 'admin'])
      await age(name, `updated_at = now() - interval '31 minutes'`)
    expect([await isIn(leader), await isIn(admin)]).toEqual([true, false])
    await age('leader', `updated_at = now() - interval '61 minutes'`)
    expect(await isIn(leader)).toBe(false)
    expect(
      await walk.asOwner('select id from auth_session where user_id = $1', [
        house.federation.person('leader').accountId,
      ]),
    ).toEqual([])
  })

  test('each call begins the hour anew', async () => {
    const clerk = await signIn(house.address, 'clerk')
    for (let call = 0; call < 3; call += 1) {
      await age('clerk', `updated_at = now() - interval '40 minutes'`)
      expect(await isIn(clerk)).toBe(true)
    }
  })

  test('after twelve hours, however busy it was', async () => {
    const clerk = await signIn(house.address, 'clerk')
    await age('clerk', `created_at = now() - interval '719 minutes'`)
    expect(await isIn(clerk)).toBe(true)
    await age('clerk', `created_at = now() - interval '721 minutes'`)
    expect(await isIn(clerk)).toBe(false)
  })

  test('under its old token when the password is shown again, and goes on under a new one', async () => {
    const clerk = await signIn(house.address, 'clerk')
    const before = clerk.cookie
    expect((await stepUp(clerk)).status).toBe(200)
    expect(clerk.cookie).not.toBe(before)
    expect(await isIn(clerk)).toBe(true)
    expect(await isIn(personWith(house.address, before))).toBe(false)
  })

  test('of nobody else when the password is wrong', async () => {
    const clerk = await signIn(house.address, 'clerk')
    const before = clerk.cookie
    const wrong = await clerk.raw('/session/step-up', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'wrong-password' }),
    })
    expect(wrong.status).toBe(422)
    expect(await isIn(personWith(house.address, before))).toBe(true)
  })
})

describe('one transaction ends every session', () => {
  // If the deed is undone, so is the end of the sessions: both stand in one transaction.
  const cases: [string, (admin: Person, accountId: string) => Promise<{ status: number }>][] = [
    [
      'with the suspension',
      (admin, accountId) =>
        admin.call(routes.suspendAccount, { params: { accountId }, body: { reason: 'nghỉ việc' } }),
    ],
    [
      'with a new password given',
      (admin, accountId) =>
        admin.call(routes.resetPassword, {
          params: { accountId },
          body: { temporaryPassword: other },
        }),
    ],
    [
      'with a role given',
      (admin, accountId) =>
        admin.call(routes.grantRole, {
          params: { accountId },
          body: {
            role: 'inspector',
            unitId: house.federation.top.id,
            departmentId: null,
            since: '2026-01-01',
            until: null,
          },
        }),
    ],
  ]
  test.each(cases)('%s', async (_, deed) => {
    const admin = await signIn(house.address, 'admin')
    const { accountId } = house.federation.person('member2')
    await walk.asOwner('update account set suspended_at = null where user_id = $1', [accountId])
    await givenBack('member2')
    const person = await signIn(house.address, 'member2')
    await walk.asOwner(`create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'no register today'; end $$;
      create trigger refuse before insert on register_entry for each row execute function refuse()`)
    expect((await deed(admin, accountId)).status).toBe(500)
    expect(await isIn(person)).toBe(true)
    await walk.asOwner('drop trigger refuse on register_entry; drop function refuse')
    expect((await deed(admin, accountId)).status).toBe(200)
    expect(await isIn(person)).toBe(false)
  })

  test('with the own password changed, but for the one that changed it', async () => {
    const here = await signIn(house.address, 'member3')
    const elsewhere = await signIn(house.address, 'member3')
    const body = { currentPassword: password, newPassword: other }
    expect((await here.call(routes.changePassword, { body })).status).toBe(200)
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
  })
})

/** The password of all, after a test has changed it. */
async function givenBack(name: string): Promise<void> {
  const { accountId } = house.federation.person(name)
  await walk.asOwner(
    `update auth_account set password = (select min(password) from auth_account where user_id = $2) where user_id = $1`,
    [accountId, house.federation.person('head').accountId],
  )
  await walk.asOwner('update account set must_change_password = false where user_id = $1', [
    accountId,
  ])
}

describe('a password that somebody else has given', () => {
  test('opens one’s own account and nothing else until it is changed', async () => {
    const admin = await signIn(house.address, 'admin')
    const { accountId, username, officialId } = house.federation.person('unit1.drafter')
    const params = { accountId }
    const body = { temporaryPassword: other }
    expect((await admin.call(routes.resetPassword, { params, body })).status).toBe(200)
    const person = await signInWith(house.address, { username, password: other })

    expect((await person.call(routes.me, {})).body.mustChangePassword).toBe(true)
    expect((await person.call(routes.mySessions, {})).status).toBe(200)
    const closed = [
      await person.call(routes.units, { query: {} }),
      await person.call(routes.official, { params: { officialId } }),
      await person.raw('/units/export.xlsx'),
      await person.raw('/officials/export.xlsx'),
      await person.raw('/inbox'),
      await person.call(routes.resetPassword, { params, body }),
    ]
    for (const { status, problem } of closed)
      expect([status, problem.code]).toEqual([403, 'federation.password-change-required'])

    const change = { currentPassword: other, newPassword: 'chim sẻ đậu cành bưởi' }
    expect((await person.call(routes.changePassword, { body: change })).status).toBe(200)
    expect((await person.call(routes.units, { query: {} })).status).toBe(200)
  })
})

describe('what costs is not done for somebody without the right', () => {
  const weak = 'congdoan2026'
  test('no password is judged or hashed, no workbook is opened', async () => {
    const { accountId } = house.federation.person('member1')
    const given = { params: { accountId }, body: { temporaryPassword: weak } }
    const sheet = {
      body: { fileName: 'x.xlsx', content: Buffer.from('PK no zip').toString('base64') },
    }
    const answersOf = async (name: string) => {
      const person = await signIn(house.address, name)
      return [
        await person.call(routes.resetPassword, given),
        await person.call(routes.checkUnitList, sheet),
        await person.call(routes.takeInUnitList, sheet),
      ].map(({ problem }) => problem.code)
    }
    expect(await answersOf('unit2.head')).toEqual(Array(3).fill('grammar.not-your-role'))
    expect(await answersOf('leader')).toEqual(Array(3).fill('grammar.not-your-role'))
    // The same given by who has the right is opened, and found bad.
    expect(await answersOf('admin')).toEqual([
      'federation.password-refused',
      'federation.list-unreadable',
      'federation.list-unreadable',
    ])
  })
})
