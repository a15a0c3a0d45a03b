import { describe, expect, it } from 'vitest'
import { resemblances } from '../../domain/revision/resemblance.ts'
import { fc, test } from './properties.ts'

const said = (texts: readonly string[], place = 'II.1') =>
  texts.map((text, n) => ({ id: String(n), placeKind: 'CLAUSE', placeCode: place, text }))

describe('what says nearly the same', () => {
  it('is found without regard to marks and capitals, and named by who said it first', () => {
    const comments = said([
      'Đề nghị mở lớp buổi tối tại cụm',
      'Kinh phí chưa rõ',
      'de nghi mo lop buoi toi tai cum xa',
      'ĐỀ NGHỊ MỞ LỚP BUỔI TỐI TẠI CỤM',
    ])
    expect([...resemblances(comments)]).toEqual([
      ['2', '0'],
      ['3', '0'],
    ])
  })

  it('is found on one place only, and never among comments without words', () => {
    const here = said(['Mở lớp buổi tối'])
    const elsewhere = said(['Mở lớp buổi tối'], 'II.2').map((each) => ({ ...each, id: 'x' }))
    expect(resemblances([...here, ...elsewhere]).size).toBe(0)
    expect(resemblances(said(['…', '…'])).size).toBe(0)
  })
})

/** The same, comment against comment: what the quicker way must not lose. */
function oneByOne(comments: ReturnType<typeof said>): [string, string][] {
  const firsts: { id: string; words: Set<string> }[] = []
  const found: [string, string][] = []
  for (const { id, text } of comments) {
    const words = new Set(text.split(' ').filter((word) => word !== ''))
    const alike = firsts.find((earlier) => {
      const common = [...words].filter((word) => earlier.words.has(word)).length
      return common > 0 && common / (words.size + earlier.words.size - common) >= 0.6
    })
    if (alike) found.push([id, alike.id])
    else firsts.push({ id, words })
  }
  return found
}

const fewWords = fc
  .array(fc.constantFrom('mo', 'lop', 'toi', 'cum', 'xa', 'kinh', 'phi', 'ro'), { maxLength: 12 })
  .map((words) => words.join(' '))
test.prop([fc.array(fewWords, { maxLength: 25 })])(
  'counting the words of all at once finds the same as one by one',
  (texts) => {
    const comments = said(texts)
    expect([...resemblances(comments)]).toEqual(oneByOne(comments))
  },
)
