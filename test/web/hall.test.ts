import { beforeEach, expect, test, vi } from 'vitest'
import { memoryCopies } from '../../web/kit/autosave/local-copy.ts'
import {
  EMPTY_HALL,
  Hall,
  type HallDeed,
  type HallItem,
  type HallState,
  type Sent,
  SILENCE,
} from '../../web/feedback/hall.ts'

beforeEach(() => void vi.useFakeTimers())

const spoken = (words: string): HallDeed => ({
  kind: 'opinion',
  unitName: 'Công đoàn phường Số 1',
  speech: { ...SILENCE, words },
  opinion: {
    unitId: '1',
    planId: '2',
    placeKind: 'GENERAL',
    placeCode: null,
    kind: 'PROPOSAL',
    words,
  },
})

/** The server's half: does a key once, and may lose its answer, refuse, or be out of reach. */
function server() {
  const done = new Map<string, HallItem>()
  const line = { up: true, losesReply: false, refuses: '' }
  const send = async (item: HallItem): Promise<Sent> => {
    if (!line.up) return { kind: 'unreachable' }
    if (line.refuses) return { kind: 'refused', reason: line.refuses }
    done.set(item.key, done.get(item.key) ?? item)
    return line.losesReply ? { kind: 'unreachable' } : { kind: 'taken' }
  }
  return { done, line, send, words: () => [...done.values()].map(wordsOf) }
}
const wordsOf = (item: HallItem) => (item.kind === 'opinion' ? item.opinion.words : '')

let pens = 0
function open(send: (item: HallItem) => Promise<Sent>, copies = memoryCopies()) {
  let state: HallState = EMPTY_HALL
  const hall = new Hall({
    document: 'me/hall/c',
    writer: `pen.${(pens += 1)}`,
    isInHand: async () => false,
    page: '/cycles/2027/feedback/conferences',
    copies,
    send,
    onChange: (next) => void (state = next),
  })
  return { hall, copies, state: () => state }
}
const minute = () => vi.advanceTimersByTimeAsync(61_000)

test('what was said without a line is sent in its order when there is one, each once', async () => {
  const { line, send, words } = server()
  line.up = false
  const { hall, copies, state } = open(send)
  await hall.add(spoken('Một'))
  await hall.add(spoken('Hai'))
  await minute()
  expect(state().items).toHaveLength(2)
  line.up = true
  line.losesReply = true
  await minute()
  line.losesReply = false
  await minute()
  expect(words()).toEqual(['Một', 'Hai'])
  expect(state().items).toEqual([])
  expect(await copies.startingWith('me/')).toEqual([])
})

test('a window that was closed loses neither what was done nor the word half written', async () => {
  const { line, send, words } = server()
  line.up = false
  const first = open(send)
  await first.hall.add(spoken('Một'))
  await first.hall.write({ ...SILENCE, words: 'Hai, còn d' })
  first.hall.stop()
  line.up = true
  const again = open(send, first.copies)
  await again.hall.start()
  await minute()
  expect(words()).toEqual(['Một'])
  expect(again.state().speech.words).toBe('Hai, còn d')
})

test('what is refused stays to be seen, and does not hold up what comes after', async () => {
  const { line, send, words } = server()
  line.refuses = 'Biên bản đã khép lại.'
  const { hall, state } = open(send)
  await hall.add(spoken('Một'))
  await minute()
  line.refuses = ''
  await hall.add(spoken('Hai'))
  await minute()
  expect(words()).toEqual(['Hai'])
  const [refused] = state().refused
  expect(refused?.reason).toBe('Biên bản đã khép lại.')
  if (refused) await hall.settle(refused.item, true)
  expect(state().speech.words).toBe('Một')
})

test('a machine without room says so', async () => {
  const { send } = server()
  const copies = { ...memoryCopies(), put: () => Promise.reject(new Error('no room')) }
  const { hall, state } = open(send, copies)
  await hall.write({ ...SILENCE, words: 'Một' })
  expect(state().isKept).toBe(false)
})
