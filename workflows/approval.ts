import { openDesk } from './desk.ts'
import { steps } from './ports.ts'

const over = ['ISSUED', 'RETURNED']

/**
 * A plan's way from the checks to its number: two persons check it, the committee votes until the
 * quorum or the deadline, the president signs, the clerk numbers and issues. Each of these is a
 * person's deed; the only thing done by the clock is the end of the vote.
 */
export async function approval({ approvalId }: { approvalId: string }): Promise<void> {
  const desk = openDesk()
  for (;;) {
    const { state, next } = await desk.look(() => steps.standingOfApproval({ approvalId }))
    if (over.includes(state)) break
    const hasCome = await desk.waitFor(next)
    if (hasCome) await desk.step('closeVoting', () => steps.closeVoting({ approvalId }))
  }
  await desk.clear()
}
