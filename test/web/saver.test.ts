import { describe, expect, test, vi } from 'vitest'
import { memoryCopies } from '../../web/kit/autosave/local-copy.ts'
import type { SaveOutcome, SaveState } from '../../web/kit/autosave/save-state.ts'
import { createSaver } from '../../web/kit/autosave/saver.ts'

type Answer = Record<string, string>

/** A server with one document, If-Match, and a line that may be cut or cut after the deed. */
function server(value: Answer) {
  const held = { value, revision: 1 }
  const count = { asked: 0 }
  const line = { now: 'up' as 'up' | 'down' | 'lostReply' }
  async function save(sent: Answer, revision: number): Promise<SaveOutcome<Answer>> {
    count.asked += 1
    if (line.now === 'down') return { kind: 'unreachable' }
    if (revision !== held.revision) return { kind: 'stale', ...held }
    held.value = sent
    held.revision += 1
    if (line.now === 'lostReply') return { kind: 'unreachable' }
    return { kind: 'saved', revision: held.revision, at: new Date(0) }
  }
  return {
    held,
    line,
    save,
    get asked() {
      return count.asked
    },
  }
}

function watched(start: Answer, store = memoryCopies()) {
  const there = server(start)
  const seen: { value: Answer; state: SaveState<Answer> } = {
    value: start,
    state: { kind: 'none' },
  }
  const inHand = new Set<string>()
  let visits = 0
  function open() {
    visits += 1
    const writer = `visit ${visits}`
    inHand.add(writer)
    const saver = createSaver<Answer>({
      document: 'answer',
      writer,
      isInHand: async (one) => inHand.has(one),
      server: { ...there.held },
      copies: store,
      save: there.save,
      retryMs: [100_000],
      quietMs: 100_000,
      onChange: (value, state) => Object.assign(seen, { value, state }),
    })
    return {
      ...saver,
      stop() {
        saver.stop()
        inHand.delete(writer)
      },
    }
  }
  return { there, seen, open, store, kept: () => store.startingWith('answer#') }
}

describe('what is typed is kept', () => {
  test('at once on this machine, and on the server when it is sent', async () => {
    const { there, seen, open, kept } = watched({ a: '' })
    const saver = open()
    await saver.edit({ a: 'hoà' })
    expect(await kept()).toMatchObject([{ value: { a: 'hoà' } }])
    await saver.flush()
    expect(there.held.value).toEqual({ a: 'hoà' })
    expect(seen.state).toMatchObject({ kind: 'server' })
    expect(await kept()).toEqual([])
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

  test('words sent without an answer are not crossed out by a colleague’s other words', async () => {
    const { there, seen, open } = watched({ a: 'Lớp' })
    const saver = open()
    there.line.now = 'down'
    await saver.edit({ a: 'Lớp đêm' })
    await saver.flush()
    there.line.now = 'up'
    there.held.value = { a: 'Lớp ngày' }
    there.held.revision = 2
    await saver.flush()
    expect(seen.state).toMatchObject({ kind: 'conflict', theirs: { a: 'Lớp ngày' } })
    expect(seen.value).toEqual({ a: 'Lớp đêm' })
    saver.stop()
  })

  test('what a colleague added to words that had arrived unnoticed is kept with them', async () => {
    const { there, seen, open } = watched({ a: 'Lớp' })
    const saver = open()
    there.line.now = 'lostReply'
    await saver.edit({ a: 'Lớp đêm' })
    await saver.flush()
    there.line.now = 'up'
    there.held.value = { a: 'Lớp đêm ở cụm' }
    there.held.revision += 1
    await saver.flush()
    expect(seen).toMatchObject({ value: { a: 'Lớp đêm ở cụm' }, state: { kind: 'server' } })
    saver.stop()
  })

  test('a choice that was not made is asked again by the next visit', async () => {
    const { there, seen, open } = watched({ a: '03 ngày' })
    const first = open()
    there.held.value = { a: '02 ngày' }
    there.held.revision = 2
    await first.edit({ a: '04 ngày' })
    await first.flush()
    first.stop()
    Object.assign(seen, { value: { ...there.held.value }, state: { kind: 'none' } })
    const next = open()
    await next.start()
    expect(await next.flush()).toBe(false)
    expect(seen.state).toMatchObject({
      kind: 'conflict',
      clashes: [{ path: 'a', mine: '04 ngày', theirs: '02 ngày' }],
    })
    expect(there.held.value).toEqual({ a: '02 ngày' })
    next.stop()
  })

  test('what is typed while two texts stand there belongs to the choice', async () => {
    const { there, seen, open } = watched({ a: '03 ngày' })
    const saver = open()
    there.held.value = { a: '02 ngày' }
    there.held.revision = 2
    await saver.edit({ a: '04 ngày' })
    await saver.flush()
    await saver.edit({ a: '04 ngày liền' })
    expect(seen.state).toMatchObject({ clashes: [{ mine: '04 ngày liền', theirs: '02 ngày' }] })
    saver.stop()
  })

  test('what is typed before the earlier visit’s text has been found loses neither', async () => {
    const { there, open } = watched({ a: '', b: '' })
    const first = open()
    there.line.now = 'down'
    await first.edit({ a: 'trước', b: '' })
    await first.flush()
    first.stop()
    there.line.now = 'up'
    const next = open()
    const started = next.start()
    await next.edit({ a: '', b: 'sau' })
    await started
    await next.flush()
    await next.flush()
    expect(there.held.value).toEqual({ a: 'trước', b: 'sau' })
    next.stop()
  })

  test('two windows with one document keep a copy each', async () => {
    const { there, open, kept } = watched({ a: '', b: '' })
    there.line.now = 'down'
    const [one, two] = [open(), open()]
    await one.edit({ a: 'một', b: '' })
    await two.edit({ a: '', b: 'hai' })
    expect(await kept()).toHaveLength(2)
    one.stop()
    two.stop()
    there.line.now = 'up'
    const next = open()
    await next.start()
    await next.flush()
    expect(there.held.value).toEqual({ a: 'một', b: 'hai' })
    expect(await kept()).toEqual([])
    next.stop()
  })

  test('what is taken back to how it was is saved, not being written', async () => {
    const { there, seen, open } = watched({ a: 'x' })
    const saver = open()
    await saver.edit({ a: 'xy' })
    await saver.edit({ a: 'x' })
    await saver.flush()
    expect(seen.state.kind).toBe('server')
    expect(there.asked).toBe(0)
    saver.stop()
  })

  test('everything typed is on the server when a deed has waited for it', async () => {
    const { there, open } = watched({ a: '' })
    const saver = open()
    await saver.edit({ a: 'một' })
    const first = saver.flush()
    await saver.edit({ a: 'một hai' })
    expect(await saver.flush()).toBe(true)
    await first
    expect(there.held.value).toEqual({ a: 'một hai' })
    saver.stop()
  })

  test('a full machine is told at once, and the words go to the server without delay', async () => {
    const full = { ...memoryCopies(), put: () => Promise.reject(new Error('QuotaExceededError')) }
    const { there, seen, open } = watched({ a: '' }, full)
    const saver = open()
    there.line.now = 'down'
    await saver.edit({ a: 'một' })
    expect(seen.state.kind).toBe('unkept')
    await vi.waitFor(() => expect(there.asked).toBe(1))
    expect(saver.copy()).toMatchObject({ value: { a: 'một' } })
    there.line.now = 'up'
    await saver.flush()
    expect(there.held.value).toEqual({ a: 'một' })
    expect(seen.state.kind).toBe('server')
    saver.stop()
  })
})
