import { shareOut } from '../random.ts'
import { upperCode, upperUnits } from '../upper-units.ts'
import { membershipClauses } from './membership-clauses.ts'
import type {
  AllocationContent,
  LegalBasisContent,
  PlanContent,
  TargetContent,
} from './plan-content.ts'
import { termOf } from './plan-content.ts'

export const newUnions = 490
export const netMembers = 30_000

/** This year's membership plan: at least 490 new grassroots unions, 30,000 members net. */
export function membershipPlan(planYear: number): PlanContent {
  return {
    planType: 'MEMBERSHIP_DEVELOPMENT',
    title: `Kế hoạch phát triển đoàn viên, thành lập công đoàn cơ sở năm ${planYear}`,
    term: termOf(planYear),
    headlineClasses: null,
    headlineTrainees: null,
    recipients: [
      'Tổng Liên đoàn Lao động Việt Nam (để báo cáo)',
      'Thường trực Thành uỷ Hà Thanh (để báo cáo)',
      'Bảo hiểm xã hội, Thuế thành phố (để phối hợp)',
      'Các ban, Văn phòng, Uỷ ban Kiểm tra LĐLĐ thành phố',
      'Công đoàn cấp trên trực tiếp cơ sở',
    ],
    legalBases: legalBases(planYear),
    clauses: membershipClauses(planYear),
    targets: targets(planYear),
    allocations: { M1: unionAllocations(), M2: memberAllocations() },
    classLines: [],
  }
}

function legalBases(planYear: number): LegalBasisContent[] {
  return [
    {
      docType: 'Luật',
      number: '50/2024/QH15',
      issuedOn: '2024-11-27',
      issuer: 'Quốc hội',
      abstract: 'Luật Công đoàn',
    },
    {
      docType: 'Nghị quyết',
      number: '02-NQ/TW',
      issuedOn: '2021-06-12',
      issuer: 'Bộ Chính trị',
      abstract: 'về đổi mới tổ chức và hoạt động của Công đoàn Việt Nam trong tình hình mới',
    },
    {
      docType: 'Nghị quyết',
      number: '09/NQ-LĐLĐ',
      issuedOn: `${planYear - 1}-01-12`,
      issuer: 'Ban Chấp hành Liên đoàn Lao động thành phố Hà Thanh',
      abstract: `về phát triển đoàn viên, thành lập công đoàn cơ sở nhiệm kỳ ${termOf(planYear)}`,
    },
  ]
}

function targets(planYear: number): TargetContent[] {
  const all = { period: 'YEAR', population: {} } as const
  return [
    {
      ...all,
      code: 'M1',
      clause: 'II.1',
      text: 'Thành lập mới ít nhất từ 490 công đoàn cơ sở trở lên.',
      kind: 'MIN',
      minValue: newUnions,
      measuredIn: 'công đoàn cơ sở',
      measure: 'count',
      lastYearText: 'Thành lập mới ít nhất 450 công đoàn cơ sở.',
      lastYearValue: 450,
      lastYearDone: 463,
    },
    {
      ...all,
      code: 'M2',
      clause: 'II.2',
      text: 'Kết nạp tăng thêm 30.000 đoàn viên (số đoàn viên thực tăng = số phát triển mới − số giảm khác, không tính chuyển đi, chuyển đến).',
      kind: 'FORMULA',
      value: netMembers,
      formula: 'Thực tăng = phát triển mới − giảm khác',
      measuredIn: 'đoàn viên',
      measure: 'net',
      lastYearText: 'Kết nạp tăng thêm 28.000 đoàn viên.',
      lastYearValue: 28_000,
      lastYearDone: 28_412,
    },
    {
      ...all,
      code: 'M3',
      clause: 'II.1',
      text: '100% doanh nghiệp có từ 30 lao động trở lên đủ điều kiện thành lập công đoàn cơ sở.',
      kind: 'PERCENT',
      value: 100,
      measuredIn: 'doanh nghiệp',
      measure: 'count',
      population: { ownership: ['NON_STATE', 'FDI'], minWorkers: 30 },
      lastYearText: '95% doanh nghiệp có từ 30 lao động trở lên thành lập công đoàn cơ sở.',
      lastYearValue: 95,
      lastYearDone: 89,
    },
    {
      ...all,
      code: 'M4',
      clause: 'II.3',
      text: `100% công đoàn cơ sở thành lập năm ${planYear} có kế hoạch hỗ trợ chất lượng và được bồi dưỡng ban chấp hành trong 06 tháng đầu.`,
      kind: 'PERCENT',
      value: 100,
      measuredIn: 'công đoàn cơ sở',
      measure: 'completed',
      lastYearText: '90% công đoàn cơ sở mới thành lập được bồi dưỡng ban chấp hành.',
      lastYearValue: 90,
      lastYearDone: 86,
    },
    {
      ...all,
      code: 'M5',
      clause: 'II.3',
      text: 'Có từ 70% đến 80% công đoàn cơ sở doanh nghiệp ngoài khu vực Nhà nước hoàn thành tốt nhiệm vụ trở lên.',
      kind: 'RANGE',
      minValue: 70,
      maxValue: 80,
      measuredIn: '%',
      measure: 'count',
      population: { ownership: ['NON_STATE'] },
      lastYearText: 'Ít nhất 70% công đoàn cơ sở doanh nghiệp hoàn thành tốt nhiệm vụ trở lên.',
      lastYearValue: 70,
      lastYearDone: 72,
    },
  ]
}

/** As the drawings have them: [assigned, last year assigned, last year done]. */
const drawn: Readonly<Record<number, readonly [number, number, number]>> = {
  2: [1_150, 1_000, 968],
  20: [310, 280, 244],
  31: [620, 600, 640],
  35: [9_400, 9_000, 9_120],
}

/** The sum is exactly 30,000; last year 28,000 were assigned and 28,412 reached. */
function memberAllocations(): AllocationContent[] {
  const others = upperUnits.filter(({ number }) => !(number in drawn))
  const weights = others.map(
    ({ grassroots, usualWorkers }) => 30 + grassroots * Math.sqrt(usualWorkers / 40),
  )
  const sumDrawn = (at: 0 | 1 | 2) => Object.values(drawn).reduce((sum, row) => sum + row[at], 0)
  const now = shareOut(netMembers - sumDrawn(0), weights)
  const planned = shareOut(28_000 - sumDrawn(1), weights)
  const reached = weights.map((weight, index) => weight * (0.92 + ((index * 7) % 11) * 0.016))
  const done = shareOut(28_412 - sumDrawn(2), reached)
  const shared = new Map(
    others.map(({ number }, index) => [
      number,
      [now[index] ?? 0, planned[index] ?? 0, done[index] ?? 0] as const,
    ]),
  )
  return upperUnits.map(({ number }) => {
    const [value, lastYearValue, lastYearDone] = drawn[number] ?? shared.get(number) ?? [0, 0, 0]
    return { unitCode: upperCode(number), value, lastYearValue, lastYearDone }
  })
}

/** New grassroots unions; the sum is the least that the plan asks for. */
function unionAllocations(): AllocationContent[] {
  const weights = upperUnits.map(({ grassroots, kind }) =>
    kind === 'CORPORATION_UNION' || kind === 'LOCAL_SECTOR_UNION'
      ? 14 + grassroots / 20
      : 30 + grassroots,
  )
  const reached = weights.map((weight, index) => weight * (0.9 + ((index * 5) % 9) * 0.025))
  const [now, planned, done] = [
    shareOut(newUnions, weights),
    shareOut(450, weights),
    shareOut(463, reached),
  ]
  return upperUnits.map(({ number }, index) => ({
    unitCode: upperCode(number),
    value: now[index] ?? 0,
    lastYearValue: planned[index] ?? 0,
    lastYearDone: done[index] ?? 0,
  }))
}
