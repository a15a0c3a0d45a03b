import { shareOut } from '../random.ts'
import { upperCode, upperUnits } from '../upper-units.ts'
import { trainingLines } from './class-lines.ts'
import type { AllocationContent, LegalBasisContent, PlanContent } from './plan-content.ts'
import { termOf } from './plan-content.ts'
import { trainingClauses } from './training-clauses.ts'
import { trainingTargets } from './training-targets.ts'

export const trainees = 3_920

/** This year's training plan: 40 classes, 3,920 trainees, three targets of one hundred percent. */
export function trainingPlan(planYear: number, today: string): PlanContent {
  return {
    planType: 'TRAINING',
    title: `Kế hoạch tập huấn, bồi dưỡng cán bộ công đoàn năm ${planYear}`,
    term: termOf(planYear),
    headlineClasses: 40,
    headlineTrainees: trainees,
    recipients: [
      'Tổng Liên đoàn Lao động Việt Nam (để báo cáo)',
      'Thường trực Thành uỷ Hà Thanh (để báo cáo)',
      'Các đồng chí Uỷ viên Ban Chấp hành LĐLĐ thành phố',
      'Các ban, Văn phòng, Uỷ ban Kiểm tra LĐLĐ thành phố',
      'Công đoàn cấp trên trực tiếp cơ sở',
      'Trường Trung cấp Công đoàn Hà Thanh',
    ],
    legalBases: legalBases(planYear),
    clauses: trainingClauses(planYear),
    targets: trainingTargets(planYear),
    allocations: { T5: seatAllocations(), T7: ownClassAllocations() },
    classLines: trainingLines(planYear, today),
  }
}

function legalBases(planYear: number): LegalBasisContent[] {
  const own = 'Liên đoàn Lao động thành phố Hà Thanh'
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
      docType: 'Nghị định',
      number: '171/2025/NĐ-CP',
      issuedOn: '2025-06-30',
      issuer: 'Chính phủ',
      abstract: 'quy định về đào tạo, bồi dưỡng cán bộ, công chức',
    },
    {
      docType: 'Quyết định',
      number: '1411/QĐ-TLĐ',
      issuedOn: '2024-08-01',
      issuer: 'Tổng Liên đoàn Lao động Việt Nam',
      abstract: 'về tiêu chuẩn, định mức, chế độ chi tiêu trong các cơ quan công đoàn',
    },
    {
      docType: 'Nghị quyết',
      number: '14/NQ-LĐLĐ',
      issuedOn: `${planYear - 1}-01-20`,
      issuer: `Ban Chấp hành ${own}`,
      abstract: `về nâng cao chất lượng công tác cán bộ công đoàn nhiệm kỳ ${termOf(planYear)}`,
    },
  ]
}

/** Seats to which each union sends people; Bến Trúc has the 96 of the drawings. */
function seatAllocations(): AllocationContent[] {
  const others = upperUnits.filter(({ number }) => number !== 2)
  const weights = others.map(
    ({ grassroots, usualWorkers }) => 40 + grassroots * Math.sqrt(usualWorkers / 40),
  )
  const [now, planned, done] = [trainees - 96, 3_650 - 90, 3_572 - 88].map((total) =>
    shareOut(total, weights),
  )
  const rows = others.map(({ number }, index) =>
    row(number, now?.[index], planned?.[index], done?.[index]),
  )
  return [...rows, row(2, 96, 90, 88)].sort(byUnit)
}

/** Classes that the unions hold themselves: two in the large ones, one elsewhere, 60 together. */
function ownClassAllocations(): AllocationContent[] {
  const bySize = [...upperUnits].sort((a, b) => b.grassroots - a.grassroots || a.number - b.number)
  const large = new Set([35, ...bySize.slice(0, 16).map(({ number }) => number)])
  return upperUnits.map(({ number }) => {
    const classes = large.has(number) ? 2 : 1
    return row(number, classes, 1, number % 9 === 4 ? 0 : 1)
  })
}

const row = (
  number: number,
  value = 0,
  lastYearValue = 0,
  lastYearDone = 0,
): AllocationContent => ({
  unitCode: upperCode(number),
  value,
  lastYearValue,
  lastYearDone,
})

const byUnit = (a: AllocationContent, b: AllocationContent) => (a.unitCode < b.unitCode ? -1 : 1)
