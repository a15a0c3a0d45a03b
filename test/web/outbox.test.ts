import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { Outbox, type OutboxOptions, type OutboxState } from '../../web/classes/outbox.ts'
import type { Sent, Tap } from '../../web/classes/taps.ts'
import { memoryCopies } from '../../web/kit/autosave/local-copy.ts'

beforeEach(() => void vi.useFakeTimers())

const tap = (nominationId: string, mark: AttendanceMark = 'PRESENT'): Tap => ({
  nominationId,
  mark,
  because: null,
  seen: null,
  notedAt: '2027-04-13T01:30:00.000Z',
})

/** The server's half: does a key once, and may lose its answer or be out of reach. */
function hall() {
  const done = new Map<string, readonly Tap[]>()
  const marks = new Map<string, AttendanceMark>()
  const line = { up: true, losesReply: false, refuses: '' }
  const asked: string[] = []
  const send = async (key: string, taps: readonly Tap[]): Promise<Sent> => {
    asked.push(key)
    if (!line.up) return { kind: 'unreachable' }
    if (line.refuses) return { kind: 'refused', reason: line.refuses }
    if (!done.has(key)) {
      done.set(key, taps)
      for (const each of taps) marks.set(each.nominationId, each.mark)
    }
    return line.losesReply ? { kind: 'unreachable' } : { kind: 'taken', conflicts: [] }
  }
  return { done, marks, line, asked, send }
}

const document = 'me/attendance/o/c/s'
let pens = 0

function open(send: OutboxOptions['send'], copies = memoryCopies()) {
  const seen: { state?: OutboxState } = {}
  const outbox = new Outbox({
    document,
    writer: `pen.${(pens += 1)}`,
    isInHand: async () => false,
    page: '/classes/c/attendance',
    copies,
    send,
    onChange: (state) => void (seen.state = state),
  })
  return { outbox, seen, copies }
}
const minute = () => vi.advanceTimersByTimeAsync(61_000)

describe('attendance in a hall', () => {
  test('taps in a row go out together, and nothing is left on the machine', async () => {
    const { done, send } = hall()
    const { outbox, seen, copies } = open(send)
    await outbox.tap([tap('a')])
    await outbox.tap([tap('b'), tap('a', 'LATE')])
    await minute()
    expect([...done.values()]).toEqual([[tap('a', 'LATE'), tap('b')]])
    expect(seen.state?.taps.size).toBe(0)
    expect(await copies.startingWith('me/')).toEqual([])
  })

  test('without a line they lie on the machine, outlive the page, and are sent once when it is back', async () => {
    const { done, line, send } = hall()
    line.up = false
    const before = open(send)
    await before.outbox.tap([tap('a')])
    await minute()
    before.outbox.stop()
    expect(await before.copies.startingWith('me/')).toHaveLength(1)
    line.up = true
    const after = open(send, before.copies)
    await after.outbox.start()
    await minute()
    expect([...done.values()]).toEqual([[tap('a')]])
    expect(await before.copies.startingWith('me/')).toEqual([])
  })

  test('an answer that was lost is asked for again under the same key', async () => {
    const { done, line, asked, send } = hall()
    line.losesReply = true
    const { outbox, copies } = open(send)
    await outbox.tap([tap('a')])
    await vi.advanceTimersByTimeAsync(2_000)
    await outbox.tap([tap('a', 'ABSENT')])
    line.losesReply = false
    await minute()
    expect(asked.length).toBeGreaterThan(2)
    expect([...done.values()]).toEqual([[tap('a')], [tap('a', 'ABSENT')]])
    expect(await copies.startingWith('me/')).toEqual([])
  })

  test('what is refused stays to be seen and is not sent on and on', async () => {
    const { line, asked, send } = hall()
    line.refuses = 'Lớp đã đóng.'
    const { outbox, seen, copies } = open(send)
    await outbox.tap([tap('a')])
    await minute()
    await minute()
    expect(asked).toHaveLength(1)
    expect(seen.state).toMatchObject({ refused: 'Lớp đã đóng.' })
    expect(seen.state?.taps.get('a')).toEqual(tap('a'))
    expect(await copies.startingWith('me/')).toHaveLength(1)
  })

  test('where somebody else marked otherwise a person decides; mine goes out over what it has seen', async () => {
    const theirs = { id: '7', mark: 'LATE' as const, because: null, takenBy: 'Lan', takenAt: '' }
    const sent: (readonly Tap[])[] = []
    const { outbox, seen, copies } = open(async (_, taps) => {
      sent.push(taps)
      const conflicts = taps[0]?.seen === '7' ? [] : [{ nominationId: 'a', theirs }]
      return { kind: 'taken', conflicts }
    })
    await outbox.tap([tap('a')])
    await minute()
    const [clash] = seen.state?.clashes ?? []
    if (!clash) throw new Error('nobody clashed')
    expect(await copies.startingWith('me/')).toHaveLength(1)
    await outbox.settle(clash, clash.tap)
    await minute()
    expect(sent.at(-1)).toEqual([{ ...tap('a'), seen: '7' }])
    expect(await copies.startingWith('me/')).toEqual([])
  })

  test('whatever the line does, in the end the server has the last tap of everybody', async () => {
    const events = fc.array(
      fc.oneof(
        fc.record({
          on: fc.constantFrom('a', 'b', 'c'),
          mark: fc.constantFrom<AttendanceMark>('PRESENT', 'LATE', 'ABSENT'),
        }),
        fc.constantFrom('down', 'up', 'loses', 'wait', 'reload'),
      ),
      { maxLength: 25 },
    )
    await fc.assert(
      fc.asyncProperty(events, async (steps) => {
        const { marks, line, send } = hall()
        const copies = memoryCopies()
        let { outbox } = open(send, copies)
        const wanted = new Map<string, AttendanceMark>()
        for (const step of steps) {
          if (typeof step === 'object') {
            wanted.set(step.on, step.mark)
            await outbox.tap([tap(step.on, step.mark)])
          } else if (step === 'reload') {
            outbox.stop()
            outbox = open(send, copies).outbox
            await outbox.start()
          } else if (step === 'wait') await vi.advanceTimersByTimeAsync(20_000)
          else Object.assign(line, { up: step !== 'down', losesReply: step === 'loses' })
        }
        Object.assign(line, { up: true, losesReply: false })
        for (let more = 0; more < 4; more += 1) await minute()
        expect(marks).toEqual(wanted)
        expect(await copies.startingWith('me/')).toEqual([])
        outbox.stop()
      }),
      { numRuns: 200 },
    )
  })
})
