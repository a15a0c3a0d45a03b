import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import type { PlanContent, PrintedTarget } from '../../domain/draft/plan-content.ts'
import { membersTarget, noTotals, shareOf } from '../setup/printed.ts'
import type { SmallUnit } from '../setup/small-federation.ts'

export const planTypes = ['TRAINING', 'MEMBERSHIP_DEVELOPMENT'] as const
export type PlanType = (typeof planTypes)[number]
export type PlanIds = Readonly<Record<PlanType, string>>

const clauseCodes = Array.from({ length: 16 }, (_, at) => `II.${at + 1}`)
const targetCodes = Array.from({ length: 3 }, (_, at) => `CT${at + 1}`)
const assigned = 100

/** A draft of the length of a real one: sixteen clauses, three targets shared out to every unit. */
export function contentOf(planType: PlanType, units: readonly SmallUnit[]): PlanContent {
  return {
    planType,
    planYear: 2027,
    title: titles[planType],
    term: '2023–2028',
    head: { superiorName: 'TLĐ', federationName: 'LĐLĐ', place: 'Hà Thanh', symbol: 'LĐLĐ' },
    legalBases: [],
    clauses: clauseCodes.map((code) => ({
      code,
      section: 'II. CHỈ TIÊU, NỘI DUNG',
      heading: `Mục ${code}`,
      text: `${code}. Mỗi lớp cho cán bộ công đoàn cơ sở mới học 03 ngày liên tục, tập trung tại Trường Trung cấp Công đoàn, không quá 100 học viên một lớp.`,
      lastYearText: 'Mỗi lớp học 02 ngày.',
    })),
    targets: targetCodes.map((code) => targetOf(code, units)),
    classLines: [],
    totals: noTotals,
    recipients: ['Công đoàn cấp trên trực tiếp cơ sở'],
    signing: { capacity: 'ON_BEHALF_OF_COLLECTIVE', bodyName: 'Ban Thường vụ' },
  }
}

export const titles: Readonly<Record<PlanType, string>> = {
  TRAINING: 'Kế hoạch tập huấn, bồi dưỡng cán bộ công đoàn năm 2027',
  MEMBERSHIP_DEVELOPMENT: 'Kế hoạch phát triển đoàn viên năm 2027',
}

function targetOf(code: string, units: readonly SmallUnit[]): PrintedTarget {
  return {
    ...membersTarget,
    code,
    clauseCode: 'II.1',
    value: assigned * units.length,
    allocations: units.map(shareOf),
  }
}

/** A hundred fields: two stances, twelve comments, twenty places agreed to, six requests. */
export function fullForm(plans: PlanIds): AnswerForm {
  const places = planTypes.flatMap((type) =>
    clauseCodes.map((code) => [plans[type], code] as const),
  )
  return {
    ...EMPTY_FORM,
    stances: Object.fromEntries(
      Object.values(plans).map((planId) => [
        planId,
        { stance: 'AGREE_IN_PRINCIPLE' as const, remark: 'Đề nghị làm rõ các mục đã góp ý.' },
      ]),
    ),
    comments: Object.fromEntries(
      places.slice(0, 12).map(([planId, code]) => [
        `${planId}:CLAUSE:${code}`,
        {
          planId,
          placeKind: 'CLAUSE' as const,
          placeCode: code,
          kind: 'CORRECTION' as const,
          text: `Doanh nghiệp trên địa bàn khó cho cán bộ nghỉ 03 ngày liền (mục ${code}); đề nghị chia hai đợt.`,
          suggestedText: `${code}. Mỗi lớp cho cán bộ mới học 03 ngày, chia hai đợt, học theo cụm.`,
        },
      ]),
    ),
    agreed: Object.fromEntries(
      places.slice(12).map(([planId, code]) => [`${planId}:CLAUSE:${code}`, true]),
    ),
    targetRequests: Object.fromEntries(
      Object.values(plans).flatMap((planId) =>
        targetCodes.map((targetCode) => [
          `${planId}:TARGET:${targetCode}`,
          {
            planId,
            targetCode,
            requested: 85,
            reason: 'EMPLOYER' as const,
            particularity: 'Hai doanh nghiệp lớn chuyển đi trong quý II.',
            feasibility: 'Còn lại 85 người có thể cử đi học.',
            commitment: 'Hoàn thành trước tháng 9.',
          },
        ]),
      ),
    ),
    spokesperson: { name: 'Phạm Đức Thuỷ', position: 'Chủ tịch' },
    isConfirmed: true,
  }
}
