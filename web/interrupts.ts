import { store } from './store.ts'

/** What a request must wait for until the person at the screen has answered. */
export type Interrupt = { kind: 'session' | 'stepUp'; answer: (done: boolean) => void }

export const interrupt = store<Interrupt | null>(null)

let asked: { kind: Interrupt['kind']; answered: Promise<boolean> } | null = null

let confirmedAt = 0

/**
 * Whether the password was shown again after this moment. With it comes a new token, so that what
 * was on its way under the old one is not signed in any more and is sent again.
 */
export async function confirmedSince(moment: number): Promise<boolean> {
  if (asked?.kind === 'stepUp') await asked.answered
  return confirmedAt > moment
}

/**
 * Opens the dialog over the page, once however many requests ask, and tells whether the person
 * signed in or confirmed. The page below keeps everything that was typed.
 */
export function askPerson(kind: Interrupt['kind']): Promise<boolean> {
  if (asked?.kind === kind) return asked.answered
  const before = asked?.answered ?? Promise.resolve(true)
  const answered = before.then(() => open(kind))
  asked = { kind, answered }
  void answered.finally(() => {
    if (asked?.answered === answered) asked = null
  })
  return answered
}

function open(kind: Interrupt['kind']): Promise<boolean> {
  return new Promise((resolve) => {
    interrupt.set({
      kind,
      answer(done) {
        interrupt.set(null)
        if (done && kind === 'stepUp') confirmedAt = Date.now()
        resolve(done)
      },
    })
  })
}
