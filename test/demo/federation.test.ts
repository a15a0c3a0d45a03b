import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoFederation, demoSeed, generateFederation } from '../../db/demo/federation.ts'
import { demoPersons } from '../../db/demo/persons.ts'
import { LEVELS_OF_KIND, mayStandAt } from '../../domain/federation/unit-kind.ts'

const today = '2026-11-23'
let demo: DemoFederation

beforeAll(() => {
  demo = generateFederation(demoSeed, today)
})

const openUppers = () =>
  demo.units.filter((unit) => unit.level === 'IMMEDIATE_UPPER' && unit.valid_to === null)

describe('the demo federation', () => {
  it('has its true size', () => {
    const grassroots = demo.units.filter((unit) => unit.level === 'GRASSROOTS')
    expect(grassroots).toHaveLength(10_000)
    expect(openUppers()).toHaveLength(43)
    expect(demo.officials).toHaveLength(65_749)
    expect(demo.officials.filter(({ level }) => level === 'GRASSROOTS')).toHaveLength(65_440)
    expect(demo.officials.filter(({ employment }) => employment === 'FULL_TIME')).toHaveLength(309)
    // one of the inspectors had a post elsewhere before
    expect(demo.posts).toHaveLength(65_750)
  })

  it('is the same on every run, ids included', () => {
    expect(generateFederation(demoSeed, today)).toEqual(demo)
    expect(generateFederation(demoSeed + 1, today).officials[0]?.id).not.toBe(demo.officials[0]?.id)
  })

  it('is written in composed form throughout', () => {
    const text = JSON.stringify(demo)
    expect(text).toBe(text.normalize('NFC'))
  })

  it('gives every row an id of its own, shaped as version 4', () => {
    const ids = [demo.units, demo.officials, demo.posts, demo.grants, demo.lecturers, demo.papers]
      .flat()
      .map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(
      ids.every((id) =>
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id),
      ),
    ).toBe(true)
  })

  it('has unions of mixed kinds, each at a level where its kind may stand', () => {
    expect(new Set(openUppers().map(({ kind }) => kind)).size).toBe(6)
    expect(
      demo.units.every(({ kind, level }) => kind in LEVELS_OF_KIND && mayStandAt(kind, level)),
    ).toBe(true)
  })

  it('names every grassroots union differently', () => {
    expect(new Set(demo.units.map(({ name }) => name)).size).toBe(demo.units.length)
    expect(new Set(demo.units.map(({ code }) => code)).size).toBe(demo.units.length)
  })

  it('keeps what ended on 30 June 2025 with those who took it over', () => {
    const old = demo.units.find(({ name }) => name === 'LĐLĐ quận Hai Bà Trưng (cũ)')
    expect(old?.valid_to).toBe('2025-06-30')
    for (const closed of demo.units.filter(({ valid_to }) => valid_to !== null))
      expect(
        demo.successions.some(({ unit_id }) => unit_id === closed.id),
        closed.name,
      ).toBe(true)
  })

  it('tells of nothing that lies in the future, on any first day', () => {
    for (const day of ['2026-01-01', '2027-07-15', '2030-02-28']) {
      const other = generateFederation(demoSeed, day)
      expect(other.officials.every((each) => each.position_since <= day)).toBe(true)
      expect(other.posts.every((each) => each.since <= day)).toBe(true)
      expect(
        other.papers.every(
          (each) => each.issued_on <= day && each.issued_on >= `${day.slice(0, 4)}-01-01`,
        ),
      ).toBe(true)
    }
  })

  it('has a telephone number nobody has', () => {
    const phones = [
      ...demo.units.map((unit) => unit.contact_phone),
      ...demo.officials.map(({ phone }) => phone),
    ]
    for (const phone of new Set(phones.filter((each) => each !== null)))
      expect(phone).toMatch(/^024 0000 0\d{3}$/)
  })

  it('has fifteen in the standing committee, one of them in the chair', () => {
    const body = demo.bodies.find(({ kind }) => kind === 'STANDING_COMMITTEE')
    const members = demo.members.filter(({ body_id }) => body_id === body?.id)
    expect(members).toHaveLength(15)
    expect(members.map(({ role }) => role).toSorted()[0]).toBe('CHAIR')
    const voters = demo.grants.filter(({ role }) => role === 'committeeMember')
    expect(new Set(voters.map((each) => each.official_id))).toEqual(
      new Set(members.map((each) => each.official_id)),
    )
  })

  it('keeps drafting, both checks and the signature in different hands', () => {
    const holders = ['departmentDrafter', 'contentChecker', 'formChecker', 'committeeLeader'].map(
      (role) =>
        demo.grants.filter((grant) => grant.role === role).map(({ official_id }) => official_id),
    )
    expect(new Set(holders.flat()).size).toBe(holders.flat().length)
  })

  it('stands in the register at 07/KH-LĐLĐ with one number void', () => {
    expect(demo.papers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(demo.papers.filter(({ state }) => state === 'VOID')).toHaveLength(1)
    expect(demo.numberSeries.last_number).toBe(7)
    const days = demo.papers.map((paper) => paper.issued_on)
    expect(days).toEqual(days.toSorted())
  })

  it('has holidays for six years, each day once', () => {
    const days = demo.holidays.map(({ day }) => day)
    expect(new Set(days).size).toBe(days.length)
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(
      new Set(['2025', '2026', '2027', '2028', '2029', '2030']),
    )
  })
})

describe('the demo accounts', () => {
  it('give every one of the 43 exactly two key-holders', () => {
    for (const unit of openUppers()) {
      const roles = demo.grants.filter((grant) => grant.unit_id === unit.id).map(({ role }) => role)
      const keys = roles.filter((role) => role !== 'classOrganiser')
      expect(keys.toSorted(), unit.name).toEqual(['unitDrafter', 'unitHead'])
    }
  })

  it('let some of the 43 run classes of their own, by the person who drafts', () => {
    const organisers = demo.grants.filter(
      ({ role, unit_id }) =>
        role === 'classOrganiser' && openUppers().some(({ id }) => id === unit_id),
    )
    expect(organisers.length).toBeGreaterThan(0)
    for (const { official_id } of organisers)
      expect(
        demo.grants.some(
          (grant) => grant.official_id === official_id && grant.role === 'unitDrafter',
        ),
      ).toBe(true)
  })

  it('never share a user name', () => {
    const names = demo.accounts.map(({ username }) => username)
    expect(new Set(names).size).toBe(names.length)
  })

  it('let in everyone who holds a role', () => {
    const withAccount = new Set(demo.accounts.map(({ officialId }) => officialId))
    expect(demo.grants.every((grant) => withAccount.has(grant.official_id))).toBe(true)
  })

  it('are those that the sign-in page offers', () => {
    for (const person of demoPersons) {
      const account = demo.accounts.find(({ username }) => username === person.username)
      expect(account?.fullName).toBe(person.fullName)
      const roles = demo.grants.filter((grant) => grant.official_id === account?.officialId)
      expect(roles.map(({ role }) => role)).toEqual(expect.arrayContaining([...person.roles]))
    }
  })
})
