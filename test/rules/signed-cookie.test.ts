import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { signedValueOf } from '../../api/signed-cookie.ts'

const of = { name: 'training.session_token', secret: 'một bí mật' }
const signature = (value: string, secret = of.secret) =>
  createHmac('sha256', secret).update(value).digest('base64')
const cookie = (value: string) => `${of.name}=${encodeURIComponent(value)}`

test('a cookie says what stands before its last dot, where the signature is ours', () => {
  const signed = cookie(`a.b.${signature('a.b')}`)
  expect(signedValueOf(signed, of)).toBe('a.b')
  expect(signedValueOf(`other=1; ${signed}; another=2`, of)).toBe('a.b')
})

test.each([
  ['nothing', undefined],
  ['an empty one', ''],
  ['one of another name', `x${cookie(`a.${signature('a')}`)}`],
  ['one without a signature', cookie('a')],
  ['one without a value', cookie(`.${signature('')}`)],
  ['one signed for another value', cookie(`b.${signature('a')}`)],
  ['one signed with another secret', cookie(`a.${signature('a', 'another')}`)],
  ['half a signature', cookie(`a.${signature('a').slice(0, 22)}`)],
  ['bytes that are no text', `${of.name}=%E0%A4%A.${signature('a')}`],
])('%s says nothing', (_, header) => {
  expect(signedValueOf(header, of)).toBeNull()
})
