import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { countChanges, diffTexts } from '../../web/kit/paper/word-diff.ts'
import { WordDiff } from '../../web/kit/paper/WordDiff.tsx'
import { draw } from './setup.tsx'

const before = 'học 03 ngày liên tục, tổ chức tập trung'
const after = 'học 03 ngày chia hai đợt, tổ chức theo cụm'

test('the words that went and the words that came are counted', () => {
  expect(countChanges(diffTexts(before, after))).toEqual({ removed: 4, added: 5 })
})

test('the same word from another keyboard is no change', () => {
  expect(diffTexts('hoà'.normalize('NFD'), 'hoà')).toEqual([{ kind: 'same', text: 'hoà' }])
})

test('added and removed words are elements, not colours', async () => {
  const { container } = await draw(<WordDiff before={before} after={after} counts />)
  expect([...container.querySelectorAll('del')].map((each) => each.textContent)).toEqual([
    'liên tục',
    'tập trung',
  ])
  expect([...container.querySelectorAll('ins')].map((each) => each.textContent)).toEqual([
    'chia hai đợt',
    'theo cụm',
  ])
  expect(screen.getByText('Chỗ đã sửa: bỏ 4 chữ, thêm 5 chữ')).toBeTruthy()
})
