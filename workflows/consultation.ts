import { openDesk } from './desk.ts'
import { steps, wideSteps } from './ports.ts'

/**
 * One round, whatever the number of units: it opens the obligations, at once or when the planned
 * moment comes, reminds those who are still silent, and closes when the last deadline has passed, or
 * when a leader closes it earlier.
 */
export async function consultation({ roundId }: { roundId: string }): Promise<void> {
  const desk = openDesk()
  await desk.step('openObligations', () => wideSteps.openObligations({ roundId }))

  for (;;) {
    const next = await desk.look(() => steps.nextOfRound({ roundId }))
    if (!next) break
    const hasCome = await desk.waitFor(next)
    if (hasCome && next.moment === 'open')
      await desk.step('openObligations', () => wideSteps.openObligations({ roundId }))
    else if (hasCome && next.moment === 'close')
      await desk.step('closeRound', () => wideSteps.closeRound({ roundId }))
    else if (hasCome)
      await desk.step('remindUnits', () => wideSteps.remindUnits({ roundId, moment: next.moment }))
  }
  await desk.clear()
}
