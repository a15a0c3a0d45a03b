import { membershipPlan } from './membership-plan.ts'
import { shareOut } from '../random.ts'
import { trainingPlan } from './training-plan.ts'

export type PastTarget = {
  code: string
  title: string
  planned: number
  done: number
  measuredIn: string
}
export type PastClass = {
  code: string
  title: string
  seats: number
  attended: number
  tested: number
  certified: number
  ratings: number
  satisfaction: number
  satisfied: number
  budgetDong: number
}
export type LastYear = {
  planYear: number
  targets: readonly PastTarget[]
  classes: readonly PastClass[]
}

/** The year that stands in its last phase: what was planned and what came of it. */
export function lastYear(planYear: number, today: string): LastYear {
  const training = trainingPlan(planYear, today)
  const plans = [training, membershipPlan(planYear)]
  const targets = plans
    .flatMap((plan) => plan.targets)
    .flatMap(({ code, lastYearText, lastYearValue, lastYearDone, measuredIn, kind }) =>
      lastYearText === null || lastYearValue === null || lastYearDone === null
        ? []
        : [
            {
              code,
              title: lastYearText,
              planned: lastYearValue,
              done: lastYearDone,
              measuredIn: kind === 'PERCENT' ? '%' : measuredIn,
            },
          ],
    )
  return { planYear: planYear - 1, targets, classes: classesOf(training.classLines) }
}

/** 91 in a hundred of those who sat the test passed it, as the target of that year records. */
function classesOf(lines: ReturnType<typeof trainingPlan>['classLines']): PastClass[] {
  const held = lines.filter((line) => line.lastYearSeats !== null)
  const attended = held.map((line) => line.lastYearDone ?? 0)
  const tested = attended.map((count, index) => count - (index % 5 === 2 ? 3 : index % 3))
  const passed = Math.round(tested.reduce((sum, count) => sum + count, 0) * 0.91)
  const strictness = [1, 0.985, 1.01, 0.99, 1.005]
  const certified = shareOut(
    passed,
    tested.map((count, index) => count * (strictness[index % strictness.length] ?? 1)),
  )
  return held.map((line, index) => ({
    code: `L${String(index + 1).padStart(2, '0')}`,
    title: line.topic,
    seats: line.lastYearSeats ?? 0,
    attended: attended[index] ?? 0,
    tested: tested[index] ?? 0,
    certified: certified[index] ?? 0,
    ...opinionsOf(attended[index] ?? 0, index),
    budgetDong: line.lastYearBudgetDong ?? 0,
  }))
}

const means = [4.3, 4.1, 4.5, 3.9, 4.2, 4.4]

/** Paper slips were handed out in the last hour; about seven in ten came back. */
function opinionsOf(attended: number, index: number) {
  const ratings = Math.round(attended * (0.66 + (index % 4) * 0.03))
  const satisfaction = means[index % means.length] ?? 4
  return { ratings, satisfaction, satisfied: Math.round(ratings * (satisfaction / 5 + 0.02)) }
}

export type IssuedPaper = {
  number: number
  abstract: string
  signer: string
  signingCapacity: 'ON_BEHALF_OF_COLLECTIVE' | 'FOR_HEAD'
  recipients: readonly string[]
  voidBecause: string | null
}

/** Plans already issued in the calendar year: 01 to 07/KH-LĐLĐ, the fourth void. */
export function issuedThisYear(year: number): IssuedPaper[] {
  const [head, standing] = ['Đặng Hữu Nghĩa', 'Lê Thị Thanh Tâm']
  const abstracts: readonly (readonly [abstract: string, signer: string, voidBecause?: string])[] =
    [
      [`Kế hoạch chăm lo Tết cho đoàn viên, người lao động năm ${year}`, head],
      [`Kế hoạch công tác tài chính, tài sản công đoàn năm ${year}`, standing],
      [`Kế hoạch kiểm tra, giám sát của Uỷ ban Kiểm tra năm ${year}`, head],
      [
        `Kế hoạch hội nghị đánh giá công tác thi đua, khen thưởng năm ${year - 1}`,
        standing,
        'Cấp số rồi mới thấy trùng nội dung với Thông báo đã ban hành; Kế hoạch không phát hành.',
      ],
      [`Kế hoạch tuyên truyền, giáo dục chính trị tư tưởng năm ${year}`, standing],
      [`Kế hoạch hoạt động nữ công năm ${year}`, standing],
      [
        `Kế hoạch tổ chức Tháng Công nhân, Tháng hành động về an toàn, vệ sinh lao động năm ${year}`,
        head,
      ],
    ]
  return abstracts.map(([abstract, signer, voidBecause], index) => ({
    number: index + 1,
    abstract,
    signer,
    signingCapacity: signer === head ? 'ON_BEHALF_OF_COLLECTIVE' : 'FOR_HEAD',
    recipients: [
      'Tổng Liên đoàn Lao động Việt Nam (để báo cáo)',
      'Công đoàn cấp trên trực tiếp cơ sở',
      'Các ban, Văn phòng LĐLĐ thành phố',
    ],
    voidBecause: voidBecause ?? null,
  }))
}
