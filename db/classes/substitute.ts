import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { tellOrganiser, tellPeople } from './announce.ts'
import { holdNominees } from './candidates.ts'
import { processOf } from './class-row.ts'
import { countsOf } from './counts.ts'
import { firstRelease, mustBeSendable } from './nominate.ts'
import {
  factsOf,
  moveNomination,
  nominationForChange,
  type Nominated,
  objectOfNomination,
  subjectOfNomination,
} from './nomination-row.ts'
import { partForChange } from './unit-part.ts'

/** Somebody else of the unit takes the seat: from its own waiting list, or named anew. */
export const sendSubstitute = performs(
  routes.sendSubstitute,
  async (stage, { params, body }) => {
    const { tx, caller } = stage
    await holdNominees(tx, [body.officialId])
    const nominated = await nominationForChange(tx, params)
    const { trained, nomination } = nominated
    const as = mustAllow(deeds.substituteSent, caller, subjectOfNomination(nominated))
    if (nomination.state === 'CONFIRMED')
      await moveNomination(tx, nomination, { to: 'WITHDRAWN', stateBecause: body.reason })
    else await mustHaveFreeSeat(tx, nominated)
    const nominationId =
      (await fromWaitingList(tx, nominated, body.officialId)) ??
      (await nameAnew(stage, nominated, body))
    await tellBoth(tx, nominated, body)
    return {
      reply: { nominationId },
      as,
      object: objectOfNomination(nominated),
      facts: { ...factsOf(nominated), reason: body.reason },
      content: body,
      process: { state: trained.state, id: trained.id },
    }
  },
  processOf,
)

/** Somebody who left before: their seat may have gone to the waiting list already. */
async function mustHaveFreeSeat(tx: Tx, { trained, nomination }: Nominated): Promise<void> {
  const hasLeft = nomination.state === 'WITHDRAWN' || nomination.state === 'REFUSED_BY_EMPLOYER'
  const { confirmed } = await countsOf(tx, trained.id)
  if (!hasLeft || confirmed >= trained.seats)
    throw new Refusal('classes.no-free-seat', 'wrong-state', {
      params: { free: Math.max(0, trained.seats - confirmed) },
    })
}

async function fromWaitingList(
  tx: Tx,
  { nomination }: Nominated,
  officialId: string,
): Promise<string | null> {
  const waiting = await tx
    .updateTable('nomination')
    .set((update) => ({
      state: 'CONFIRMED',
      substituteFor: nomination.id,
      revision: update('revision', '+', 1),
    }))
    .where('classId', '=', nomination.classId)
    .where('unitId', '=', nomination.unitId)
    .where('officialId', '=', officialId)
    .where('state', '=', 'WAITLISTED')
    .returning('id')
    .executeTakeFirst()
  return waiting?.id ?? null
}

async function nameAnew(
  { tx, caller }: Stage,
  { trained, nomination }: Nominated,
  body: { officialId: string; reason: string },
): Promise<string> {
  const part = await partForChange(tx, { classId: trained.id, unitId: nomination.unitId })
  const people = await mustBeSendable(tx, part, [body.officialId], () => '/officialId')
  const { id } = await tx
    .insertInto('nomination')
    .values({
      federationId: trained.federationId,
      classId: trained.id,
      unitId: nomination.unitId,
      unitPath: nomination.unitPath,
      officialId: body.officialId,
      priority: nomination.priority,
      reason: body.reason,
      state: 'CONFIRMED',
      releaseState: firstRelease(trained, people.get(body.officialId)?.employment ?? ''),
      substituteFor: nomination.id,
      proposedBy: caller.officialId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function tellBoth(
  tx: Tx,
  { trained, nomination }: Nominated,
  { officialId, reason }: { officialId: string; reason: string },
): Promise<void> {
  const event = `substitute/${nomination.id}`
  await tellPeople(tx, trained, {
    event,
    textKey: 'classes.letters.confirmed',
    officialIds: [officialId],
  })
  await tellOrganiser(tx, trained, {
    event,
    textKey: 'classes.letters.substitute',
    params: { name: nomination.fullName, reason },
  })
}
