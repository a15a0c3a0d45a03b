import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'

/** A question in words that may be left out; `more` changes what matters. */
export function aQuestion(more: Partial<OwnQuestion> = {}): OwnQuestion {
  return {
    id: 'q1',
    kind: 'TEXT',
    label: 'Đơn vị cần gì thêm?',
    hint: '',
    isRequired: false,
    choices: [],
    measuredIn: '',
    lowest: '',
    highest: '',
    when: null,
    ...more,
  }
}

export const evenings = aQuestion({
  id: 'way',
  kind: 'CHOICE',
  label: 'Học theo cách nào?',
  isRequired: true,
  choices: [
    { id: 'days', label: 'Ba ngày liền' },
    { id: 'evenings', label: 'Buổi tối' },
  ],
})
export const hall = aQuestion({
  id: 'hall',
  label: 'Có hội trường buổi tối không?',
  isRequired: true,
  when: { questionId: 'way', is: ['evenings'] },
})
export const waiting = aQuestion({
  id: 'waiting',
  kind: 'NUMBER',
  label: 'Bao nhiêu người chưa học?',
  measuredIn: 'người',
})
export const ease = aQuestion({
  id: 'ease',
  kind: 'SCALE',
  label: 'Doanh nghiệp tạo điều kiện đến mức nào?',
  lowest: 'rất khó',
  highest: 'rất thuận lợi',
})
