import type { RawCell } from '../../domain/feedback/sheet-field.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { membersTarget, noTotals, shareOf } from './printed.ts'
import { evenings, ease, hall, waiting } from './questions.ts'

const ids = {
  training: '11111111-1111-4111-8111-111111111111',
  membership: '22222222-2222-4222-8222-222222222222',
}

/** A training plan with two clauses, a target and two classes, as one unit reads it. */
export const trainingPlan = aPlan(ids.training, 'TRAINING')
export const membershipPlan = aPlan(ids.membership, 'MEMBERSHIP_DEVELOPMENT')
export const sheetPlans: ConsultedPlan[] = [trainingPlan, membershipPlan]
export const sheetQuestions: OwnQuestion[] = [evenings, hall, waiting, ease]

function aPlan(planId: string, planType: ConsultedPlan['planType']): ConsultedPlan {
  const isTraining = planType === 'TRAINING'
  return {
    planId,
    version: 1,
    publishedAt: '2026-12-01T02:00:00.000Z',
    planType,
    planYear: 2027,
    title: `Dự thảo ${planType}`,
    term: null,
    head: { superiorName: 'TLĐ', federationName: 'LĐLĐ', place: 'Hà Thanh', symbol: 'LĐLĐ' },
    legalBases: [],
    clauses: ['I.1', 'II.3'].map((code) => ({
      code,
      section: 'MỤC ĐÍCH',
      heading: `Mục ${code}`,
      text: `=Nội dung ${code}\nhai dòng`,
      lastYearText: null,
    })),
    targets: [
      {
        ...membersTarget,
        allocation: shareOf({ id: planId, code: 'D1', name: 'Đơn vị 1' }),
      },
    ],
    classLines: isTraining ? ['L01', 'L02'].map(aLine) : [],
    totals: { ...noTotals, classes: 2, trainees: 196 },
    recipients: [],
    signing: { capacity: 'ON_BEHALF_OF_COLLECTIVE', bodyName: 'BTV' },
  }
}

function aLine(code: string): ConsultedPlan['classLines'][number] {
  return {
    code,
    topic: `Nghiệp vụ ${code}`,
    audience: 'Cán bộ mới',
    deliveryForm: 'DIRECT',
    days: 3,
    seats: 98,
    month: 5,
    venue: null,
    leadUnit: 'Ban CTCĐ',
    coordinatingUnit: null,
    budgetDong: 0,
    lastYearSeats: null,
    lastYearDone: null,
    lastYearBudgetDong: null,
  }
}

/** A book in which some cells are others: as somebody fills it in. */
export function filledIn(
  book: ReadonlyMap<string, ReadonlyMap<string, RawCell>>,
  page: string,
  cells: Record<string, RawCell>,
): Map<string, ReadonlyMap<string, RawCell>> {
  const filled = new Map([...(book.get(page) ?? []), ...Object.entries(cells)])
  return new Map([...book, [page, filled]])
}
