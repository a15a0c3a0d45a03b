import type { OwnAnswer, OwnQuestion } from '../../../domain/feedback/own-questions.ts'

const plain = { hint: '', choices: [], measuredIn: '', lowest: '', highest: '', when: null }

/** What the department wants to know besides: how new officials can learn, and how many wait. */
export const demoQuestions: OwnQuestion[] = [
  {
    ...plain,
    id: 'q1way',
    kind: 'CHOICE',
    label: 'Lớp cho cán bộ công đoàn cơ sở mới nên học theo cách nào thì cán bộ đi được đủ?',
    isRequired: true,
    choices: [
      { id: 'threedays', label: 'Ba ngày liền' },
      { id: 'twoterms', label: 'Chia hai đợt' },
      { id: 'evenings', label: 'Buổi tối và thứ Bảy' },
      { id: 'online', label: 'Trực tuyến, cuối khoá kiểm tra tập trung' },
    ],
  },
  {
    ...plain,
    id: 'q2waiting',
    kind: 'NUMBER',
    label: 'Bao nhiêu cán bộ không chuyên trách của đơn vị chưa học lớp nào từ đầu nhiệm kỳ?',
    hint: 'Ước tính đến hết tháng trước là được.',
    isRequired: true,
    measuredIn: 'người',
  },
  {
    ...plain,
    id: 'q3evening',
    kind: 'TEXT',
    label: 'Đơn vị bố trí được hội trường và người quản lý lớp buổi tối không?',
    isRequired: true,
    when: { questionId: 'q1way', is: ['evenings'] },
  },
]

/** Day for industry, evening for wards, in parts for those far away: by what a unit complains of. */
export function demoOwnAnswers(number: number, venue: string): Record<string, OwnAnswer> {
  const ways = ['twoterms', 'evenings', 'threedays', 'twoterms', 'online', 'evenings', 'twoterms']
  const way = ways[number % ways.length] ?? 'twoterms'
  return {
    q1way: way,
    q2waiting: 18 + ((number * 37) % 83),
    ...(way === 'evenings' && { q3evening: eveningOf(number, venue) }),
  }
}

function eveningOf(number: number, venue: string): string {
  return number % 2 === 0
    ? `Được. ${venue} trống từ 18 giờ, cán bộ công đoàn phường trực mỗi buổi.`
    : `Có ${venue} nhưng thiếu người trực. Đề nghị Liên đoàn cử cán bộ hỗ trợ hai buổi một tuần.`
}
