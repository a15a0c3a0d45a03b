import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import {
  type NominationState,
  RELEASE_MOVES,
  type ReleaseState,
} from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { performs } from '../performer.ts'
import { finishTasks } from '../tasks.ts'
import { hasOpenReleases } from './approve-list.ts'
import { processOf } from './class-row.ts'
import {
  factsOf,
  moveNomination,
  nominationForChange,
  objectOfNomination,
  subjectOfNomination,
} from './nomination-row.ts'

/** Where the nominee stands after the employer was asked, or has answered. */
function stateAfter(state: NominationState, release: ReleaseState): NominationState {
  if (release === 'REFUSED') return 'REFUSED_BY_EMPLOYER'
  if (release === 'GRANTED') return state === 'RELEASE_PENDING' ? 'UNIT_APPROVED' : state
  return state === 'UNIT_APPROVED' ? 'RELEASE_PENDING' : state
}

/** Whether the employer was asked and what it said; who is refused falls out, the next moves up. */
export const recordRelease = performs(
  routes.recordRelease,
  async ({ tx, caller, at }, { params, body }) => {
    const nominated = await nominationForChange(tx, params)
    const { nomination } = nominated
    const as = mustAllow(deeds.releaseRecorded, caller, subjectOfNomination(nominated))
    if (nomination.state === 'PROPOSED')
      throw new Refusal('classes.not-approved-yet', 'wrong-state')
    const possible: readonly ReleaseState[] = RELEASE_MOVES[nomination.release]
    if (!possible.includes(body.answer))
      throw new Refusal('classes.release-cannot-move', 'wrong-state', {
        params: { state: nomination.release },
      })
    const isAnswer = body.answer === 'GRANTED' || body.answer === 'REFUSED'
    const state = await moveNomination(tx, nomination, {
      to: stateAfter(nomination.state, body.answer),
      releaseState: body.answer,
      ...(body.answer === 'ASKED' && { releaseAskedAt: at }),
      ...(isAnswer && { releaseAnsweredAt: at }),
      releaseBecause: body.because,
      ...(body.letterNo !== null && { releaseLetterNo: body.letterNo }),
    })
    const { quotaId, unitId, classId } = nomination
    if (quotaId && !(await hasOpenReleases(tx, classId, unitId)))
      await finishTasks(tx, {
        kinds: ['classes.askEmployers'],
        objectId: quotaId,
        by: caller.officialId,
      })
    return {
      reply: { nominationId: nomination.id, state, release: body.answer },
      as,
      object: objectOfNomination(nominated),
      facts: { ...factsOf(nominated), answer: body.answer, reason: body.because ?? '' },
      content: body,
      process: { state: nominated.trained.state, id: classId },
    }
  },
  processOf,
)
