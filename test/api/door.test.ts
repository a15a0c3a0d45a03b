import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import type { Answer, Person } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { openYear, openYearWalk, planYear, type YearWalk } from '../setup/year-walk.ts'

let house: House
let walk: YearWalk
let drafter: Person
let planId: string

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
  await openYear(walk)
  drafter = await walk.person('drafter')
  planId = (
    await walk.does('drafter', draftRoutes.start, {
      params: { planYear },
      body: { planType: 'TRAINING', copyOf: null },
    })
  ).id
})
afterAll(() => house?.close())

const json = { 'content-type': 'application/json' }
const key = () => ({ 'idempotency-key': crypto.randomUUID() })
const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
) => drafter.raw(path, { method: 'POST', body, headers })
/** A changing call that would do something if nothing stood in its way. */
const sendOn = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer> = '{}') =>
  post(`/plans/${planId}/sending-on`, body, headers)

function expectProblem(answer: Answer, status: number, code: string) {
  expect({ status: answer.status, code: answer.problem.code }).toEqual({ status, code })
  expect(wrongWithProblem(answer)).toBeNull()
}

describe('what is let in', () => {
  test('more than 256 kB', async () => {
    const reply = await sendOn({ ...json, ...key() }, JSON.stringify({ text: 'a'.repeat(262_200) }))
    expectProblem(reply, 413, 'grammar.body-too-large')
  })

  test('bytes that are no UTF-8 are refused, not guessed', async () => {
    const latin1 = Uint8Array.from(Buffer.from('{"reason":"L\xfd do"}', 'latin1'))
    expectProblem(await sendOn({ ...json, ...key() }, latin1), 400, 'grammar.invalid-text')
  })

  test('half a JSON', async () => {
    expectProblem(await sendOn({ ...json, ...key() }, '{"a":'), 400, 'grammar.invalid-json')
    expectProblem(await sendOn({ ...json, ...key() }, '"text"'), 400, 'grammar.invalid-json')
  })

  test('a body that is not JSON, as the form of a foreign page would send it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expectProblem(
        await sendOn({ 'content-type': type, ...key() }, 'a=b'),
        415,
        'grammar.not-json',
      )
    const utf7 = { 'content-type': 'application/json; charset=utf-7', ...key() }
    expectProblem(await sendOn(utf7), 415, 'grammar.not-json')
  })

  test('packed bodies: one cannot know how large they will be', async () => {
    const packed = { ...json, ...key(), 'content-encoding': 'gzip' }
    expectProblem(await sendOn(packed, 'not gzip at all'), 415, 'grammar.not-json')
    const unknown = { ...json, ...key(), 'content-encoding': 'compress' }
    expectProblem(await sendOn(unknown), 415, 'grammar.not-json')
  })

  test('texts that no database can keep', async () => {
    for (const title of ['a\u0000b', 'a\ud800b']) {
      const reply = await drafter.call(
        draftRoutes.editHead,
        {
          params: { planId },
          body: {
            title,
            term: null,
            headlineClasses: null,
            headlineTrainees: null,
            recipients: [],
            signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
          },
        },
        { revision: 1 },
      )
      expectProblem(reply, 422, 'grammar.invalid-input')
      expect(reply.problem.errors).toMatchObject([
        { pointer: '/title', code: 'grammar.control-characters' },
      ])
    }
  })

  test('an edit says on which revision it was made', async () => {
    const path = `/plans/${planId}/head`
    for (const written of ['', '*', '1', 'W/"1"', '"one"', '"1", "2"'])
      expectProblem(
        await drafter.raw(path, {
          method: 'PUT',
          headers: { ...json, ...key(), ...(written && { 'if-match': written }) },
          body: JSON.stringify({
            title: 'Kế hoạch',
            term: null,
            headlineClasses: null,
            headlineTrainees: null,
            recipients: [],
            signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
          }),
        }),
        428,
        'grammar.revision-required',
      )
  })

  test('every change carries a key', async () => {
    expectProblem(await sendOn(json), 400, 'grammar.idempotency-key-required')
    for (const bad of ['1', 'not-a-key', `${crypto.randomUUID()}0`, "' or 1=1"])
      expectProblem(
        await sendOn({ ...json, 'idempotency-key': bad }),
        400,
        'grammar.idempotency-key-required',
      )
  })
})

describe('from where', () => {
  test('a page of somebody else changes nothing, whatever it has in its hands', async () => {
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expectProblem(await sendOn({ ...json, ...key(), ...foreign }), 403, 'grammar.foreign-origin')
    const [row] = await walk.asOwner('select state from plan where id = $1', [planId])
    expect(row?.state).toBe('DRAFTING')
  })

  test('signing in and out is guarded in the same way', async () => {
    for (const path of ['/auth/sign-in/username', '/auth/sign-out', '/session/step-up'])
      expectProblem(
        await post(path, '{}', { ...json, origin: 'https://evil.example' }),
        403,
        'grammar.foreign-origin',
      )
  })

  test('without a session there is nothing to see and nothing to do', async () => {
    const nobody = { headers: { cookie: '' } }
    for (const path of ['/me', '/inbox', '/cycles/2027', '/papers', `/plans/${planId}/draft`]) {
      expectProblem(await drafter.raw(path, nobody), 401, 'grammar.sign-in-required')
      const forged = { headers: { cookie: 'training.session_token=abc.def' } }
      expectProblem(await drafter.raw(path, forged), 401, 'grammar.sign-in-required')
    }
  })

  test('only the allowed doors of the account library are open', async () => {
    for (const path of [
      '/auth/sign-up/email',
      '/auth/sign-in/email',
      '/auth/update-user',
      '/auth/list-sessions',
      '/auth/change-password',
      '/auth/forget-password',
      '/auth/delete-user',
      '/auth/is-username-available',
    ])
      expect((await post(path, '{}', json)).status, path).toBe(404)
  })
})

describe('addresses', () => {
  test('an unknown one', async () => {
    for (const path of ['/nowhere', '/plans', '/plans/%2e%2e/x', '/auth/nowhere'])
      expectProblem(await drafter.raw(path), 404, 'grammar.no-such-address')
    expectProblem(await drafter.raw('/plans/%ff/draft'), 400, 'grammar.no-such-address')
  })

  test('the right one with the wrong method', async () => {
    const given = { method: 'PATCH', headers: { ...json, ...key() }, body: '{}' }
    expectProblem(await drafter.raw('/me', given), 405, 'grammar.method-not-allowed')
    expectProblem(
      await drafter.raw(`/plans/${planId}/sending-on`),
      405,
      'grammar.method-not-allowed',
    )
  })

  test('an id that cannot be one, or is of something else, is not there', async () => {
    const { units } = house.federation
    for (const id of ['1', 'null', '%00', units[0]?.id, crypto.randomUUID()])
      expectProblem(await drafter.raw(`/plans/${id}/draft`), 404, 'grammar.not-found')
    expectProblem(await drafter.raw('/cycles/2031'), 404, 'grammar.not-found')
    expectProblem(await drafter.raw('/cycles/two'), 404, 'grammar.not-found')
  })

  test('a question is read as strictly as a body', async () => {
    for (const query of ['colour=red', 'q=a&q=b', 'q[]=a', '__proto__=1', 'q=%00'])
      expectProblem(await drafter.raw(`/search?${query}`), 422, 'grammar.invalid-input')
  })
})

describe('the language of the reader', () => {
  test('Vietnamese unless English is asked for', async () => {
    const asked = (language: string) =>
      drafter.raw('/cycles/2031', { headers: { 'accept-language': language } })
    const [vi, en, fr] = await Promise.all(['vi', 'en-GB,en;q=0.8', 'fr'].map(asked))
    expect(vi?.problem.title).toContain('Không tìm thấy')
    expect(en?.problem.title).not.toBe(vi?.problem.title)
    expect(en?.problem.title).toMatch(/^[ -~]+$/)
    expect(fr?.problem.title).toBe(vi?.problem.title)
  })
})

describe('what goes out', () => {
  test('every reply is sealed against framing, sniffing and foreign scripts', async () => {
    for (const path of ['/me', '/nowhere']) {
      const { headers } = await drafter.raw(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
})

test('a reading with a body or a key changes nothing and says the same', async () => {
  const plain = await drafter.raw('/me')
  const { status, body } = await new Promise<{ status: number; body: string }>((resolve) => {
    const asking = request(
      `${house.address}/api/me`,
      {
        method: 'GET',
        headers: { cookie: drafter.cookie, ...key(), 'content-length': 2, ...json },
      },
      (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    asking.end('{}')
  })
  expect(status).toBe(200)
  expect(JSON.parse(body)).toEqual(plain.body)
})
