import type { ClassState } from '../../domain/classes/class-state.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { performs, type Stage } from '../performer.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { endUnitTasks, organiserTask, tellEverybody } from './announce.ts'
import { classForChange, objectOf, processOf, subjectOf } from './class-row.ts'
import { moveClass } from './move.ts'

type Given = { params: { classId: string }; body: { reason: string } }
type CallingOff = { deed: Deed; to: ClassState; event: string; textKey: string }

/** The class is put off; it waits for other days, with its people. */
export const postpone = performs(
  routes.postpone,
  async (stage, given) => {
    const off = await callOff(stage, given, {
      deed: deeds.postponed,
      to: 'POSTPONED',
      event: 'postponed',
      textKey: 'classes.letters.postponed',
    })
    await openTasks(stage.tx, [
      organiserTask(off.trained, { kind: 'classes.newDays', dueAt: null }),
    ])
    return off.performed
  },
  processOf,
)

/** The class is not held; a line of the plan may be opened anew. */
export const cancel = performs(
  routes.cancel,
  async (stage, given) =>
    (
      await callOff(stage, given, {
        deed: deeds.cancelled,
        to: 'CANCELLED',
        event: 'cancelled',
        textKey: 'classes.letters.cancelled',
      })
    ).performed,
  processOf,
)

async function callOff({ tx, caller }: Stage, { params, body }: Given, off: CallingOff) {
  const trained = await classForChange(tx, params.classId)
  const as = mustAllow(off.deed, caller, subjectOf(trained))
  const { reason } = body
  const moved = await moveClass(tx, trained, {
    to: off.to,
    stateBecause: reason,
    calendarSequence: trained.calendarSequence + 1,
  })
  await endUnitTasks(tx, trained, off.event)
  const kinds = ['classes.followList', 'classes.newDays']
  await endTasks(tx, { kinds, objectIds: [trained.id], because: off.event })
  const { event, textKey } = off
  await tellEverybody(tx, moved, {
    event: `${event}/${moved.calendarSequence}`,
    textKey,
    params: { reason },
  })
  const performed = {
    reply: { classId: trained.id, state: moved.state },
    as,
    object: objectOf(trained),
    facts: { classCode: trained.code, title: trained.title, reason },
    process: { state: moved.state, id: trained.id },
  }
  return { trained: moved, performed }
}
