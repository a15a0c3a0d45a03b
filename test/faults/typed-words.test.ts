import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { asWorker, insertRound } from '../db/feedback-round.ts'
import { type House, openHouse } from '../setup/house.ts'
import { type Person, signIn } from '../setup/person.ts'
import { ownerPool } from '../setup/owner-pool.ts'
import { type Break, broken } from './broken.ts'
import { importedHands } from './build.ts'
import { aDay, liveThrough, type Step } from './typed-day.ts'
import type { Held } from './typed-window.ts'
import { fetchOver, signInAgain } from './wire.ts'
import type * as Hands from './writing-hands.ts'

const units = 12
/** New days every day: what fails today fails again today, and tomorrow looks elsewhere. */
const seed = Number(process.env.SEED ?? dayOfInstant(new Date()).replaceAll('-', ''))
let house: House
let owner: pg.Pool
let planId: string
const desks: { answerId: string; people: Person[] }[] = []

beforeAll(async () => {
  house = await openHouse({ unitCount: units })
  const { federation } = house
  const { roundId, training } = await insertRound(house.ownerUrl, federation, {})
  planId = training
  const who = { federationId: federation.federationId, process: 'test' }
  await asWorker(house, (worker) => asSystem(worker, who, (tx) => openObligations(tx, roundId)))
  owner = ownerPool(house.ownerUrl, 6)
  for (const [index, { id }] of federation.units.entries()) {
    const { rows } = await owner.query('select id from answer where unit_id = $1', [id])
    const names = ['drafter', 'head'].map((name) => `unit${index + 1}.${name}`)
    const people = await Promise.all(names.map((name) => signIn(house.address, name)))
    desks.push({ answerId: rows[0].id, people })
  }
})
afterEach(() => vi.unstubAllGlobals())
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

async function held(answerId: string): Promise<Held> {
  const { rows } = await owner.query(
    'select form, revision from answer_form where answer_id = $1',
    [answerId],
  )
  return rows[0] ?? { form: EMPTY_FORM, revision: 0 }
}

const emptied = (answerId: string) =>
  owner.query('update answer_form set form = $2, revision = revision + 1 where answer_id = $1', [
    answerId,
    JSON.stringify(EMPTY_FORM),
  ])

/** Store, queue and merge as the browser has them, over wires of ours to the real API. */
async function handsOf(breaks?: readonly Break[]): Promise<typeof Hands> {
  vi.stubGlobal('fetch', fetchOver(house.address))
  // the bundle has what its entry exports
  const hands = (await importedHands('test/faults/writing-hands.ts', breaks)) as typeof Hands
  hands.interrupt.watch(() => {
    const asked = hands.interrupt.get()
    if (!asked) return
    signInAgain()
    queueMicrotask(() => asked.answer(true))
  })
  return hands
}

/** So many days, each unit one after the other, the units side by side; what was lost, by day. */
async function lostIn(hands: typeof Hands, days: readonly Step[][]): Promise<string[]> {
  const left = [...days.entries()]
  const lost: string[] = []
  const work = async ({ answerId, people }: (typeof desks)[number]) => {
    const place = { hands, people, answerId, planId, held: () => held(answerId) }
    for (let next = left.shift(); next && lost.length === 0; next = left.shift()) {
      const [index, steps] = next
      await emptied(answerId)
      const words = await liveThrough(place, steps)
      if (words.length > 0)
        lost.push(
          `day ${index} of seed ${seed}: ${words.join(', ')} after ${JSON.stringify(steps)}`,
        )
    }
  }
  await Promise.all(desks.map(work))
  return lost
}

const days = (numRuns: number) => fc.sample(aDay, { numRuns, seed })

test('a thousand random days of two browsers lose no word', { timeout: 300_000 }, async () => {
  const hands = await handsOf()
  console.log(`typed words: seed ${seed} (SEED=${seed} repeats it)`)
  expect(await lostIn(hands, days(1000))).toEqual([])
})

/** The controls: the same days with one protection taken out must lose something. */
test.each(['notKept', 'doubtForgotten', 'mineOverTheirs'] as const)(
  'without a protection words are lost: %s',
  async (name) => {
    const hands = await handsOf(broken[name])
    expect(await lostIn(hands, days(1000))).not.toEqual([])
  },
)
