import { expect, it } from 'vitest'
import { en } from '../../domain/text/en.ts'
import { sayLetter } from '../../domain/text/say-letter.ts'
import { vi } from '../../domain/text/vi.ts'

const moved = {
  textKey: 'cycle.letters.moved',
  params: { planYear: 2027, moment: 'consultationDue', day: '2026-12-18', count: 3 },
}
const reminder = {
  textKey: 'feedback.letters.reminderMade',
  params: {
    unitName: 'Công đoàn xã Sơn Tràm',
    planYear: 2027,
    howFar: 'notOpened',
    sentOn: '2026-12-07',
    dueOn: '2026-12-20',
    daysLeft: 4,
  },
}

it('a letter says its days and codes in the language of who reads it', () => {
  expect(sayLetter(vi, moved).title).toContain('sang thứ Sáu 18/12/2026')
  expect(sayLetter(en, moved).title).toContain('Friday 18/12/2026')
  expect(sayLetter(en, moved).body).not.toMatch(/[àáảãạăâđêôơư]/)
})

it('a reminder is said whole in either language, without the line that nothing is known for', () => {
  expect(sayLetter(vi, reminder).body).toContain('gửi thứ Hai 07/12/2026 chưa được mở')
  expect(sayLetter(vi, reminder).body).toContain('Hạn góp ý là Chủ nhật 20/12/2026, còn 4 ngày')
  expect(sayLetter(vi, reminder).body).toMatch(/“không có ý kiến”\.$/)
  const named = { help: 'named', helpName: 'Hà', helpPhone: '0900 000 000' }
  const helped = { ...reminder, params: { ...reminder.params, ...named } }
  expect(sayLetter(en, helped).body).toMatch(/For help, call Hà, 0900 000 000\.$/)
})

it('what a person wrote is left as it was written', () => {
  const text = 'Nộp trước 2026-12-18 nhé {{planYear}}'
  const letter = { textKey: 'feedback.letters.reminder', params: { planYear: 2027, text } }
  expect(sayLetter(vi, letter).body).toBe(text)
})

it('a reason that ends with a full stop does not get a second one', () => {
  const refused = {
    textKey: 'classes.letters.postponed',
    params: { classCode: 'L01', title: 'Lớp', startsOn: '', reason: 'Hội trường sửa điện.' },
  }
  expect(sayLetter(vi, refused).body).toContain('sửa điện.')
  expect(sayLetter(vi, refused).body).not.toContain('..')
})
