import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { memoryCopies } from '../../web/kit/autosave/local-copy.ts'
import { createSaver, type SaveOutcome, type SaveState } from '../../web/kit/autosave/saver.ts'

type Answer = Record<string, string>

/** A server with one document, If-Match, and a line that may be cut or cut after the deed. */
function server(value: Answer) {
  const held = { value, revision: 1 }
  const line = { now: 'up' as 'up' | 'down' | 'lostReply' }
  async function save(sent: Answer, revision: number): Promise<SaveOutcome<Answer>> {
    if (line.now === 'down') return { kind: 'unreachable' }
    if (revision !== held.revision) return { kind: 'stale', ...held }
    held.value = sent
    held.revision += 1
    if (line.now === 'lostReply') return { kind: 'unreachable' }
    return { kind: 'saved', revision: held.revision, at: new Date(0) }
  }
  return { held, line, save }
}

function watched(start: Answer, store = memoryCopies()) {
  const there = server(start)
  const seen: { value: Answer; state: SaveState<Answer> } = {
    value: start,
    state: { kind: 'none' },
  }
  const open = () =>
    createSaver<Answer>({
      key: 'answer',
      server: { ...there.held },
      copies: store,
      save: there.save,
      retryMs: [100_000],
      quietMs: 100_000,
      onChange: (value, state) => Object.assign(seen, { value, state }),
    })
  return { there, seen, open, store }
}

describe('what is typed is kept', () => {
  test('at once on this machine, and on the server when it is sent', async () => {
    const { there, seen, open, store } = watched({ a: '' })
    const saver = open()
    await saver.edit({ a: 'hoà' })
    expect((await store.get('answer'))?.value).toEqual({ a: 'hoà' })
    await saver.flush()
    expect(there.held.value).toEqual({ a: 'hoà' })
    expect(seen.state).toMatchObject({ kind: 'server' })
    expect(await store.all()).toEqual([])
    saver.stop()
  })

  test('on this machine while there is no line, and sent by the next visit', async () => {
    const { there, seen, open } = watched({ a: '' })
    const first = open()
    there.line.now = 'down'
    await first.edit({ a: 'một' })
    await first.flush()
    expect(seen.state.kind).toBe('local')
    first.stop()
    there.line.now = 'up'
    const next = open()
    await next.start()
    await next.flush()
    expect(there.held.value).toEqual({ a: 'một' })
    next.stop()
  })

  test('a save whose reply was lost is no conflict', async () => {
    const { there, seen, open } = watched({ a: '' })
    const saver = open()
    there.line.now = 'lostReply'
    await saver.edit({ a: 'một' })
    await saver.flush()
    there.line.now = 'up'
    await saver.flush()
    expect(seen.state.kind).toBe('server')
    expect(there.held).toEqual({ value: { a: 'một' }, revision: 2 })
    saver.stop()
  })

  test('the edit of a colleague in another field is mixed in', async () => {
    const { there, seen, open } = watched({ a: 'x', b: 'y' })
    const saver = open()
    there.held.value = { a: 'x', b: 'chị Lan' }
    there.held.revision = 2
    await saver.edit({ a: 'tôi', b: 'y' })
    await saver.flush()
    expect(there.held.value).toEqual({ a: 'tôi', b: 'chị Lan' })
    expect(seen.value).toEqual({ a: 'tôi', b: 'chị Lan' })
    saver.stop()
  })

  test('the same words changed by two people are shown to a person, and nothing is lost', async () => {
    const { there, seen, open } = watched({ a: '03 ngày' })
    const saver = open()
    there.held.value = { a: '02 ngày' }
    there.held.revision = 2
    await saver.edit({ a: '04 ngày' })
    await saver.flush()
    expect(seen.state).toMatchObject({ kind: 'conflict', theirs: { a: '02 ngày' } })
    expect(there.held.value).toEqual({ a: '02 ngày' })
    await saver.resolve({ a: '04 ngày' })
    expect(there.held.value).toEqual({ a: '04 ngày' })
    saver.stop()
  })
})

test('a thousand random days lose no word', async () => {
  vi.useFakeTimers()
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), field: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ do: fc.constantFrom('up' as const, 'down' as const, 'lostReply' as const) }),
    fc.record({ do: fc.constantFrom('flush' as const, 'reopen' as const) }),
    fc.record({ do: fc.constant('colleague' as const), field: fc.constantFrom('d', 'e') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { there, seen, open } = watched({ a: '', b: '', c: '', d: '', e: '' })
      const typed: Answer = {}
      let saver = open()
      let word = 0
      for (const each of steps) {
        word += 1
        if (each.do === 'type') {
          typed[each.field] = `từ ${word}`
          await saver.edit({ ...seen.value, [each.field]: `từ ${word}` })
        } else if (each.do === 'colleague') {
          typed[each.field] = `khác ${word}`
          there.held.value = { ...there.held.value, [each.field]: `khác ${word}` }
          there.held.revision += 1
        } else if (each.do === 'flush') await saver.flush()
        else if (each.do === 'reopen') {
          saver.stop()
          Object.assign(seen, { value: { ...there.held.value }, state: { kind: 'none' } })
          saver = open()
          await saver.start()
        } else there.line.now = each.do
      }
      there.line.now = 'up'
      await saver.flush()
      await saver.flush()
      expect(there.held.value).toMatchObject(typed)
      saver.stop()
    }),
    { numRuns: 1000 },
  )
  vi.useRealTimers()
})
