import { randomUUID } from 'node:crypto'
import { password, passwordHash } from '../small-federation.ts'
import type { Arrange, Scene } from './scene.ts'

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const goodPassword = 'mưa rào tháng Bảy trên đồi chè'
let count = 0
const serial = () => String((count += 1))

/** Somebody who plays no other part: the third unit's drafter. */
const spare = ({ federation }: Scene) => federation.person('unit3.drafter')
const spareAccount: Arrange = async ({ scene, state }) => {
  const { accountId } = spare(scene)
  const suspended = state === 'SUSPENDED' ? 'now()' : 'null'
  await scene.sql(`update account set suspended_at = ${suspended} where user_id = $1`, [accountId])
  return { params: { accountId } }
}

async function newOfficial({ sql, federation }: Scene): Promise<string> {
  const officialId = randomUUID()
  const [unit] = federation.units
  await sql(
    `insert into official (id, federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year,
       employment, level, position)
     values ($1, $2, $3, $4::ltree, 'Trần Mới', 'Mới', 'F', 1990, 'FULL_TIME', 'IMMEDIATE_UPPER', 'SPECIALIST')`,
    [officialId, federation.federationId, unit?.id, unit?.path],
  )
  return officialId
}

async function newUnit({ sql, federation }: Scene, state: string): Promise<string> {
  const id = randomUUID()
  await sql(
    `insert into unit (id, federation_id, parent_id, code, name, level, kind, path, valid_from, valid_to)
     values ($1, $2, $3, $4, 'Công đoàn phường Mới', 'GRASSROOTS', 'GRASSROOTS_UNION', $5::ltree, '2025-07-01', $6)`,
    [
      id,
      federation.federationId,
      federation.units[2]?.id,
      `N${serial()}`,
      `ht.u3.n${id.replaceAll('-', '')}`,
      state === 'CLOSED' ? '2025-12-31' : null,
    ],
  )
  return id
}

const grantOf = async ({ sql, idFrom, federation }: Scene) => {
  const { officialId, unitId } = federation.person('unit3.drafter')
  await sql(`delete from role_grant where official_id = $1 and role = 'lecturer'`, [officialId])
  return idFrom(
    `insert into role_grant (federation_id, official_id, role, unit_id, since)
     values ($1, $2, 'lecturer', $3, '2025-07-01') returning id`,
    [federation.federationId, officialId, unitId],
  )
}

const unitList: Arrange = async ({ scene }) => {
  const admin = await scene.walk.person('admin')
  const reply = await fetch(`${scene.address}/api/unit-list-template/export.xlsx`, {
    headers: { cookie: admin.cookie },
  })
  const content = Buffer.from(await reply.arrayBuffer()).toString('base64')
  return { body: { fileName: 'units.xlsx', content } }
}

export const federationArranged: Record<string, Arrange> = {
  'account.created': async ({ scene }) => ({
    body: {
      officialId: await newOfficial(scene),
      username: `new.person.${serial()}`,
      firstPassword: goodPassword,
    },
  }),
  'account.password-reset': async (asking) => ({
    ...(await spareAccount(asking)),
    body: { temporaryPassword: goodPassword },
  }),
  'account.suspended': async (asking) => ({
    ...(await spareAccount(asking)),
    body: { reason: 'Nghỉ không lương sáu tháng' },
  }),
  'account.resumed': spareAccount,
  'role.granted': async ({ scene }) => {
    const { accountId, officialId, unitId } = spare(scene)
    await scene.sql('update account set suspended_at = null where user_id = $1', [accountId])
    await scene.sql(`delete from role_grant where official_id = $1 and role = 'lecturer'`, [
      officialId,
    ])
    const body = { role: 'lecturer', unitId, departmentId: null, since: today(), until: null }
    return { params: { accountId }, body }
  },
  'role.withdrawn': async ({ scene }) => ({
    params: { grantId: await grantOf(scene) },
    body: { reason: 'Chuyển công tác' },
  }),
  'substitute.named': async ({ scene }) => {
    await scene.sql('delete from role_grant where substitute_for is not null')
    const head = scene.federation.person('unit3.head').officialId
    return {
      params: {
        grantId: await scene.idFrom(
          `select id from role_grant where official_id = $1 and role = 'unitHead'`,
          [head],
        ),
      },
      body: { officialId: spare(scene).officialId, since: today(), until: nextMonth() },
    }
  },
  'password.changed': async ({ scene }) => {
    await scene.sql(`update auth_account set password = $1`, [passwordHash])
    return { body: { currentPassword: password, newPassword: goodPassword } }
  },
  'session.ended': async ({ scene, who }) => {
    await scene.sql(`update auth_account set password = $1`, [passwordHash])
    const as = await scene.signIn(who)
    const sessionId = await scene.idFrom(
      'select id from auth_session where user_id = $1 order by created_at desc limit 1',
      [scene.federation.person(who).accountId],
    )
    return { params: { sessionId }, as }
  },
  'sessions.ended': async ({ scene, who }) => {
    await scene.sql(`update auth_account set password = $1`, [passwordHash])
    return { as: await scene.signIn(who) }
  },
  'federation.founded': async () => ({
    body: {
      token: 'x'.repeat(40),
      federation: {
        name: 'Liên đoàn khác',
        shortName: 'LĐ khác',
        place: 'Hà Thanh',
        superiorName: 'TLĐ',
        symbol: 'LĐLĐ',
        code: 'KHAC',
        foundedOn: '2025-07-01',
        helpName: null,
        helpPhone: null,
      },
      administrator: {
        fullName: 'Người lạ',
        sex: 'F',
        birthYear: 1990,
        username: 'stranger',
        password: goodPassword,
      },
    },
  }),
  'unit.added': async ({ scene }) => ({
    body: {
      aboveId: scene.federation.top.id,
      code: `M${serial()}`,
      name: 'Công đoàn phường Mới',
      kind: 'WARD_UNION',
      level: 'IMMEDIATE_UPPER',
      symbol: null,
      sector: null,
      ownership: null,
      workers: null,
      members: null,
      validFrom: today(),
      contactName: null,
      contactPhone: null,
    },
  }),
  'unit.closed': async ({ scene, state }) => ({
    params: { unitId: await newUnit(scene, state) },
    body: { lastDay: today(), successorIds: [] },
  }),
  'unit-list.checked': unitList,
  'unit-list.taken-in': unitList,
  'department.added': async () => ({ body: { name: `Ban Mới ${serial()}`, shortName: 'BM' } }),
  'official.added': async ({ scene }) => ({
    body: {
      unitId: scene.federation.units[0]?.id,
      departmentId: null,
      fullName: 'Trần Thị Mới',
      sex: 'F',
      birthYear: 1990,
      employment: 'FULL_TIME',
      position: 'SPECIALIST',
      since: today(),
      term: null,
      newInTerm: false,
      email: null,
      phone: null,
    },
  }),
  'official.corrected': async ({ scene }) => ({
    params: { officialId: await newOfficial(scene) },
    revision: 1,
    body: {
      fullName: 'Trần Thị Mới',
      sex: 'F',
      birthYear: 1991,
      employment: 'FULL_TIME',
      newInTerm: true,
      email: null,
      phone: '0912 345 678',
    },
  }),
  'post.added': async ({ scene }) => ({
    params: { officialId: await newOfficial(scene) },
    revision: 1,
    body: {
      unitId: scene.federation.units[0]?.id,
      departmentId: null,
      position: 'VICE_PRESIDENT',
      since: today(),
      term: null,
      isMain: true,
    },
  }),
  'post.ended': async ({ scene, state }) => {
    const officialId = await newOfficial(scene)
    const postId = await scene.idFrom(
      `insert into post (federation_id, official_id, unit_id, position, since, until, is_main)
       values ($1, $2, $3, 'SPECIALIST', '2025-07-01', $4, true) returning id`,
      [
        scene.federation.federationId,
        officialId,
        scene.federation.units[0]?.id,
        state === 'ENDED' ? '2026-01-31' : null,
      ],
    )
    return { params: { postId }, revision: 1, body: { lastDay: today(), reason: 'Nghỉ hưu' } }
  },
  'unit.corrected': async ({ scene, state }) => ({
    params: { unitId: await newUnit(scene, state) },
    revision: 1,
    body: {
      name: 'Công đoàn Công ty Đổi Tên',
      kind: 'GRASSROOTS_UNION',
      level: 'GRASSROOTS',
      symbol: null,
      sector: null,
      ownership: null,
      workers: 120,
      members: 100,
      contactName: null,
      contactPhone: null,
    },
  }),
  'unit.moved': async ({ scene, state }) => ({
    params: { unitId: await newUnit(scene, state) },
    revision: 1,
    body: { aboveId: scene.federation.units[0]?.id, basis: 'Quyết định số 12/QĐ-LĐLĐ' },
  }),
  'unit.merged': async ({ scene, state }) => ({
    params: { unitId: await newUnit(scene, state) },
    revision: 1,
    body: {
      successorId: scene.federation.units[0]?.id,
      lastDay: today(),
      basis: 'Quyết định số 12/QĐ-LĐLĐ',
    },
  }),
  'member.seated': async ({ scene }) => ({
    body: { officialId: await newOfficial(scene), role: 'MEMBER', since: today() },
  }),
}
