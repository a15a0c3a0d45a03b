import { expect, test } from 'vitest'
import { mergeEdits, mergeTexts } from '../../web/kit/autosave/merge.ts'
import { putAt } from '../../web/kit/autosave/place-in.ts'

test('two edits of different words of a sentence stand together', () => {
  expect(
    mergeTexts(
      'Mỗi lớp học 03 ngày tại Trường.',
      'Mỗi lớp học 02 ngày tại Trường.',
      'Mỗi lớp học 03 ngày tại cụm.',
    ),
  ).toBe('Mỗi lớp học 02 ngày tại cụm.')
})

test('two edits of the same word are for a person', () => {
  expect(mergeTexts('học 03 ngày', 'học 02 ngày', 'học 04 ngày')).toBeNull()
})

test('two words put in at one place are for a person', () => {
  expect(mergeTexts('học ngày', 'học ba ngày', 'học hai ngày')).toBeNull()
})

test('rows are matched by their id, and both new rows stay', () => {
  const base = [{ id: '1', text: 'a' }]
  const mine = [...base, { id: '2', text: 'mine' }]
  const theirs = [...base, { id: '3', text: 'theirs' }]
  const { value, clashes } = mergeEdits(base, mine, theirs)
  expect(value.map((row) => row.id).toSorted()).toEqual(['1', '2', '3'])
  expect(clashes).toEqual([])
})

test('a clash keeps mine in its place and names where it is', () => {
  const { value, clashes } = mergeEdits({ n: 1 }, { n: 2 }, { n: 3 })
  expect(value).toEqual({ n: 2 })
  expect(clashes).toEqual([{ path: 'n', base: 1, mine: 2, theirs: 3 }])
})

test('what is chosen at a place whose opinion I took away brings the other opinion back', () => {
  const theirs = { comments: { 'CLAUSE:II.3': { kind: 'PROPOSAL', text: 'theirs' } } }
  expect(putAt({ comments: {} }, 'comments.CLAUSE:II.3.text', 'both', theirs)).toEqual({
    comments: { 'CLAUSE:II.3': { kind: 'PROPOSAL', text: 'both' } },
  })
  expect(putAt({ comments: {} }, 'comments.CLAUSE:II.3.text', undefined, theirs)).toEqual({
    comments: {},
  })
})
