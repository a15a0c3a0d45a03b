import fc from 'fast-check'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Clash } from '../../web/kit/autosave/merge.ts'
import { type Browser, openBrowser, openWindow, type Place, type Window } from './typed-window.ts'
import { endSession, WIRES } from './wire.ts'

const windows = [0, 1, 2] as const

/** Each with a window, a field and a state of the wire, of which it takes what it needs. */
const does = <const Doing extends string>(weight: number, ...doings: Doing[]) => ({
  weight,
  arbitrary: fc.record({
    do: fc.constantFrom(...doings),
    on: fc.constantFrom(...windows),
    field: fc.nat({ max: 3 }),
    now: fc.constantFrom(...WIRES),
  }),
})
const step = fc.oneof(
  does(6, 'add', 'replace'),
  does(1, 'drop'),
  does(4, 'send', 'sendUnwatched'),
  does(3, 'wire'),
  does(2, 'kill', 'leave'),
  does(1, 'expire', 'choose'),
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** A day of two browsers with three windows: typing, bad lines, killed pages, ended sessions. */
export const aDay: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 3, maxLength: 14 })

const word = /từ\d+/g
const wordsIn = (text: unknown): string[] => JSON.stringify(text ?? '').match(word) ?? []

let counted = 0

/** Lives through a day and tells which words vanished that nobody had crossed out. */
export async function liveThrough(place: Place, steps: readonly Step[]): Promise<string[]> {
  const browsers = place.people.map((person) => openBrowser(place.hands, person))
  const [mine, hers] = browsers
  if (!mine || !hers) throw new Error('two people write')
  const day = new Day(place, [
    await openWindow(place, mine),
    await openWindow(place, mine),
    await openWindow(place, hers),
  ])
  for (const step of steps) await day.live(step)
  for (const { wire } of browsers) wire.now = 'up'
  for (let round = 0; round < 8; round += 1) {
    await day.goHome()
    if (await nothingLeft(browsers)) break
  }
  day.end()
  await Promise.all(browsers.flatMap(({ wire }) => [...wire.underWay]))
  const left = (await nothingLeft(browsers)) ? [] : ['a copy was left behind']
  return [...(await day.lost()), ...left]
}

class Day {
  /** Each word that was typed, by the field it stands in, until a person crosses it out. */
  private readonly typed = new Map<string, string>()
  private readonly paths: string[]
  private readonly place: Place
  private readonly windows: Window[]

  constructor(place: Place, windows: Window[]) {
    this.place = place
    this.windows = windows
    this.paths = pathsIn(place.planId)
  }

  async live(step: Step): Promise<void> {
    const window = this.windows[step.on]
    if (window) await this.deeds[step.do](window, step)
  }

  private readonly deeds: Record<Step['do'], (window: Window, step: Step) => Promise<void> | void> =
    {
      add: (window, { field }) => this.write(window, this.paths[field] ?? '', 'added'),
      replace: (window, { field }) => this.write(window, this.paths[field] ?? '', 'instead'),
      drop: (window, { field }) => this.drop(window, this.paths[field % 2] ?? ''),
      send: async (window) => void (await window.flush()),
      sendUnwatched: (window) => void window.flush(),
      wire: (window, { now }) => void (window.browser.wire.now = now),
      expire: (window) => endSession(window.browser.wire),
      choose: (window) => this.choose(window, counted % 3),
      kill: (window, { on }) => this.openAgain(on, () => window.kill()),
      leave: (window, { on }) => this.openAgain(on, () => window.leave()),
    }

  private async write(window: Window, path: string, how: 'added' | 'instead'): Promise<void> {
    const before = this.place.hands.readAt(window.value, path)
    const next = `từ${(counted += 1)}`
    if (how === 'instead') this.crossOut(wordsIn(before))
    this.typed.set(next, path)
    const text = how === 'added' && typeof before === 'string' ? `${before} ${next}`.trim() : next
    await window.edit(withText(this.place, window.value, path, text))
  }

  private async drop(window: Window, path: string): Promise<void> {
    const { readAt, putAt } = this.place.hands
    const entry = path.slice(0, path.lastIndexOf('.'))
    this.crossOut(wordsIn(readAt(window.value, entry)))
    await window.edit(putAt(window.value, entry, undefined) as AnswerForm) // one opinion less
  }

  private async openAgain(on: Step['on'], close: () => Promise<void> | void): Promise<void> {
    const browser = this.windows[on]?.browser
    await close()
    if (browser) this.windows[on] = await openWindow(this.place, browser)
  }

  /** Both texts were shown: what is not chosen has been crossed out by a person. */
  private async choose(window: Window, how: number): Promise<void> {
    if (window.state.kind !== 'conflict') return
    let form: unknown = window.value
    const { clashes, theirs } = window.state
    for (const clash of clashes) {
      const chosen = chosenOf(clash, how)
      const stays = new Set(wordsIn(chosen))
      const shown = [...wordsIn(clash.mine), ...wordsIn(clash.theirs)]
      this.crossOut(shown.filter((each) => !stays.has(each)))
      form = this.place.hands.putAt(form, clash.path, chosen, theirs)
    }
    await window.resolve(form as AnswerForm) // the same form with other words at places that it has
  }

  private crossOut(words: readonly string[]): void {
    for (const each of words) this.typed.delete(each)
  }

  /** In the evening the line is there, and every page is sent, settled, left and opened again. */
  async goHome(): Promise<void> {
    for (const on of windows) {
      const window = this.windows[on]
      if (!window) continue
      await window.flush()
      await this.choose(window, 2)
      await this.openAgain(on, () => window.leave())
    }
  }

  end(): void {
    for (const window of this.windows) window.kill()
  }

  async lost(): Promise<string[]> {
    const { form } = await this.place.held()
    const stands = (word: string, path: string) =>
      wordsIn(this.place.hands.readAt(form, path)).includes(word)
    return [...this.typed].flatMap(([word, path]) => (stands(word, path) ? [] : [word]))
  }
}

async function nothingLeft(browsers: readonly Browser[]): Promise<boolean> {
  const left = await Promise.all(browsers.map(({ copies }) => copies.startingWith('')))
  return left.flat().length === 0
}

/** Two opinions on clauses, which can be dropped; a remark and a venue, which cannot. */
function pathsIn(planId: string): string[] {
  return [
    `comments.${planId}:CLAUSE:I.1.text`,
    `comments.${planId}:CLAUSE:II.3.text`,
    `stances.${planId}.remark`,
    'capacity.venue',
  ]
}

function withText({ hands, planId }: Place, form: AnswerForm, path: string, text: string) {
  const entry = path.slice(0, path.lastIndexOf('.'))
  const placeCode = entry.split(':').at(-1) ?? ''
  const begun = entry.startsWith('comments')
    ? { planId, placeKind: 'CLAUSE', placeCode, kind: 'PROPOSAL', text, suggestedText: null }
    : { stance: null, remark: text }
  const isThere = hands.readAt(form, entry) !== undefined
  const next = isThere ? hands.putAt(form, path, text) : hands.putAt(form, entry, begun)
  return next as AnswerForm // the same form with another text at a place of its contract
}

function chosenOf({ mine, theirs }: Clash, how: number): unknown {
  if (how === 0) return mine
  if (how === 1) return theirs
  return typeof mine === 'string' && typeof theirs === 'string'
    ? `${mine}\n${theirs}`
    : (mine ?? theirs)
}
