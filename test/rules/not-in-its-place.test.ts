import { expect, it } from 'vitest'
import { deeds } from '../../domain/deeds.ts'
import { type Caller, ROLES, type Role, verdictOn } from '../../domain/grammar/deed.ts'

/** S0.21, "không làm thay": what is a unit's own to do is done by nobody above it, below it or beside. */
const unitRoles: readonly Role[] = ['unitDrafter', 'unitHead']
const ofUnits = deeds.filter(
  ({ by }) => by.length > 0 && by.every((role) => unitRoles.includes(role)),
)
const subject = { unitId: 'u2', unitPath: 'ht.u1.u2' }
const places = {
  above: { unitId: 'u1', unitPath: 'ht.u1', ofFederation: false },
  below: { unitId: 'u3', unitPath: 'ht.u1.u2.u3', ofFederation: false },
  beside: { unitId: 'u4', unitPath: 'ht.u1.u4', ofFederation: false },
  'in the federation': { unitId: 'ht', unitPath: 'ht', ofFederation: true },
}

const callerAt = (place: (typeof places)['above'], roles: readonly Role[]): Caller => ({
  accountId: 'a',
  officialId: 'o',
  federationId: 'f',
  fullName: 'Lụa',
  grants: roles.map((role) => ({
    ...place,
    role,
    unitName: place.unitId,
    departmentId: null,
    substituteFor: null,
  })),
})

it('there are such deeds, and whoever has the unit’s own post may do each', () => {
  expect(ofUnits.length).toBeGreaterThan(30)
  const own = callerAt({ ...subject, ofFederation: false }, unitRoles)
  for (const entry of ofUnits)
    expect(verdictOn(entry, own, { ...subject, state: entry.in?.[0] ?? null }).allowed).toBe(true)
})

it.each(Object.entries(places))(
  'with every role there is, %s, one does none of them',
  (_, place) => {
    const other = callerAt(place, ROLES)
    const done = ofUnits.filter(
      (entry) => verdictOn(entry, other, { ...subject, state: entry.in?.[0] ?? null }).allowed,
    )
    expect(done.map(({ name }) => name)).toEqual([])
  },
)
