import { openDesk } from './desk.ts'
import { steps } from './ports.ts'

const over = ['DECIDED', 'CLOSED']

/**
 * A round of commendation: files come in until their day, the secretary checks them, the council
 * votes until its quorum or its deadline, the president signs, the clerk numbers. Each of these is a
 * person's deed; the clock ends the filing and the voting.
 */
export async function commendation({ commendationId }: { commendationId: string }): Promise<void> {
  const desk = openDesk()
  for (;;) {
    const { state, next } = await desk.look(() => steps.standingOfCommendation({ commendationId }))
    if (over.includes(state)) break
    const hasCome = await desk.waitFor(next)
    if (hasCome && next?.moment === 'filesDue')
      await desk.step('endFiling', () => steps.endFiling({ commendationId }))
    else if (hasCome) await desk.step('closeCouncil', () => steps.closeCouncil({ commendationId }))
  }
  await desk.clear()
}
