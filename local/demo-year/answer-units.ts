import { type OpinionContent, opinions, stillOpen } from '../../db/demo/content/opinions.ts'
import {
  type AnswerForm,
  commentKey,
  EMPTY_FORM,
  requestKey,
} from '../../domain/feedback/answer-form.contract.ts'
import { requestedValue } from '../../db/demo/content/target-requests.ts'
import { type AnswerView, feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { DemoOfficial, Office } from './office.ts'

const atOnce = 4

/** Thirty units answer, nine are reading or writing, four have not opened the drafts. */
export async function answerUnits(office: Office, planYear: number, today: string): Promise<void> {
  const waiting = [
    ...opinions.map((opinion) => () => answerUnit(office, { planYear, today }, opinion)),
    ...stillOpen.map((open) => () => beginAnswer(office, planYear, open)),
  ]
  const hand = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
}

type When = { planYear: number; today: string }

async function answerUnit(
  office: Office,
  { planYear, today }: When,
  opinion: OpinionContent,
): Promise<void> {
  const { unitCode } = opinion
  const drafter = await office.holder('unitDrafter', unitCode)
  const does = (deed: string) => `${planYear}/${unitCode}/${deed}`
  const answer = await readDrafts(drafter, planYear, unitCode)
  const params = { answerId: answer.answerId }
  let revision = answer.formRevision
  if (['READ', 'DRAFT'].includes(answer.state)) {
    const given = { params, body: { form: formOf(answer, opinion, today) } }
    const saved = await drafter.does(does('save'), feedbackRoutes.save, given, revision)
    revision = saved.revision
    await drafter.does(does('send-on'), feedbackRoutes.sendOn, { params, body: {} }, revision)
  } else if (answer.state !== 'WITH_PRESIDENT') return
  const head = await office.holder('unitHead', unitCode)
  await head.does(does('sign'), feedbackRoutes.sign, { params, body: {} }, revision)
}

/** The answer with the drafts it is about, opened and read. */
async function readDrafts(
  drafter: DemoOfficial,
  planYear: number,
  unitCode: string,
): Promise<AnswerView> {
  const answer = await drafter.reads(feedbackRoutes.myAnswer, { params: { planYear } })
  if (!['NOT_OPENED', 'OPENED'].includes(answer.state)) return answer
  const given = { params: { answerId: answer.answerId }, body: {} }
  await drafter.does(`${planYear}/${unitCode}/open`, feedbackRoutes.open, given)
  const { state } = await drafter.does(`${planYear}/${unitCode}/read`, feedbackRoutes.read, given)
  return { ...answer, state }
}

async function beginAnswer(
  office: Office,
  planYear: number,
  { unitCode, standing }: (typeof stillOpen)[number],
): Promise<void> {
  if (standing === 'NOT_OPENED') return
  const drafter = await office.holder('unitDrafter', unitCode)
  const answer = await readDrafts(drafter, planYear, unitCode)
  if (standing === 'READ' || answer.state !== 'READ') return
  const [plan] = answer.plans
  const form: AnswerForm = {
    ...EMPTY_FORM,
    stances: plan ? { [plan.planId]: { stance: 'AGREE_IN_PRINCIPLE', remark: '' } } : {},
  }
  const params = { answerId: answer.answerId }
  await drafter.does(
    `${planYear}/${unitCode}/save`,
    feedbackRoutes.save,
    { params, body: { form } },
    answer.formRevision,
  )
}

function formOf(answer: AnswerView, opinion: OpinionContent, today: string): AnswerForm {
  const planIdOf = (planType: string) =>
    answer.plans.find((plan) => plan.planType === planType)?.planId ?? ''
  const comments = opinion.comments.map(({ planType, ...comment }) => ({
    ...comment,
    planId: planIdOf(planType),
  }))
  const requests = opinion.targetRequests.map((request) => ({
    planId: planIdOf(request.planType),
    targetCode: request.targetCode,
    requested: askedFor(answer, planIdOf(request.planType), request),
    reason: request.reason,
    particularity: request.particularity,
    feasibility: request.feasibility,
    commitment: request.commitment ?? '',
  }))
  return {
    stances: Object.fromEntries(
      Object.entries(opinion.stances).map(([planType, stance]) => [
        planIdOf(planType),
        { stance, remark: stance === 'DISAGREE' ? reasonOf(opinion, planType) : '' },
      ]),
    ),
    agreed: {},
    comments: Object.fromEntries(comments.map((comment) => [commentKey(comment), comment])),
    targetRequests: Object.fromEntries(requests.map((request) => [requestKey(request), request])),
    capacity: opinion.ownCapacity,
    ownAnswers: opinion.ownAnswers,
    questionsVersion: answer.asked.version,
    spokesperson: { name: 'đồng chí Chủ tịch', position: `Chủ tịch ${answer.unitName}` },
    meeting: { body: 'EXECUTIVE_COMMITTEE', heldOn: today, minutesNumber: '' },
    isConfirmed: true,
  }
}

/** Who disagrees says why: the first thing the unit has to say of that plan. */
function reasonOf({ comments }: OpinionContent, planType: string): string {
  return comments.find((comment) => comment.planType === planType)?.text ?? ''
}

function askedFor(
  answer: AnswerView,
  planId: string,
  { targetCode, share }: OpinionContent['targetRequests'][number],
): number {
  const plan = answer.plans.find((each) => each.planId === planId)
  const target = plan?.targets.find((each) => each.code === targetCode)
  return requestedValue(target?.allocation?.value ?? 0, share)
}
