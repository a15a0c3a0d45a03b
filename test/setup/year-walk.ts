import { randomUUID } from 'node:crypto'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { type AnswerView, feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import type { GivenOf, ReplyOf, Route } from '../../domain/grammar/route.ts'
import { papersRoutes } from '../../domain/papers/papers.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import type { Answer, Person } from '../../local/signed-in.ts'
import { signIn } from './person.ts'
import type { SmallFederation } from './small-federation.ts'
import { writeSmallPlan } from './small-plan.ts'
import { ownerPool } from './owner-pool.ts'

/** The year that a leader would open today (settled 1). */
export const planYear = new Date(Date.now() + 60 * 86_400_000).getFullYear()
const ofYear = { params: { planYear } }
type Sending = { revision?: number; key?: string }

/** A year that its people walk through over HTTP, from whichever house stands at the address. */
export type YearWalk = {
  federation: SmallFederation
  person(who: string): Promise<Person>
  /** Signs in anew at the next call: the session is gone. */
  forget(who: string): void
  calls<R extends Route>(
    who: string,
    route: R,
    given: Partial<GivenOf<R>>,
    sending?: Sending,
  ): Promise<Answer<ReplyOf<R>>>
  /** The same until a starting process answers; throws at a refusal. */
  does<R extends Route>(
    who: string,
    route: R,
    given: Partial<GivenOf<R>>,
    sending?: Sending,
  ): Promise<ReplyOf<R>>
  asOwner(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>
}

type Place = { address: string; ownerUrl: string; federation: SmallFederation }

export function openYearWalk({ address, ownerUrl, federation }: Place): YearWalk {
  const people = new Map<string, Promise<Person>>()
  const owner = ownerPool(ownerUrl)
  const person = (who: string) => {
    const known = people.get(who) ?? signIn(address, who)
    people.set(who, known)
    return known
  }
  const calls: YearWalk['calls'] = async (who, route, given, sending) =>
    (await person(who)).call(route, given, sending)
  return {
    federation,
    person,
    forget: (who) => void people.delete(who),
    calls,
    async does(who, route, given, sending) {
      const said = `${who}: ${route.method} ${route.path}`
      const sameDeed = { key: randomUUID(), ...sending }
      const { body, status } = await untilAnswered(() => calls(who, route, given, sameDeed))
      if (status !== 200) throw new Error(`${said}: ${status} ${JSON.stringify(body)}`)
      return body
    },
    asOwner: async (statement, values = []) => (await owner.query(statement, values)).rows,
  }
}

/** A process that is only being started cannot do a deed yet: 503, and the same key again. */
export async function untilAnswered<T>(
  call: () => Promise<Answer<T>>,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Answer<T>> {
  for (let tries = 0; ; tries += 1) {
    const answer = await call()
    if (answer.status !== 503 || tries === 60) return answer
    await meanwhile()
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

export async function openYear(walk: YearWalk): Promise<void> {
  await walk.does('leader', cycleRoutes.openCycle, { body: { planYear } })
  const body = { reason: 'Năm đầu dùng phần mềm' }
  await walk.does('head', cycleRoutes.skipNeeds, { ...ofYear, body })
}

/** Written, sent on, forwarded and published: the round opens. */
export async function publishDraft(walk: YearWalk): Promise<{ planId: string; roundId: string }> {
  const planId = await writeSmallPlan(walk, planYear)
  await walk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await walk.does('head', draftRoutes.forward, { params: { planId } })
  const { roundId } = await walk.does('leader', draftRoutes.publish, {
    ...ofYear,
    body: { graceDays: 0 },
  })
  await untilTrue(
    async () => (await walk.calls('unit1.drafter', feedbackRoutes.myAnswer, ofYear)).status === 200,
  )
  return { planId, roundId }
}

export async function untilTrue(isSo: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const until = Date.now() + withinMs; !(await isSo());) {
    if (Date.now() > until) throw new Error(`not so within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A complete answer to what was consulted on: one comment, one request about the own share. */
export function completeForm(view: AnswerView): AnswerForm {
  const [plan] = view.plans
  if (!plan) throw new Error('no plan is consulted on')
  const { planId } = plan
  const target = plan.targets.find(({ allocation }) => allocation)
  const comment = {
    planId,
    placeKind: 'CLAUSE' as const,
    placeCode: 'II.1',
    kind: 'PROPOSAL' as const,
    text: 'Chia lớp thành hai đợt, học theo cụm.',
    suggestedText: 'Mở 2 lớp, mỗi lớp hai đợt.',
  }
  return {
    ...EMPTY_FORM,
    stances: { [planId]: { stance: 'AGREE_IN_PRINCIPLE', remark: '' } },
    comments: { [`${planId}:CLAUSE:II.1`]: comment },
    targetRequests: target
      ? {
          [`${planId}:TARGET:${target.code}`]: {
            planId,
            targetCode: target.code,
            requested: 80,
            reason: 'NO_PEOPLE',
            particularity: 'Ít cán bộ mới.',
            feasibility: 'Đạt được 80 người.',
            commitment: '',
          },
        }
      : {},
    spokesperson: { name: 'Phạm Đức Thuỷ', position: 'Chủ tịch' },
    isConfirmed: true,
  }
}

/** Saves and sends on for the n-th unit; what is left is the signature. */
export async function writeAnswer(walk: YearWalk, unit: number) {
  const view = await walk.does(`unit${unit}.drafter`, feedbackRoutes.myAnswer, ofYear)
  const params = { answerId: view.answerId }
  const saved = await walk.does(
    `unit${unit}.drafter`,
    feedbackRoutes.save,
    { params, body: { form: completeForm(view) } },
    { revision: view.formRevision },
  )
  const { revision } = saved
  await walk.does(`unit${unit}.drafter`, feedbackRoutes.sendOn, { params }, { revision })
  return { params, revision }
}

export async function signAnswer(walk: YearWalk, unit: number): Promise<string> {
  const { params, revision } = await writeAnswer(walk, unit)
  await walk.does(`unit${unit}.head`, feedbackRoutes.sign, { params }, { revision })
  return params.answerId
}

export async function closeRound(walk: YearWalk, roundId: string): Promise<void> {
  const body = { reason: 'Đã đủ ý kiến cần thiết' }
  await walk.does('leader', feedbackRoutes.close, { params: { roundId }, body })
}

/** Every comment disposed, every request decided, and the plan handed to the checkers. */
export async function submitPlan(walk: YearWalk, planId: string): Promise<string> {
  const params = { planId }
  const { requests } = await walk.does('drafter', revisionRoutes.targetRequests, { params })
  const everything = { params, query: { size: 200 } }
  const { opinions } = await walk.does('drafter', revisionRoutes.opinions, everything)
  for (const { id } of opinions.filter(({ disposition }) => !disposition))
    await walk.does(
      'drafter',
      revisionRoutes.disposeComment,
      { params: { commentId: id }, body: { disposition: 'ACCEPTED', changedPlaces: ['II.1'] } },
      { revision: 0 },
    )
  for (const { id, assigned } of requests.filter(({ decision }) => !decision))
    await walk.does(
      'drafter',
      revisionRoutes.decideRequest,
      {
        params: { requestId: id },
        body: { outcome: 'NOT_ACCEPTED', granted: assigned, explanation: 'Giữ chỉ tiêu đã giao' },
      },
      { revision: 0 },
    )
  return (await walk.does('head', revisionRoutes.submitPlan, { params, body: {} })).approvalId
}

export async function passChecks(walk: YearWalk, approvalId: string): Promise<void> {
  const given = { params: { approvalId }, body: { outcome: 'PASSED' } } as const
  await walk.does('contentChecker', approvalRoutes.checkContent, given)
  await walk.does('formChecker', approvalRoutes.checkForm, given)
}

export async function shaOf(walk: YearWalk, approvalId: string): Promise<string> {
  const [row] = await walk.asOwner('select content_sha256 from approval where id = $1', [
    approvalId,
  ])
  return String(row?.content_sha256)
}

export async function approve(walk: YearWalk, approvalId: string): Promise<void> {
  const params = { approvalId }
  const contentSha256 = await shaOf(walk, approvalId)
  for (const who of ['leader', 'member1', 'member2', 'member3'])
    await walk.does(who, approvalRoutes.castBallot, {
      params,
      body: { vote: 'AGREE', contentSha256 },
    })
  const body = { reason: 'Đã đủ phiếu' }
  await walk.does('leader', approvalRoutes.closeVoting, { params, body })
}

export async function signPlan(walk: YearWalk, approvalId: string): Promise<void> {
  const body = { contentSha256: await shaOf(walk, approvalId) }
  await walk.does('leader', approvalRoutes.signApproval, { params: { approvalId }, body })
}

export async function issue(walk: YearWalk, approvalId: string): Promise<string> {
  const { paperId } = await walk.does('clerk', papersRoutes.numberPaper, {
    params: { approvalId },
    body: {},
  })
  await walk.does('clerk', papersRoutes.issuePaper, { params: { paperId }, body: {} })
  return paperId
}
