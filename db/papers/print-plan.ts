import { z } from 'zod'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { type PlanContent, planContent } from '../../domain/draft/plan-content.ts'
import { day } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { papersDeeds as deeds } from '../../domain/papers/deeds.ts'
import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'
import { SIGNING_CAPACITIES } from '../../domain/papers/signing.ts'
import type { Entered } from '../context.ts'
import { givenVersion } from '../draft/given-version.ts'
import { versionContent } from '../draft/version.ts'
import { workingContent } from '../draft/working-content.ts'
import { found } from '../subject.ts'
import { setPlan } from './set-plan.ts'

/** What a paper keeps of its signer: later, the person may hold another position. */
const paperContent = z.object({
  plan: planContent,
  signer: z.object({
    name: z.string(),
    position: z.string(),
    capacity: z.enum(SIGNING_CAPACITIES),
  }),
})

/**
 * The plan as it stands on paper: what was issued; before that the published version; and for the
 * offices, while they write, the text as it is now.
 */
export async function printedPlan(entered: Entered, planId: string): Promise<PrintedPlanView> {
  const plan = found(await planRow(entered, planId))
  const { paper, ...text } = await textOf(entered, plan)
  return {
    ...setPlan({ ...text, paper, keptBy: plan.keptBy ?? 'Văn phòng' }),
    planId,
    planYear: plan.planYear,
    state: plan.state,
    contentSha256: text.contentSha256,
    receipt: await receiptOf(entered, plan.paperId),
  }
}

/** While a published plan is written anew, its working text is the next draft. */

function planRow({ tx }: Entered, planId: string) {
  return tx
    .selectFrom('plan')
    .leftJoin('department', 'department.id', 'plan.departmentId')
    .leftJoin('paper', (join) =>
      join.onRef('paper.planId', '=', 'plan.id').on('paper.state', '<>', 'VOID'),
    )
    .select([
      'plan.id',
      'plan.planYear',
      'plan.state',
      'plan.publishedVersion',
      givenVersion('plan').as('givenVersion'),
      'department.shortName as keptBy',
      'paper.id as paperId',
      'paper.state as paperState',
      'paper.number',
      'paper.issuedOn',
      'paper.content',
      'paper.contentSha256',
    ])
    .where('plan.id', '=', planId)
    .executeTakeFirst()
}

type PlanRow = NonNullable<Awaited<ReturnType<typeof planRow>>>

type Text = {
  content: PlanContent
  contentSha256: string | null
  /** 0 for a text that no version holds yet, else the version it is or is going to be. */
  draft: number | null
  paper: {
    number: number
    issuedOn: ReturnType<typeof day>
    signer: z.output<typeof paperContent>['signer']
  } | null
}

async function textOf({ tx, caller }: Entered, plan: PlanRow): Promise<Text> {
  const isOffice = caller.grants.some((grant) => grant.ofFederation)
  const { number, issuedOn, contentSha256, publishedVersion } = plan
  // A number that is not issued yet is the clerk's own matter.
  if (plan.content && number && issuedOn && (isOffice || plan.paperState === 'ISSUED')) {
    const { plan: content, signer } = paperContent.parse(plan.content)
    const paper = { number, issuedOn: day(issuedOn), signer }
    return { content, contentSha256, draft: null, paper }
  }
  if (isOffice && (publishedVersion === 0 || isBeingRevised(plan.state))) {
    const content = await workingContent(tx, plan.id)
    return { content, contentSha256: null, draft: publishedVersion + 1, paper: null }
  }
  const given = isOffice ? publishedVersion : plan.givenVersion
  if (given === 0) return found<Text>(undefined)
  const version = await versionContent(tx, plan.id, given)
  const { content } = version
  return { content, contentSha256: version.contentSha256, draft: given, paper: null }
}

async function receiptOf(
  { tx, caller }: Entered,
  paperId: string | null,
): Promise<PrintedPlanView['receipt']> {
  const mine = caller.grants.find((grant) => !grant.ofFederation)
  if (!paperId || !mine) return null
  const row = await tx
    .selectFrom('receipt')
    .select('receivedAt')
    .where('paperId', '=', paperId)
    .where('unitId', '=', mine.unitId)
    .executeTakeFirst()
  if (!row) return null
  const { unitId, unitName } = mine
  const state = row.receivedAt ? 'RECEIVED' : 'SENT'
  const actions = allowedActions([deeds.receiptAcknowledged], caller, { unitId, state })
  return { paperId, unitId, unitName, ...row, allowedActions: actions }
}
