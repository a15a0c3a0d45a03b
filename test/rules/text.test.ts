import { describe, expect, it } from 'vitest'
import { apportion } from '../../domain/grammar/apportion.ts'
import {
  compareByGivenName,
  compareVi,
  fold,
  isPlainLine,
  isPlainText,
  matchesAllWords,
  nfc,
  writeDong,
  writeNumber,
} from '../../domain/grammar/text.ts'
import { fc, test } from './properties.ts'

describe('a Vietnamese text', () => {
  it('is found without marks, capitals or the order of words', () => {
    const unit = 'Liên đoàn Lao động quận Hai Bà Trưng'
    expect(matchesAllWords(unit, 'hai ba trung')).toBe(true)
    expect(matchesAllWords(unit, 'TRƯNG đoan')).toBe(true)
    expect(matchesAllWords(unit, 'hai ba dinh')).toBe(false)
    expect(matchesAllWords(unit, '')).toBe(true)
    expect(fold('Đống  Đa')).toBe('dong da')
  })

  it('is the same text in either form of Unicode', () => {
    expect(nfc('hoà'.normalize('NFD'))).toBe('hoà'.normalize('NFC'))
    expect(fold('Đặng'.normalize('NFD'))).toBe(fold('Đặng'.normalize('NFC')))
  })

  it('of a unit is sorted with natural numbers', () => {
    expect(['Phường 10', 'Phường 2'].toSorted(compareVi)).toEqual(['Phường 2', 'Phường 10'])
  })

  it('of names is sorted by given name, then family and middle names', () => {
    const names = ['Trần Văn Anh', 'Nguyễn Thị Hằng', 'Lê Văn An', 'Bùi Thị Hằng', 'Đỗ An']
    expect(names.toSorted(compareByGivenName)).toEqual([
      'Đỗ An',
      'Lê Văn An',
      'Trần Văn Anh',
      'Bùi Thị Hằng',
      'Nguyễn Thị Hằng',
    ])
  })

  it('has no control characters, but may have lines', () => {
    expect(isPlainText('Một là,\nhai là')).toBe(true)
    expect(isPlainLine('Một là,\nhai là')).toBe(false)
    expect(isPlainText('a\u0000b')).toBe(false)
    expect(isPlainText('a\u0085b')).toBe(false)
  })
})

describe('a number', () => {
  it('is written with points for thousands and a comma for decimals', () => {
    expect(writeNumber(65749)).toBe('65.749')
    expect(writeNumber(1234.5)).toBe('1.234,5')
    expect(writeDong(120_000_000n)).toBe('120.000.000 đồng')
  })

  test.prop([fc.nat(100_000), fc.array(fc.nat(500), { minLength: 1, maxLength: 60 })])(
    'divided by weights is divided wholly and fairly',
    (total, weights) => {
      const shares = apportion(total, weights)
      const sum = weights.reduce((all, weight) => all + weight, 0)
      expect(shares === null).toBe(sum === 0 && total > 0)
      if (shares === null) return
      expect(shares.reduce((all, share) => all + share, 0)).toBe(total)
      shares.forEach((share, index) => {
        const exact = sum === 0 ? 0 : (total * (weights[index] ?? 0)) / sum
        expect(Math.abs(share - exact)).toBeLessThan(1)
      })
    },
  )
})
