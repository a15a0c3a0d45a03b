import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  defineSignal,
  defineUpdate,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import type { NextMoment } from './activities.ts'
import * as messages from './messages.ts'
import { deeds, help, wideDeeds } from './ports.ts'

const doDeed = defineUpdate<void, [messages.Asked]>(messages.doDeed)
const calendarChanged = defineSignal(messages.calendarChanged)
const planMoved = defineSignal<[messages.PlanMoved]>(messages.planMoved)
const consultationEnded = defineSignal<[messages.ConsultationEnded]>(messages.consultationEnded)
const attentionResolved = defineSignal<[messages.AttentionResolved]>(messages.attentionResolved)

/** Processes that were begun before it wait for such a moment as they always did. */
const comesAtOnce = 'a moment that has come needs no timer'
/** What was done before it is read again as it went. */
const inTurn = 'deeds are done one by one, and nothing beside them'

/**
 * Where a process sits and is spoken to. Made before the first await, so that no message is lost.
 * Every message rings the bell; what has become of the matter is then read from PostgreSQL.
 */
export type Desk = {
  /** Asks PostgreSQL how things stand. What rings from here on is not missed by `waitFor`. */
  look<T>(ask: () => Promise<T>): Promise<T>
  /** Waits for the moment; true when it came, false when somebody did something before. */
  waitFor(next: NextMoment): Promise<boolean>
  /** A step that is tried until it is done, or until an operator skips it. */
  step<T>(name: string, work: () => Promise<T>): Promise<T | null>
  /** Before returning or continuing as new: no deed may be left half answered. */
  clear(): Promise<void>
}

export function openDesk(): Desk {
  const bell = { rings: 0, heard: 0 }
  const answers = new Map<string, messages.AttentionResolved['resolution']>()
  const ring = () => void (bell.rings += 1)
  const deedsInTurn = openQueue()
  let lastCome = ''

  setHandler(doDeed, async (asked) => {
    if (asked.forAllUnits) await deedsInTurn.after(unwrapped(wideDeeds.performDeed(asked)))
    else if (patched(inTurn)) await deedsInTurn.join(() => deeds.performDeed(asked))
    else await deeds.performDeed(asked)
    ring()
  })
  setHandler(calendarChanged, ring)
  setHandler(planMoved, ring)
  setHandler(consultationEnded, ring)
  setHandler(attentionResolved, ({ id, resolution }) => void answers.set(id, resolution))

  return {
    look(ask) {
      bell.heard = bell.rings
      return deedsInTurn.after(ask())
    },
    async waitFor(next) {
      const rung = () => bell.rings > bell.heard && deedsInTurn.isEmpty()
      if (!next) return condition(rung).then(() => false)
      const waitMs = Math.max(0, Date.parse(next.at) - Date.now())
      // however short, a timer takes a second: only what has just been done has one before it is done
      // again, for a database with a slow clock and for what finds nothing to do
      if (waitMs === 0 && !rung() && next.moment !== lastCome && patched(comesAtOnce)) {
        lastCome = next.moment
        return true
      }
      return !(await deedsInTurn.after(condition(rung, waitMs)))
    },
    async step(name, work) {
      for (;;) {
        try {
          return await deedsInTurn.after(work())
        } catch (error) {
          const resolution = await deedsInTurn.after(askForHelp(name, error, answers))
          if (resolution === 'SKIP') return null
        }
      }
    },
    clear: () => condition(allHandlersFinished),
  }
}

/**
 * Deeds that are done one after the other, and before anything else goes on. A replay is given the end
 * of a local activity at once: it does not know that another one, a timer or a message came before
 * it, takes another way than the first time, and the process never moves again (decision 50).
 */
function openQueue() {
  let length = 0
  let last: Promise<unknown> = Promise.resolve()
  const isEmpty = () => length === 0
  return {
    isEmpty,
    join<T>(work: () => Promise<T>): Promise<T> {
      length += 1
      const mine = last.then(work).finally(() => void (length -= 1))
      last = mine.catch(() => undefined)
      return mine
    },
    /** What has come is gone on with when no deed is under way. */
    async after<T>(coming: Promise<T>): Promise<T> {
      await coming.catch(() => undefined)
      if (!isEmpty()) await condition(isEmpty)
      return coming
    },
  }
}

async function askForHelp(
  step: string,
  error: unknown,
  answers: Map<string, messages.AttentionResolved['resolution']>,
) {
  const { workflowId } = workflowInfo()
  const { id } = await help.raiseAttention({ workflowId, step, error: reasonOf(error) })
  await condition(() => answers.has(id))
  return answers.get(id)
}

function reasonOf(error: unknown): string {
  const root = rootOf(error)
  if (root instanceof ApplicationFailure) return root.type ?? root.message
  return root instanceof Error ? root.message : String(root)
}

/** Whoever asked is told the refusal itself. */
function unwrapped<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw rootOf(error)
  })
}

/** A normal activity's failure comes wrapped, a local one's does not. */
function rootOf(error: unknown): unknown {
  if (error instanceof ApplicationFailure) return error
  return error instanceof Error && error.cause ? rootOf(error.cause) : error
}
