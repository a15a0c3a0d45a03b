import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { performs, type Stage } from '../performer.ts'
import { tellOrganiser, tellPeople, tellUnits } from './announce.ts'
import { processOf } from './class-row.ts'
import {
  factsOf,
  moveNomination,
  nominationForChange,
  type Nominated,
  objectOfNomination,
  subjectOfNomination,
} from './nomination-row.ts'

type Given = { params: { classId: string; nominationId: string }; body: { reason: string } }

/** The unit takes somebody back. */
export const withdrawNominee = performs(
  routes.withdrawNominee,
  (stage, given) => withdraw(stage, deeds.nomineeWithdrawn, given),
  processOf,
)

/** A trainee says that they cannot come; the unit is told, and may send somebody else. */
export const resignSeat = performs(
  routes.resignSeat,
  (stage, given) => withdraw(stage, deeds.seatResigned, given),
  processOf,
)

async function withdraw({ tx, caller }: Stage, deed: Deed, { params, body }: Given) {
  const nominated = await nominationForChange(tx, params)
  const { trained, nomination } = nominated
  const as = mustAllow(deed, caller, subjectOfNomination(nominated))
  const state = await moveNomination(tx, nomination, { to: 'WITHDRAWN', stateBecause: body.reason })
  if (nomination.state === 'CONFIRMED') await tellOfEmptySeat({ tx }, nominated, body.reason)
  return {
    reply: { nominationId: nomination.id, state, release: nomination.release },
    as,
    object: objectOfNomination(nominated),
    facts: { ...factsOf(nominated), reason: body.reason },
    process: { state: trained.state, id: trained.id },
  }
}

async function tellOfEmptySeat(
  { tx }: Pick<Stage, 'tx'>,
  { trained, nomination }: Nominated,
  reason: string,
): Promise<void> {
  const letter = {
    event: `withdrawn/${nomination.id}`,
    textKey: 'classes.letters.withdrawn',
    params: { name: nomination.fullName, reason },
  }
  await tellOrganiser(tx, trained, letter)
  await tellUnits(tx, trained, { ...letter, unitIds: [nomination.unitId] })
  await tellPeople(tx, trained, { ...letter, officialIds: [nomination.officialId] })
}
