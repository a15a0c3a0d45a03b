import { inspectorNames } from '../../db/demo/office-people.ts'
import { usernameOf } from '../../db/demo/usernames.ts'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import { addDays, type Day } from '../../domain/grammar/day.ts'
import type { FindingForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import type { DemoOfficial, Office } from './office.ts'

type When = { planYear: number; today: Day }

const unitCode = 'HT-02'
const remedyDays = 20

type People = Record<'chair' | 'lead' | 'member' | 'clerk' | 'unitHead', DemoOfficial>

/**
 * One inspection of last year's programme, with the unit's consent to a visit today (settled 4): its
 * result is issued and one remedy is open, so that the unit and the team find work.
 */
export async function inspectLastYear(office: Office, { planYear, today }: When): Promise<void> {
  const people = await peopleOf(office)
  const { inspectionId } = await plan(people, { planYear, today })
  const params = { inspectionId }
  const view = () => people.lead.reads(routes.inspection, { params })
  const does = (deed: string) => `${planYear}/inspect/${deed}`
  if ((await view()).state === 'PLANNED')
    await people.chair.does(does('announce'), routes.announce, {
      params,
      body: { selfReportDueOn: today },
    })
  if ((await view()).state === 'ANNOUNCED') {
    await people.unitHead.does(does('consent'), routes.consent, {
      params,
      body: { words: 'Đơn vị nhất trí kiểm tra sớm, hồ sơ đã chuẩn bị xong.' },
    })
    await untilState(view, 'ON_SITE')
  }
  if ((await view()).state === 'ON_SITE') await visit(people, await view(), does)
  if ((await view()).state === 'MINUTES_SIGNED')
    await conclude(people, await view(), { does, today })
  if ((await view()).state === 'RESULT_DRAFT')
    await people.chair.does(does('pass'), routes.passResult, { params, body: {} })
  if ((await view()).state === 'COMMITTEE_PASSED')
    await people.clerk.does(does('issue'), routes.issueResult, { params, body: {} })
}

async function peopleOf(office: Office): Promise<People> {
  const [lead, member] = inspectorNames
  const by = (fullName: string) => office.person(usernameOf(fullName))
  return {
    chair: await by('Mai Văn Lễ'),
    lead: await by(lead),
    member: await by(member),
    clerk: await by('Bùi Thị Nhài'),
    unitHead: await office.holder('unitHead', unitCode),
  }
}

async function plan({ chair }: People, { planYear, today }: When) {
  const { inspectors } = await chair.reads(routes.inspectors, {})
  const idOf = (fullName: string) =>
    inspectors.find((each) => each.fullName === fullName)?.officialId ?? ''
  const { inspections } = await chair.reads(routes.inspections, { query: { year: planYear } })
  const [known] = inspections
  if (known) return known
  const [lead, member] = inspectorNames
  return chair.does(`${planYear}/inspect/plan`, routes.plan, {
    body: {
      planYear,
      unitId: await unitIdOf(chair),
      kind: 'TRAINING',
      subject: `Công tác đào tạo, bồi dưỡng cán bộ công đoàn năm ${planYear}`,
      periodFrom: `${planYear}-01-01`,
      periodTo: today,
      decisionNumber: '12/QĐ-UBKT',
      decisionOn: addDays(today, -15),
      visitFrom: today,
      visitTo: today,
      team: [
        { officialId: idOf(lead), role: 'LEAD' },
        { officialId: idOf(member), role: 'SECRETARY' },
      ],
    },
  })
}

async function unitIdOf(chair: DemoOfficial): Promise<string> {
  const { units } = await chair.reads(federationRoutes.units, { query: { q: unitCode } })
  const unit = units.find(({ code }) => code === unitCode)
  if (!unit) throw new Error(`there is no ${unitCode}`)
  return unit.unitId
}

/** The process opens the visit a moment after the consent. */
async function untilState(
  view: () => Promise<InspectionView>,
  state: string,
  triesLeft = 200,
): Promise<void> {
  if ((await view()).state === state) return
  if (triesLeft === 0) throw new Error(`the inspection did not reach ${state}`)
  await new Promise((resolve) => setTimeout(resolve, 50))
  return untilState(view, state, triesLeft - 1)
}

type Naming = (deed: string) => string

const shortcoming = 6
const found = (number: number): FindingForm =>
  number === shortcoming
    ? {
        outcome: 'PARTLY',
        note: 'Gọi 10 người, gặp 9. 8 người xác nhận có học, 1 người nói chỉ dự buổi đầu.',
        score: 12,
        severity: 'LIGHT',
      }
    : { outcome: 'PASSED', note: '', score: null, severity: null }

async function visit(people: People, view: InspectionView, does: Naming): Promise<void> {
  const { inspectionId, criteria, summary, minutes } = view
  const params = { inspectionId }
  const { lead, member, unitHead } = people
  for (const { criterionId, number, finding } of criteria)
    if (!finding?.outcome)
      await member.does(
        does(`finding/${number}`),
        routes.writeFinding,
        { params: { inspectionId, criterionId }, body: found(number) },
        0,
      )
  if (!summary?.revision)
    await lead.does(
      does('summary'),
      routes.sumUp,
      {
        params,
        body: {
          strengths: 'Đơn vị có kế hoạch sớm, cử đủ người, lưu hồ sơ lớp gọn.',
          shortcomings: 'Danh sách điểm danh buổi hai chưa đủ chữ ký.',
          causes: 'Người phụ trách lớp thay đổi giữa đợt.',
          recommendations: 'Phân công một người giữ danh sách điểm danh của cả đợt.',
        },
      },
      0,
    )
  const drawn = minutes ?? (await lead.does(does('draw'), routes.drawMinutes, { params, body: {} }))
  const body = { number: drawn.number, contentSha256: drawn.contentSha256 }
  await lead.does(does('sign'), routes.signMinutes, { params, body })
  await unitHead.does(does('countersign'), routes.countersignMinutes, { params, body })
}

type Concluding = { does: Naming; today: Day }

async function conclude(
  { lead, unitHead }: People,
  { inspectionId, criteria, revision }: InspectionView,
  { does, today }: Concluding,
): Promise<void> {
  const params = { inspectionId }
  await unitHead.does(does('reply'), routes.answerFindings, {
    params,
    body: {
      replies: criteria.map(({ criterionId }) => ({
        criterionId,
        stance: 'AGREE' as const,
        words: '',
      })),
    },
  })
  await lead.does(
    does('draft'),
    routes.draftResult,
    {
      params,
      body: {
        rating: 'GOOD',
        conclusion:
          'Công đoàn phường Bến Trúc thực hiện tốt kế hoạch đào tạo, bồi dưỡng. Danh sách điểm danh cần đủ chữ ký từng buổi.',
        answers: [],
        remedies: [
          {
            criterionId: criteria.find(({ number }) => number === shortcoming)?.criterionId ?? null,
            measure: 'Bổ sung chữ ký danh sách điểm danh buổi hai và gửi bản chụp',
            departmentId: null,
            dueOn: addDays(today, remedyDays),
          },
        ],
      },
    },
    revision,
  )
}
