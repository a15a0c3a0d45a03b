import { accountsRoutes } from '../../domain/federation/accounts.contract.ts'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import type { OwnAnswer, OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { done, type Walk } from './walk.ts'

/** The two keys of a unit, by user name. */
export type Unit = { name: string; drafter: string; president: string; isOpen: boolean }

/** Every unit of the round as the department's board names it, and whether it is waited for. */
export async function unitsOfRound({ calling, thisYear: planYear }: Walk): Promise<Unit[]> {
  const head = await calling('nhan.vth')
  const query = { status: 'all', size: 100 } as const
  const { rows } = done(await head.call(routes.board, { params: { planYear }, query }))
  const admin = await calling('quan.tm')
  const { accounts } = done(await admin.call(accountsRoutes.accounts, {}))
  return rows.map(({ unitName: name, status }) => {
    const holder = (role: string) =>
      accounts.find((one) => one.unitName === name && one.roles.some((each) => each === role))
    return {
      name,
      drafter: holder('unitDrafter')?.username ?? '',
      president: holder('unitHead')?.username ?? '',
      isOpen: ['notOpened', 'read', 'writing'].includes(status),
    }
  })
}

type Said = {
  stance: 'AGREE' | 'AGREE_IN_PRINCIPLE' | 'DISAGREE'
  remark?: string
  more?: (view: AnswerView) => Partial<AnswerForm>
}

/** One of many units disagrees; of the others half agree, and half in principle. */
export function saidBy(nth: number): Said {
  if (nth === 0) return { stance: 'DISAGREE', remark: 'Chỉ tiêu giao vượt số lao động của đơn vị.' }
  const stance = nth % 2 === 0 ? 'AGREE' : 'AGREE_IN_PRINCIPLE'
  return { stance, remark: 'Kế hoạch sát thực tế.' }
}

/** One unit answers in sessions of its own: written, passed on, signed. */
export async function answers(walk: Walk, unit: Unit, said: Said): Promise<void> {
  const drafter = await walk.calling(unit.drafter)
  const asking = { params: { planYear: walk.thisYear } }
  const view = done(await drafter.call(routes.myAnswer, asking))
  const params = { answerId: view.answerId }
  const form = { ...formOf(view, said), ...said.more?.(view) }
  const saved = await drafter.call(
    routes.save,
    { params, body: { form } },
    { revision: view.formRevision },
  )
  const { revision } = done(saved)
  done(await drafter.call(routes.sendOn, { params, body: {} }, { revision }))
  const president = await walk.calling(unit.president)
  done(await president.call(routes.sign, { params, body: {} }, { revision }))
}

function formOf(view: AnswerView, { stance, remark = '' }: Said): AnswerForm {
  return {
    ...view.form,
    stances: Object.fromEntries(view.plans.map(({ planId }) => [planId, { stance, remark }])),
    comments: {},
    targetRequests: {},
    ownAnswers: Object.fromEntries(
      view.asked.questions.map((question) => [question.id, anyAnswer(question)]),
    ),
    spokesperson: { name: 'Người phát ngôn', position: 'Chủ tịch' },
    isConfirmed: true,
  }
}

const anyAnswer = ({ kind, choices }: OwnQuestion): OwnAnswer =>
  kind === 'TEXT' ? 'Theo cụm.' : kind === 'CHOICE' ? (choices[0]?.id ?? '') : 1

/** What Bến Trúc says: a wording of its own, and fewer members than it was assigned. */
export function words(view: AnswerView): Partial<AnswerForm> {
  const [training, membership] = view.plans
  if (!training || !membership) throw new Error('there are two drafts')
  const assigned = membership.targets.find(({ code }) => code === 'M2')?.allocation?.value ?? 0
  return {
    comments: {
      [`${training.planId}:CLAUSE:II.1`]: {
        planId: training.planId,
        placeKind: 'CLAUSE',
        placeCode: 'II.1',
        kind: 'PROPOSAL',
        text: nightClasses,
        suggestedText: null,
      },
    },
    targetRequests: {
      [`${membership.planId}:TARGET:M2`]: {
        planId: membership.planId,
        targetCode: 'M2',
        requested: assigned - 100,
        reason: 'NO_PEOPLE',
        particularity: 'Hai doanh nghiệp lớn đã chuyển sang tỉnh khác.',
        feasibility: 'Có danh sách 12 doanh nghiệp còn lại.',
        commitment: '',
      },
    },
  }
}

export const nightClasses = 'Mở lớp buổi tối cho cán bộ làm ca ở Bến Trúc.'
