import { sql } from 'kysely'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { seatsOf } from '../../domain/classes/seats.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { countsOf } from './counts.ts'
import { objectOfPart, partForChange, subjectOfPart, type UnitPart } from './unit-part.ts'

/** Seats the unit cannot fill go back, for whoever asks first. */
export const giveSeatsBack = performs(routes.giveSeatsBack, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const part = await partForChange(tx, params)
  const as = mustAllow(deeds.seatsGivenBack, caller, subjectOfPart(part))
  const has = seatsOf(part.quota)
  if (body.seats > has)
    throw new Refusal('classes.not-so-many-seats', 'invalid', {
      params: { has },
      faults: [{ code: 'classes.not-so-many-seats', at: '/seats', params: { has } }],
    })
  await write(tx, part, { givenBack: part.quota.givenBack + body.seats })
  return done(tx, part, { as, seats: has - body.seats, moved: body.seats })
})

/** Takes seats that no unit has. The class is held: the last seat goes to one unit only. */
export const takeSeats = performs(routes.takeSeats, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const part = await partForChange(tx, params)
  const as = mustAllow(deeds.seatsTaken, caller, subjectOfPart(part))
  const free = await freeSeatsOf(tx, part)
  if (body.seats > free)
    throw new Refusal('classes.no-free-seat', 'wrong-state', { params: { free } })
  // What was given back comes back first, so that the unit's own share stays readable.
  const back = Math.min(part.quota.givenBack, body.seats)
  await write(tx, part, {
    givenBack: part.quota.givenBack - back,
    seats: part.quota.seats + body.seats - back,
  })
  return done(tx, part, { as, seats: seatsOf(part.quota) + body.seats, moved: body.seats })
})

async function freeSeatsOf(tx: Tx, { trained }: UnitPart): Promise<number> {
  return trained.seats - (await countsOf(tx, trained.id)).quotas
}

async function write(tx: Tx, { quota }: UnitPart, facts: { givenBack: number; seats?: number }) {
  await tx
    .updateTable('classQuota')
    .set({ ...facts, revision: sql<number>`revision + 1` })
    .where('id', '=', quota.id)
    .execute()
}

type Swapped = { as: ReturnType<typeof mustAllow>; seats: number; moved: number }

async function done(tx: Tx, part: UnitPart, { as, seats, moved }: Swapped) {
  const freeSeats = await freeSeatsOf(tx, part)
  return {
    reply: { seats, freeSeats },
    as,
    object: objectOfPart(part),
    facts: {
      classCode: part.trained.code,
      count: moved,
      seats,
      unitName: part.quota.unitName,
    },
  }
}
