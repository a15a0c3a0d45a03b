import { checksAre, type CheckKind, obstaclesToChecking } from '../../domain/approval/checks.ts'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { dueInstant } from '../../domain/grammar/working-days.ts'
import type { Tx } from '../database.ts'
import { tell } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { standingCommittee } from '../revision/committee.ts'
import { momentOf } from '../revision/plan.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import {
  approvalForChange,
  approvalOf,
  type ApprovalRow,
  drafterIdsOf,
  linkTo,
  objectOf,
} from './approval-row.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { moveApproval, returnPlan, taskOf } from './move.ts'

/** Working days that the members have at least, however late the checks were. */
const LEAST_VOTING_DAYS = 3

type Checked = { outcome: 'PASSED' | 'RETURNED'; remark: string | null }
type Given = { params: { approvalId: string }; body: Checked }

const processOf = async (tx: Tx, { params }: { params: { approvalId: string } }) =>
  (await approvalOf(tx, params.approvalId)).processId

export const checkContent = performs(
  routes.checkContent,
  (stage, given) => check(stage, 'CONTENT', given),
  processOf,
)

export const checkForm = performs(
  routes.checkForm,
  (stage, given) => check(stage, 'FORM', given),
  processOf,
)

async function check(stage: Stage, kind: CheckKind, { params, body }: Given) {
  const { tx, caller } = stage
  const approval = await approvalForChange(tx, params.approvalId)
  const deed = kind === 'CONTENT' ? deeds.contentChecked : deeds.formChecked
  const as = mustAllow(deed, caller, { state: approval.state })
  const earlier = await checksOf(tx, approval.id)
  if (earlier.some((each) => each.kind === kind))
    throw new Refusal('approval.already-checked', 'wrong-state')
  refuse(
    'approval.check-not-in-order',
    obstaclesToChecking({
      kind,
      checkerId: caller.officialId,
      drafterIds: drafterIdsOf(approval),
      otherCheckerId: earlier[0]?.checkedBy ?? null,
      ...body,
    }),
  )
  await tx
    .insertInto('approvalCheck')
    .values({
      ...body,
      kind,
      approvalId: approval.id,
      federationId: approval.federationId,
      checkedBy: caller.officialId,
    })
    .execute()
  const task = kind === 'CONTENT' ? 'approval.checkContent' : 'approval.checkForm'
  await finishTasks(tx, { kinds: [task], objectId: approval.id, by: caller.officialId })
  const state = await goOn(stage, approval, [...earlier, { kind, ...body }])
  return {
    reply: { approvalId: approval.id, state },
    as,
    object: objectOf(approval),
    facts: { title: approval.title, outcome: body.outcome },
    content: { kind, ...body, contentSha256: approval.contentSha256 },
    process: { state, id: approval.id },
  }
}

async function checksOf(tx: Tx, approvalId: string) {
  const rows = await tx
    .selectFrom('approvalCheck')
    .select(['kind', 'outcome', 'checkedBy', 'remark'])
    .where('approvalId', '=', approvalId)
    .execute()
  return rows.map(({ kind, outcome, ...row }) => ({
    ...row,
    kind: kind === 'FORM' ? ('FORM' as const) : ('CONTENT' as const),
    outcome: outcome === 'PASSED' ? ('PASSED' as const) : ('RETURNED' as const),
  }))
}

type Result = Checked & { kind: CheckKind }

async function goOn(stage: Stage, approval: ApprovalRow, results: readonly Result[]) {
  switch (checksAre(results)) {
    case 'open':
      return 'CHECKING' as const
    case 'returned': {
      const { tx, caller, at, key } = stage
      const reason = results.find(({ outcome }) => outcome === 'RETURNED')?.remark ?? ''
      await returnPlan(tx, approval, { officialId: caller.officialId, reason, at, key })
      return 'RETURNED' as const
    }
    case 'passed':
      await callTheCommittee(stage, approval)
      return 'AWAITING_COMMITTEE' as const
  }
}

async function callTheCommittee({ tx, at }: Stage, approval: ApprovalRow): Promise<void> {
  const holidays = await holidaysOf(tx)
  const soonest = dueInstant({ openedAt: at, workingDays: LEAST_VOTING_DAYS }, holidays)
  const planned = (await momentOf(tx, approval.cycleId, 'voteDue')) ?? soonest
  const dueAt = Date.parse(planned) > Date.parse(at) ? planned : soonest
  const state = 'AWAITING_COMMITTEE'
  await moveApproval(tx, approval, { to: state, planState: state, dueAt })
  const { members } = await standingCommittee(tx, approval.federationId)
  await openTasks(
    tx,
    members.map(({ officialId }) => ({
      ...taskOf(approval, { kind: 'approval.vote', role: 'committeeMember', dueAt }),
      officialId,
    })),
  )
  await tell(
    tx,
    approval.federationId,
    members.map(({ officialId }) => officialId),
    {
      eventKey: `approval/${approval.id}/vote`,
      textKey: 'approval.letters.vote',
      params: { planTitle: approval.title, dueOn: dayOfInstant(dueAt) },
      link: linkTo(approval),
    },
  )
}
