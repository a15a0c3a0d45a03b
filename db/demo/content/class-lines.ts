import { shareOut } from '../random.ts'
import { addDays } from '../terms.ts'
import type { ClassLineContent } from './plan-content.ts'

type Form = ClassLineContent['deliveryForm']
type Words = readonly [
  topic: string,
  audience: string,
  days: number,
  seats: number,
  lastYearSeats: number | null,
  /** From 0 to 9: how far into the teaching months. */
  wave: number,
  lead: keyof typeof leads,
  form?: Form,
]

const leads = {
  school: 'Trường Trung cấp Công đoàn Hà Thanh',
  cadre: 'Ban Công tác Công đoàn',
  parks: 'Ban Công đoàn các KCN',
  office: 'Văn phòng',
  inspection: 'Uỷ ban Kiểm tra',
  law: 'Trung tâm Tư vấn pháp luật Công đoàn Hà Thanh',
} as const

const newOnes = 'Cán bộ công đoàn mới được bầu'
const accountants = 'Kế toán, thủ quỹ công đoàn cơ sở'

/** Forty classes, 3,920 seats; last year 38 classes, 3,650 seats. Two on safety are new. */
const lines: readonly Words[] = [
  [
    'Cán bộ công đoàn mới, đợt 1',
    'Cán bộ được bầu từ tháng 6, khối phường',
    3,
    120,
    110,
    0,
    'school',
  ],
  [
    'Cán bộ công đoàn mới, đợt 2',
    'Cán bộ được bầu từ tháng 9, khối phường',
    3,
    120,
    110,
    2,
    'school',
  ],
  ['Thương lượng tập thể', 'Chủ tịch công đoàn cơ sở doanh nghiệp', 2, 100, 90, 3, 'cadre'],
  [
    'Nghiệp vụ uỷ ban kiểm tra, đợt 1',
    'Uỷ viên uỷ ban kiểm tra công đoàn cơ sở',
    2,
    90,
    90,
    0,
    'inspection',
  ],
  [
    'An toàn, vệ sinh lao động, khu công nghiệp, đợt 1',
    'Cán bộ công đoàn khu công nghiệp',
    2,
    80,
    null,
    4,
    'parks',
  ],
  ['Kế toán công đoàn cơ sở, đợt 1', accountants, 2, 150, 140, 5, 'office', 'ONLINE'],
  ['Cán bộ công đoàn mới, đợt 3', `${newOnes}, khối xã`, 3, 110, 105, 3, 'school'],
  ['Cán bộ công đoàn mới, đợt 4', `${newOnes}, khối tổng công ty, ngành`, 3, 110, 105, 6, 'school'],
  [
    'Cán bộ công đoàn mới, khu công nghiệp',
    `${newOnes} ở doanh nghiệp khu công nghiệp`,
    3,
    120,
    110,
    5,
    'parks',
  ],
  [
    'Cán bộ công đoàn mới, cụm xã phía bắc',
    `${newOnes} ở các xã Mỹ Đổng, Vân Khê, Yên Lễ`,
    3,
    100,
    95,
    7,
    'school',
  ],
  [
    'Lý luận và nghiệp vụ công đoàn, khoá 1',
    'Cán bộ công đoàn chuyên trách mới bổ sung',
    10,
    60,
    60,
    1,
    'school',
  ],
  [
    'Lý luận và nghiệp vụ công đoàn, khoá 2',
    'Cán bộ công đoàn chuyên trách',
    10,
    60,
    55,
    6,
    'school',
  ],
  [
    'Lãnh đạo, quản lý công đoàn',
    'Trưởng, Phó các ban; Chủ tịch, Phó Chủ tịch công đoàn cấp trên trực tiếp cơ sở',
    2,
    130,
    125,
    1,
    'cadre',
  ],
  [
    'Quản lý, điều hành công đoàn cơ sở doanh nghiệp',
    'Chủ tịch công đoàn cơ sở ngoài khu vực Nhà nước',
    2,
    110,
    105,
    2,
    'cadre',
  ],
  [
    'Quản lý, điều hành công đoàn cơ sở đơn vị sự nghiệp',
    'Chủ tịch công đoàn cơ sở trường học, bệnh viện',
    2,
    90,
    85,
    4,
    'cadre',
  ],
  ['Đối thoại tại nơi làm việc', 'Chủ tịch, Phó Chủ tịch công đoàn cơ sở', 2, 100, 95, 3, 'law'],
  [
    'Thương lượng, ký thoả ước ở doanh nghiệp có vốn nước ngoài',
    'Chủ tịch công đoàn cơ sở doanh nghiệp FDI',
    2,
    90,
    85,
    0,
    'parks',
  ],
  [
    'Thương lượng tập thể nhóm doanh nghiệp',
    'Cán bộ chuyên trách, Chủ tịch công đoàn cơ sở ngành dệt may',
    2,
    60,
    60,
    6,
    'law',
  ],
  [
    'Pháp luật lao động, doanh nghiệp từ 500 lao động, đợt 1',
    'Chủ tịch công đoàn cơ sở ngoài khu vực Nhà nước từ 500 lao động',
    2,
    100,
    95,
    2,
    'law',
  ],
  [
    'Pháp luật lao động, doanh nghiệp từ 500 lao động, đợt 2',
    'Chủ tịch công đoàn cơ sở ngoài khu vực Nhà nước từ 500 lao động',
    2,
    100,
    95,
    7,
    'law',
  ],
  [
    'Giải quyết tranh chấp lao động, đình công',
    'Cán bộ chuyên trách; Chủ tịch công đoàn cơ sở khu công nghiệp',
    2,
    90,
    85,
    5,
    'law',
  ],
  ['Tư vấn pháp luật, hoà giải ở cơ sở', 'Tổ tư vấn pháp luật công đoàn', 1, 80, 85, 8, 'law'],
  [
    'An toàn, vệ sinh viên ngành xây dựng',
    'Mạng lưới an toàn, vệ sinh viên',
    2,
    90,
    95,
    4,
    'cadre',
  ],
  [
    'An toàn, vệ sinh lao động, khu công nghiệp, đợt 2',
    'An toàn, vệ sinh viên khu công nghiệp Nam Giang',
    2,
    80,
    null,
    8,
    'parks',
  ],
  ['Kế toán công đoàn cơ sở, đợt 2', accountants, 2, 150, 140, 8, 'office', 'ONLINE'],
  ['Tài chính công đoàn cho chủ tài khoản', 'Chủ tịch công đoàn cơ sở', 1, 90, 95, 6, 'office'],
  [
    'Nghiệp vụ uỷ ban kiểm tra, đợt 2',
    'Chủ nhiệm, uỷ viên uỷ ban kiểm tra',
    2,
    90,
    90,
    7,
    'inspection',
    'ONLINE',
  ],
  [
    'Giải quyết khiếu nại, tố cáo',
    'Chủ nhiệm uỷ ban kiểm tra công đoàn cấp trên trực tiếp cơ sở',
    1,
    70,
    75,
    9,
    'inspection',
  ],
  [
    'Phát triển đoàn viên, thành lập công đoàn cơ sở',
    'Cán bộ chuyên trách phường, xã, đặc khu',
    2,
    110,
    110,
    1,
    'cadre',
  ],
  [
    'Nâng cao chất lượng công đoàn cơ sở mới thành lập',
    'Ban chấp hành công đoàn cơ sở thành lập dưới 12 tháng',
    2,
    110,
    105,
    8,
    'cadre',
  ],
  ['Công tác nữ công', 'Trưởng ban nữ công quần chúng', 1, 100, 100, 0, 'cadre'],
  [
    'Chăm lo, chương trình phúc lợi đoàn viên',
    'Phó Chủ tịch công đoàn cơ sở',
    1,
    90,
    95,
    5,
    'cadre',
  ],
  [
    'Tuyên truyền miệng, nắm bắt tâm trạng, tư tưởng',
    'Uỷ viên ban chấp hành phụ trách tuyên truyền',
    1,
    90,
    95,
    4,
    'school',
  ],
  [
    'Tổ chức hoạt động văn hoá, thể thao',
    'Uỷ viên ban chấp hành công đoàn cơ sở',
    1,
    90,
    85,
    7,
    'school',
  ],
  [
    'Soạn thảo văn bản, lưu trữ',
    'Cán bộ văn phòng công đoàn cấp trên trực tiếp cơ sở',
    1,
    80,
    85,
    2,
    'office',
  ],
  ['Thi đua, khen thưởng', 'Cán bộ theo dõi thi đua các đơn vị', 1, 90, 95, 9, 'office'],
  [
    'Kỹ năng số, phần mềm quản lý đoàn viên',
    'Cán bộ cập nhật dữ liệu đoàn viên',
    1,
    140,
    130,
    3,
    'school',
    'ONLINE',
  ],
  [
    'Trí tuệ nhân tạo trong công tác công đoàn',
    'Cán bộ chuyên trách; Chủ tịch công đoàn cơ sở',
    1,
    120,
    110,
    9,
    'school',
    'ONLINE',
  ],
  [
    'Phương pháp giảng dạy cho giảng viên kiêm chức',
    'Giảng viên kiêm chức',
    3,
    40,
    45,
    1,
    'school',
  ],
  [
    'Tổ trưởng, tổ phó tổ công đoàn',
    'Tổ trưởng, tổ phó, học thứ Bảy, Chủ nhật',
    2,
    120,
    115,
    6,
    'school',
    'WORK_STUDY',
  ],
]

const drawnBudgets = [68, 68, 51.5, 46, 44, 27.5]
const drawnLastYear = [62, 62, 46.5, 44.5, 0, 25]

/** Money in steps of half a million đồng; the first six lines are those of the drawings. */
function budgets(
  seatsOf: (line: Words) => number,
  drawn: readonly number[],
  totalMillion: number,
): number[] {
  const left = totalMillion - drawn.reduce((sum, value) => sum + value, 0)
  const weights = lines.slice(drawn.length).map((line) => {
    const [, , days, , , , , form] = line
    return seatsOf(line) * (0.7 + 0.3 * days) * (form === 'ONLINE' ? 0.4 : 1)
  })
  const halves = shareOut(left * 2, weights)
  return [...drawn.map((value) => value * 1_000_000), ...halves.map((value) => value * 500_000)]
}

/** Months of the plan year that lie after the day 60 days from the first start. */
export function teachingMonths(planYear: number, today: string): number[] {
  const day = addDays(today, 60)
  const from = day.startsWith(String(planYear)) ? Number(day.slice(5, 7)) + 1 : 1
  const months = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((month) => month >= from)
  return months.length ? months : [12]
}

/** The annex of the training plan. */
export function trainingLines(planYear: number, today: string): ClassLineContent[] {
  const months = teachingMonths(planYear, today)
  const money = budgets(([, , , seats]) => seats, drawnBudgets, 2_265)
  const lastMoney = budgets(([, , , , seats]) => seats ?? 0, drawnLastYear, 2_180)
  const attended = lastYearAttended()
  return lines.map(([topic, audience, days, seats, lastYearSeats, wave, lead, form], index) => ({
    code: lineCode(index),
    topic,
    audience,
    deliveryForm: form ?? 'DIRECT',
    days,
    seats,
    month: months[Math.floor((wave * months.length) / 10)] ?? 12,
    venue: venueOf(lead, form ?? 'DIRECT'),
    leadUnit: leads[lead],
    coordinatingUnit: lead === 'cadre' ? leads.school : lead === 'school' ? leads.cadre : null,
    budgetDong: money[index] ?? 0,
    ...lastYearOf(lastYearSeats, attended[index], lastMoney[index]),
  }))
}

/** A class that is new has nothing of last year, not a nought. */
function lastYearOf(seats: number | null, done = 0, budgetDong = 0) {
  return seats === null
    ? { lastYearSeats: null, lastYearDone: null, lastYearBudgetDong: null }
    : { lastYearSeats: seats, lastYearDone: done, lastYearBudgetDong: budgetDong }
}

const lineCode = (index: number) => `L${String(index + 1).padStart(2, '0')}`

function venueOf(lead: keyof typeof leads, form: Form): string {
  if (form === 'ONLINE') return 'Phòng học trực tuyến'
  if (lead === 'parks') return 'Hội trường khu công nghiệp Nam Giang'
  if (lead === 'school') return 'Trường Trung cấp Công đoàn Hà Thanh'
  return 'Hội trường Liên đoàn Lao động thành phố'
}

/** 3,572 of 3,650 came; never more to a class than it had seats. */
function lastYearAttended(): number[] {
  const presence = [1, 0.97, 0.99, 0.96, 0.98, 0.995, 0.975]
  const weights = lines.map(
    ([, , , , seats], index) => (seats ?? 0) * (presence[index % presence.length] ?? 1),
  )
  return shareOut(3_572, weights)
}
