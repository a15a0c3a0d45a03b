import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { deed } from '../../domain/grammar/deed.ts'
import { route } from '../../domain/grammar/route.ts'
import { addressOf } from '../../web/address.ts'
import { call } from '../../web/call.ts'
import { interrupt } from '../../web/interrupts.ts'
import { Problem, Unreachable } from '../../web/problem.ts'

const save = route({
  method: 'put',
  path: '/answers/:answerId/form',
  summary: 'x',
  params: z.object({ answerId: z.string() }),
  body: z.object({ text: z.string() }),
  reply: z.object({ revision: z.int() }),
  deed: deed({ name: 'answer.saved', by: ['unitDrafter'], over: 'ownUnit', in: null }),
  revision: true,
})
const given = { params: { answerId: 'a b' }, body: { text: 'hoà' } }
const answers: (Response | Error)[] = []
const fetched = vi.fn(async (_address: string, _init: RequestInit): Promise<Response> => {
  const next = answers.shift() ?? new Error('no more answers')
  if (next instanceof Error) throw next
  return next
})
const problem = (status: number, code: string, headers = {}) =>
  Response.json({ title: 'Không', status, code, trace: 'K7Q-42', errors: [] }, { status, headers })
const keys = () =>
  fetched.mock.calls.map(([, init]) => new Headers(init.headers).get('idempotency-key'))

beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  fetched.mockClear()
  answers.length = 0
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('an address has its params filled in and leaves out what is not asked', () => {
  expect(
    addressOf('/cycles/:planYear/answers', { planYear: 2027 }, { q: 'bến', page: undefined }),
  ).toBe('/api/cycles/2027/answers?q=b%E1%BA%BFn')
})

test('a deed carries its key and the revision it was made on', async () => {
  answers.push(Response.json({ revision: 8 }))
  expect(await call(save, given, { revision: 7 })).toEqual({ revision: 8 })
  const [address, init] = fetched.mock.calls[0] ?? []
  expect(address).toBe('/api/answers/a%20b/form')
  expect(new Headers(init?.headers).get('if-match')).toBe('"7"')
  expect(keys()[0]).toMatch(/^[0-9a-f-]{36}$/)
})

test('a busy server is asked again with the same key', async () => {
  vi.useFakeTimers()
  answers.push(
    problem(503, 'grammar.process-unreachable', { 'retry-after': '2' }),
    Response.json({ revision: 2 }),
  )
  const reply = call(save, given, { revision: 1 })
  await vi.advanceTimersByTimeAsync(2100)
  expect(await reply).toEqual({ revision: 2 })
  expect(new Set(keys()).size).toBe(1)
  expect(keys()).toHaveLength(2)
})

test('a server that stays busy is asked four times in all, then the person is told', async () => {
  vi.useFakeTimers()
  for (let time = 0; time < 5; time += 1)
    answers.push(problem(503, 'grammar.process-unreachable', { 'retry-after': '1' }))
  const reply = call(save, given).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await reply).toBeInstanceOf(Problem)
  expect(keys()).toHaveLength(4)
})

test('a session that has ended is asked for over the page, then the deed goes on', async () => {
  answers.push(problem(401, 'grammar.sign-in-required'), Response.json({ revision: 2 }))
  const reply = call(save, given)
  await vi.waitFor(() => expect(interrupt.get()?.kind).toBe('session'))
  interrupt.get()?.answer(true)
  expect(await reply).toEqual({ revision: 2 })
  expect(new Set(keys()).size).toBe(1)
})

test('what was on its way under the old token is sent again without asking anybody', async () => {
  answers.push(
    problem(401, 'grammar.step-up-required'),
    problem(401, 'grammar.sign-in-required'),
    Response.json({ revision: 3 }),
    Response.json({ revision: 2 }),
  )
  const deed = call(save, given)
  await vi.waitFor(() => expect(interrupt.get()?.kind).toBe('stepUp'))
  const meanwhile = call(save, given)
  await vi.waitFor(() => expect(fetched).toHaveBeenCalledTimes(2))
  await new Promise((resolve) => setTimeout(resolve, 5))
  interrupt.get()?.answer(true)
  const done = await Promise.all([deed, meanwhile])
  expect(new Set(done.map(({ revision }) => revision))).toEqual(new Set([2, 3]))
  expect(interrupt.get()).toBeNull()
})

test('an old password proof that is not renewed leaves the deed undone', async () => {
  answers.push(problem(401, 'grammar.step-up-required'))
  const reply = call(save, given).catch((error: unknown) => error)
  await vi.waitFor(() => expect(interrupt.get()?.kind).toBe('stepUp'))
  interrupt.get()?.answer(false)
  expect(await reply).toMatchObject({ code: 'grammar.step-up-required' })
})

test('without a line nothing is known, and that is what the caller learns', async () => {
  answers.push(new TypeError('Failed to fetch'))
  await expect(call(save, given)).rejects.toBeInstanceOf(Unreachable)
})
