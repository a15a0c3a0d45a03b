import type { ClassMoment } from '../domain/classes/class-calendar.ts'
import { openDesk } from './desk.ts'
import { steps } from './ports.ts'

const over = ['CLOSED', 'CANCELLED']

type Of = { classId: string }

/** What the clock does in the life of a class, each once its moment has come. */
const doing = {
  openNominations: (of) => steps.openNominations(of),
  closeNominations: (of) => steps.closeNominations(of),
  endReleases: (of) => steps.endReleases(of),
  fixList: (of) => steps.fixList(of),
  fillSeats: (of) => steps.fillSeats(of),
  beginClass: (of) => steps.beginClass(of),
  endClass: (of) => steps.endClass(of),
} satisfies Record<ClassMoment, (of: Of) => Promise<void>>

/**
 * A class on its way: units nominate until their day, employers answer until theirs, the list is
 * fixed, the sessions are held, the marks are given. Whatever people do before the clock (other
 * days, an early list, a class that is put off) rings the bell, and the class is looked at anew.
 */
export async function trainingClass({ classId }: Of): Promise<void> {
  const desk = openDesk()
  for (;;) {
    const { state, next } = await desk.look(() => steps.standingOfClass({ classId }))
    if (over.includes(state)) break
    const hasCome = await desk.waitFor(next)
    if (hasCome && next) await desk.step(next.moment, () => doing[next.moment]({ classId }))
  }
  await desk.clear()
}
