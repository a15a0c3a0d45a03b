import { openDesk } from './desk.ts'
import { steps } from './ports.ts'

const over = ['CLOSED', 'CANCELLED']

/**
 * One inspection, from its plan to its last remedy. It waits for the day of the notice, for the
 * visit, for the minutes, for the result, and then for each remedy's day. People end every one of
 * these waits by their deeds; what the clock does is to open the visit and to tell who is late.
 */
export async function inspection({ inspectionId }: { inspectionId: string }): Promise<void> {
  const desk = openDesk()
  for (;;) {
    const { state, next } = await desk.look(() => steps.standingOfInspection({ inspectionId }))
    if (over.includes(state)) break
    const hasCome = await desk.waitFor(next)
    if (hasCome && next)
      await desk.step(next.moment, () => steps.comeToMoment({ inspectionId, moment: next.moment }))
  }
  await desk.clear()
}
