import { expect, test } from 'vitest'
import { en } from '../../domain/text/en.ts'
import { sayTask } from '../../domain/text/say-task.ts'
import { vi } from '../../domain/text/vi.ts'

test('a line of the inbox says days and codes in words', () => {
  const facts = { planYear: '2027', meeting: 'CONFERENCE', heldOn: '2026-11-27' }
  expect(sayTask(vi, 'feedback.confirmOpinion', facts)).toEqual({
    title: 'Xác nhận ý kiến phát biểu tại hội nghị về Kế hoạch 2027',
    why: 'Ban đã ghi lời phát biểu của đơn vị ngày 27/11/2026. Chưa xác nhận khi đóng đợt thì không tính.',
    deed: 'Xem và xác nhận',
  })
  expect(sayTask(en, 'feedback.confirmOpinion', facts).title).not.toContain('CONFERENCE')
  // where nothing is asked once more, nothing is said of it
  const answer = { planYear: '2027', number: 'GY-2027-0002' }
  expect(sayTask(vi, 'feedback.oversee', answer).title).toBe(
    'Đôn đốc góp ý dự thảo Kế hoạch 2027, phiếu GY-2027-0002',
  )
})
