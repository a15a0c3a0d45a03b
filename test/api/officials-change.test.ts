import { afterAll, beforeAll, expect, test } from 'vitest'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
})
afterAll(() => house?.close())

const correction = {
  fullName: 'Hoàng Thị Ánh Lụa',
  sex: 'F',
  birthYear: 1979,
  employment: 'FULL_TIME',
  newInTerm: true,
  email: 'lua@cong-doan.example',
  phone: '0912 345 678',
} as const
const idOf = (name: string) => house.federation.person(name).officialId
const unitId = (n: number) => house.federation.units[n - 1]?.id ?? ''
const post = (n: number) => ({
  unitId: unitId(n),
  departmentId: null,
  position: 'VICE_PRESIDENT' as const,
  since: '2026-02-01',
  term: { from: 2025, to: 2030 },
  isMain: true,
})

test('a unit keeps the records of its own people; another unit does not even see them', async () => {
  const params = { officialId: idOf('unit1.drafter') }
  const own = await signIn(house.address, 'unit1.head')
  const stranger = await signIn(house.address, 'unit2.head')
  const office = await signIn(house.address, 'head')
  const given = { params, body: correction }
  expect((await stranger.call(routes.correctOfficial, given, { revision: 1 })).status).toBe(404)
  expect((await office.call(routes.correctOfficial, given, { revision: 1 })).status).toBe(403)
  const done = await own.call(routes.correctOfficial, given, { revision: 1 })
  expect(done.body).toMatchObject({ revision: 2 })
  expect((await own.call(routes.official, { params })).body).toMatchObject(correction)
  const found = await own.call(routes.officials, { query: { q: 'anh lua' } })
  expect(found.body.officials.map(({ fullName }) => fullName)).toEqual([correction.fullName])
})

test('of two who correct at once, the second is told what the first wrote', async () => {
  const params = { officialId: idOf('unit2.drafter') }
  const [one, two] = [
    await signIn(house.address, 'unit2.head'),
    await signIn(house.address, 'admin'),
  ]
  const body = { ...correction, fullName: 'Người Thứ Nhất' }
  expect((await one.call(routes.correctOfficial, { params, body }, { revision: 1 })).status).toBe(
    200,
  )
  const late = await two.call(routes.correctOfficial, { params, body: correction }, { revision: 1 })
  expect(late.status).toBe(412)
  expect(late.problem.details).toMatchObject({
    revision: 2,
    theirs: { fullName: 'Người Thứ Nhất' },
  })
  const without = await two.call(routes.correctOfficial, { params, body: correction })
  expect(without.status).toBe(428)
})

test('a new main post is what the lists show; the old one is ended and stays in the record', async () => {
  const params = { officialId: idOf('unit1.head') }
  const own = await signIn(house.address, 'unit1.drafter')
  const before = (await own.call(routes.official, { params })).body
  const added = await own.call(
    routes.addPost,
    { params, body: post(1) },
    { revision: before.revision },
  )
  expect(added.body.revision).toBe(before.revision + 1)
  const old = before.posts[0]
  if (old) {
    const ended = await own.call(
      routes.endPost,
      {
        params: { postId: old.postId },
        body: { lastDay: '2026-01-31', reason: 'Bầu chức vụ mới' },
      },
      { revision: before.revision + 1 },
    )
    expect(ended.status).toBe(200)
  }
  const now = (await own.call(routes.official, { params })).body
  expect([now.position, now.positionSince]).toEqual(['VICE_PRESIDENT', '2026-02-01'])
  expect(now.posts.filter(({ isMain }) => isMain)).toHaveLength(1)
})

test('no unit appoints into another one, and no post ends before it begins', async () => {
  const params = { officialId: idOf('unit1.drafter') }
  const own = await signIn(house.address, 'unit1.head')
  const { revision } = (await own.call(routes.official, { params })).body
  expect((await own.call(routes.addPost, { params, body: post(2) }, { revision })).status).toBe(403)
  const added = await own.call(routes.addPost, { params, body: post(1) }, { revision })
  const { postId } = added.body
  const ended = await own.call(
    routes.endPost,
    { params: { postId }, body: { lastDay: '2026-01-31', reason: 'Nhầm ngày' } },
    { revision: added.body.revision },
  )
  expect(ended.problem.errors[0]?.code).toBe('federation.post-ends-before-it-begins')
})

test('a post that is over has no substitute, and a unit that is no more has no posts', async () => {
  const administrator = await signIn(house.address, 'admin')
  const { accountId } = house.federation.person('unit2.head')
  const detail = await administrator.call(routes.account, { params: { accountId } })
  const params = { grantId: detail.body.grants[0]?.grantId ?? '' }
  await administrator.call(routes.withdrawRole, { params, body: { reason: 'Nghỉ hưu' } })
  const named = await administrator.call(routes.nameSubstitute, {
    params,
    body: { officialId: idOf('unit2.drafter'), since: '2026-01-01', until: '2030-01-01' },
  })
  expect([named.status, named.problem.code]).toEqual([409, 'federation.role-ended-already'])
  await withClient(house.ownerUrl, (owner) =>
    owner.query('update unit set valid_to = current_date - 1 where id = $1', [unitId(2)]),
  )
  const body = { unitId: unitId(2), departmentId: null, since: '2026-01-01', until: null }
  const given = await administrator.call(routes.grantRole, {
    params: { accountId },
    body: { ...body, role: 'unitHead' },
  })
  expect(given.problem.errors[0]).toMatchObject({
    code: 'federation.unit-is-closed',
    pointer: '/unitId',
  })
})
