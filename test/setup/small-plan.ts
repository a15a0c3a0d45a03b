import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import type { HeadForm } from '../../domain/draft/forms.contract.ts'
import type { Desk } from './draft-desk.ts'

const line = {
  audience: 'Cán bộ công đoàn cơ sở mới được bầu',
  deliveryForm: 'DIRECT',
  days: 2.5,
  seats: 98,
  month: 5,
  venue: 'Trường Trung cấp Công đoàn',
  leadUnit: 'Ban Công tác Công đoàn',
  coordinatingUnit: null,
  budgetDong: 60_000_000,
} as const

const target = {
  clauseCode: 'II.1',
  kind: 'EXACT',
  minValue: null,
  maxValue: null,
  formula: null,
  measure: 'count',
  period: 'YEAR',
  population: {},
} as const

/** A training plan that can be sent on: two classes of 98, one target shared out, written by deeds. */
export async function writeSmallPlan(
  desk: Pick<Desk, 'does' | 'federation'>,
  planYear: number,
  planType: 'TRAINING' | 'MEMBERSHIP_DEVELOPMENT' = 'TRAINING',
): Promise<string> {
  const { id } = await desk.does('drafter', routes.start, {
    params: { planYear },
    body: { planType, copyOf: null },
  })
  const params = { planId: id }
  await desk.does('drafter', routes.editHead, { params, body: headOf(planYear) }, { revision: 1 })
  await desk.does('drafter', routes.addLegalBases, { params, body: { rows: [law] } })
  await desk.does('drafter', routes.addClauses, { params, body: { rows: clauses } })
  const { ids } = await desk.does('drafter', routes.addTargets, {
    params,
    body: {
      rows: [
        { ...target, text: 'Mở 2 lớp.', value: 2, measuredIn: 'lớp', isAllocated: false },
        { ...target, text: '196 học viên.', value: 196, measuredIn: 'học viên', isAllocated: true },
      ],
    },
  })
  const [first, second] = desk.federation.units
  await desk.does(
    'drafter',
    routes.allocate,
    {
      params: { targetId: ids[1] ?? '' },
      body: {
        rows: [
          { unitId: first?.id ?? '', value: 100 },
          { unitId: second?.id ?? '', value: 96 },
        ],
      },
    },
    { revision: 1 },
  )
  await desk.does('drafter', routes.addLines, {
    params,
    body: {
      rows: [
        { ...line, topic: 'Cán bộ mới, đợt 1' },
        { ...line, topic: 'Cán bộ mới, đợt 2' },
      ],
    },
  })
  return id
}

const law = {
  docType: 'Luật',
  number: '50/2024/QH15',
  issuedOn: '2024-11-27',
  issuer: 'Quốc hội',
  abstract: 'Luật Công đoàn',
}

const clauses = [
  {
    section: 'II. CHỈ TIÊU',
    heading: 'Số lớp',
    text: 'Mở 2 lớp.',
    finished: true,
  },
  {
    section: 'I. MỤC ĐÍCH, YÊU CẦU',
    heading: 'Mục đích',
    text: 'Trang bị kiến thức.',
    finished: true,
  },
]

function headOf(planYear: number): HeadForm {
  return {
    title: `Kế hoạch tập huấn, bồi dưỡng cán bộ công đoàn năm ${planYear}`,
    term: '2025–2030',
    headlineClasses: 2,
    headlineTrainees: 196,
    recipients: ['Công đoàn cấp trên trực tiếp cơ sở'],
    signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
  }
}
