import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateIn, taughtIn } from '../setup/arranged/teaching.ts'
import { openScene, type Scene } from '../setup/arranged/scene.ts'
import { type House, openHouse } from '../setup/house.ts'

let house: House
let scene: Scene
let paper: Record<string, unknown>

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  scene = await openScene(house)
  const made = await taughtIn(scene, 'SETTLED', { isMarked: true })
  const id = await certificateIn(scene, 'VALID', made)
  paper = await scene.first('select * from certificate where id = $1', [id])
}, 120_000)
afterAll(() => house?.close())

const ask = async (path: string, init: RequestInit = {}) => {
  const reply = await fetch(`${house.address}/verify${path}`, init)
  return { reply, status: reply.status, text: await reply.text() }
}
const typed = (text: unknown) => `?q=${encodeURIComponent(String(text))}`

describe('the public look-up page', () => {
  test('says HỢP LỆ with when it was checked, by number, without a session', async () => {
    const { status, text } = await ask(typed(paper.register_no))
    expect(status).toBe(200)
    expect(text).toMatch(/HỢP LỆ<\/h1>/)
    expect(text).toContain(String(paper.full_name))
    expect(text).toMatch(/Kiểm tra lúc \d\d:\d\d ngày \d\d\/\d+\/\d{4}\./)
  })

  test('needs no script, no file of its own, and stays below fifteen kilobytes', async () => {
    const { reply, text } = await ask(typed(paper.register_no))
    expect(Buffer.byteLength(text)).toBeLessThan(15_000)
    expect(text).not.toMatch(/<script|javascript:|\son\w+=|@font-face|url\(/i)
    const policy = reply.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toContain('unsafe-inline')
    const nonce = /<style nonce="([^"]+)">/.exec(text)?.[1]
    expect(policy).toContain(`'nonce-${nonce}'`)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('set-cookie')).toBeNull()
  })

  test('tells neither sex, telephone, marks, grade nor year of birth', async () => {
    const { text } = await ask(typed(paper.register_no))
    const shown = text.replace(/<style[\s\S]*<\/style>/, '')
    for (const hidden of ['1990', 'GOOD', 'Khá', '7,0', 'Nữ']) expect(shown).not.toContain(hidden)
  })

  test('what is not in the register is 404, in plain words', async () => {
    for (const odd of ['9999/2020', 'AAAA-AAAA-AAAA', 'xin chào', '0'.repeat(60)]) {
      const { status, text } = await ask(typed(odd))
      expect([status, text.includes('<h1')], odd).toEqual([404, true])
    }
  })

  test('whatever is typed comes back as text, and nothing ends in an error of ours', async () => {
    const odd = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      `' or 1=1 --`,
      'a\u0000b',
      '{{7*7}}',
      'é'.repeat(500),
      '../../etc/passwd',
    ]
    for (const text of odd)
      for (const path of [typed(text), `/${encodeURIComponent(text)}`, `/person${typed(text)}`]) {
        const { status, text: page } = await ask(path)
        expect(status, path).toBeLessThan(500)
        expect(page, path).not.toMatch(/<script|<img/i)
      }
    for (const path of ['?q[]=1', '?q=1&q=2', '/%ff', '/%00', '/person?birthYear=null'])
      expect((await ask(path)).status, path).toBeLessThan(500)
    expect((await ask('', { method: 'POST' })).status).toBe(405)
  })

  test('a name is answered by yes or no; the page never gives the number for it', async () => {
    const person = new URLSearchParams({
      name: String(paper.full_name),
      birthYear: '1990',
      unit: 'phường Số 1',
    })
    const { text } = await ask(`/person?${person}`)
    expect(text).toContain('Có trong sổ')
    expect(text).not.toContain(String(paper.register_no))
    person.set('birthYear', '1991')
    expect((await ask(`/person?${person}`)).text).toContain('Không có trong sổ')
  })

  test('an address that asks on and on is told to wait', async () => {
    await scene.sql(
      `insert into certificate_look_up (address, kind)
       select distinct address, 'PAPER' from certificate_look_up cross join generate_series(1, 60)`,
    )
    await scene.sql(
      `insert into certificate_look_up (address, kind)
       select address, 'PAPER' from (select distinct address from certificate_look_up) a
       cross join generate_series(1, 60)`,
    )
    const { reply, status, text } = await ask(typed(paper.register_no))
    expect([status, reply.headers.get('retry-after')]).toEqual([429, '600'])
    expect(text).not.toContain(String(paper.full_name))
  })
})
