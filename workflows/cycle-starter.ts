import { openDesk } from './desk.ts'
import { steps } from './ports.ts'

/** Woken each October by a Schedule: opens the next year while this one still runs. */
export async function cycleStarter({ unitCode }: { unitCode: string }): Promise<void> {
  const desk = openDesk()
  await desk.step('openYear', () => steps.openYear({ unitCode, planYear: null }))
  await desk.clear()
}
