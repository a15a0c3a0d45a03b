import { expect, test } from 'vitest'
import { inPlainWords, PlainFailure } from '../../local/plain-failure.ts'

test.each([
  'ENOSPC: no space left on device, write',
  'FATAL: could not write lock file "postmaster.pid": No space left on device',
])('a full disk is called a full disk: %s', (words) => {
  expect(inPlainWords(new Error(words))?.en).toContain('The disk is full')
})

test('what nobody can act on stays a bug with its trace', () => {
  expect(inPlainWords(new TypeError('x is not a function'))).toBeUndefined()
})

test('words meant for the reader stay as they are', () => {
  const plain = new PlainFailure('tiếng Việt', 'English')
  expect(inPlainWords(plain)).toBe(plain)
})
