import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Person } from '../../local/signed-in.ts'
import type { LocalCopies } from '../../web/kit/autosave/local-copy.ts'
import type { SaveState } from '../../web/kit/autosave/save-state.ts'
import { openWire, over, type Wire } from './wire.ts'
import type * as Hands from './writing-hands.ts'

/** One browser of one person. */
export type Browser = { wire: Wire; copies: LocalCopies; writers: Set<string> }
export type Window = {
  browser: Browser
  writer: string
  value: AnswerForm
  state: SaveState<AnswerForm>
  edit(form: AnswerForm): Promise<void>
  flush(): Promise<boolean>
  resolve(form: AnswerForm): Promise<void>
  kill(): void
  leave(): Promise<void>
}
/** What lies on the server, read past the API: the days are long, and only saving is on trial. */
export type Held = { form: AnswerForm; revision: number }
export type Place = {
  hands: typeof Hands
  people: readonly Person[]
  answerId: string
  planId: string
  held(): Promise<Held>
}

const never = new Promise<never>(() => undefined)

export function openBrowser(hands: typeof Hands, person: Person): Browser {
  return { wire: openWire(person.cookie), copies: hands.memoryCopies(), writers: new Set() }
}

/** A page with the answer, in a browser that may be killed between any two lines. */
export async function openWindow(place: Place, browser: Browser): Promise<Window> {
  const { hands, answerId } = place
  const server = await place.held()
  const writer = crypto.randomUUID()
  browser.writers.add(writer)
  const life = { isAlive: true }
  const whileAlive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!life.isAlive) return never
    const done = await work()
    return life.isAlive ? done : never
  }
  const save = hands.answerSave(answerId)
  const { copies, wire, writers } = browser
  const window = { value: server.form, state: { kind: 'none' } as SaveState<AnswerForm> }
  const saver = hands.createSaver<AnswerForm>({
    document: answerId,
    writer,
    isInHand: async (one) => writers.has(one),
    server: { value: server.form, revision: server.revision },
    save: (form, revision) => whileAlive(() => over(wire, () => save(form, revision))),
    copies: {
      put: (copy) => whileAlive(() => copies.put(copy)),
      remove: (copy) => whileAlive(() => copies.remove(copy)),
      startingWith: (prefix) => whileAlive(() => copies.startingWith(prefix)),
    },
    quietMs: 100_000,
    retryMs: [100_000],
    onChange: (value, state) => void Object.assign(window, { value, state }),
  })
  await saver.start()
  const gone = () => {
    saver.stop()
    writers.delete(writer)
  }
  return Object.assign(window, {
    browser,
    writer,
    edit: (form: AnswerForm) => {
      window.value = form
      return saver.edit(form)
    },
    flush: saver.flush,
    resolve: saver.resolve,
    kill() {
      life.isAlive = false
      gone()
    },
    async leave() {
      await saver.flush()
      gone()
    },
  })
}
