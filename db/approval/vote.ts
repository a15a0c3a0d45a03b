import { obstaclesToVoting } from '../../domain/approval/ballot.ts'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { type Caller, type Grant, mustAllow, verdictOn } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { standingCommittee } from '../revision/committee.ts'
import { refuse } from '../revision/standing.ts'
import { finishingTasks } from '../tasks.ts'
import { approvalForChange, approvalOf, type ApprovalRow, objectOf } from './approval-row.ts'
import { ballotView } from './ballots.ts'

export const readDossier = performs(routes.readDossier, async ({ tx, caller, at }, { params }) => {
  const approval = await approvalOf(tx, params.approvalId)
  const as = mustAllow(deeds.dossierRead, caller, { state: approval.state })
  const { id: approvalId, federationId } = approval
  const row = await tx
    .insertInto('dossierReading')
    .values({ approvalId, federationId, officialId: caller.officialId, firstReadAt: at })
    // @NOTE only the first reading counts; an update that changes nothing returns the row as it is
    .onConflict((conflict) =>
      conflict
        .columns(['approvalId', 'officialId'])
        .doUpdateSet((update) => ({ firstReadAt: update.ref('dossierReading.firstReadAt') })),
    )
    .returning('firstReadAt')
    .executeTakeFirstOrThrow()
  return {
    reply: { readAt: row.firstReadAt },
    as,
    object: objectOf(approval, approval.revision),
    facts: { title: approval.title },
    content: { contentSha256: approval.contentSha256 },
  }
})

export const markPlace = performs(routes.markPlace, async ({ tx, caller }, { params, body }) => {
  const approval = await approvalOf(tx, params.approvalId)
  const as = mustAllow(deeds.dossierMarked, caller, { state: approval.state })
  await tx
    .updateTable('dossierReading')
    .set({ placeCode: body.placeCode })
    .where('approvalId', '=', approval.id)
    .where('officialId', '=', caller.officialId)
    .execute()
  return { reply: body, as, object: objectOf(approval, approval.revision) }
})

export const castBallot = performs(
  routes.castBallot,
  async ({ tx, caller }, { params, body }) => {
    const approval = await approvalForChange(tx, params.approvalId)
    const as = mustBeVoting(caller, approval)
    await mustBeInOrder(tx, caller, approval, body)
    const { vote, remark, contentSha256 } = body
    const cast = await tx
      .insertInto('ballot')
      .values({
        vote,
        remark,
        contentSha256,
        federationId: approval.federationId,
        approvalId: approval.id,
        officialId: caller.officialId,
      })
      .returning(['id', 'castAt'])
      .executeTakeFirstOrThrow()
    const voted = finishingTasks({
      kinds: ['approval.vote'],
      objectId: approval.id,
      by: caller.officialId,
      officialId: caller.officialId,
    })
    const ballot = { vote, remark, order: Number(cast.id), castAt: cast.castAt }
    const reply = ballotView(approval.planYear, ballot)
    return {
      reply,
      as,
      object: objectOf(approval, approval.revision),
      // @NOTE the history is read by all offices: it tells that somebody voted, never how
      facts: { title: approval.title, reference: reply.reference },
      content: { vote, remark, contentSha256, officialId: caller.officialId },
      process: { state: approval.state, id: approval.id },
      writes: [voted],
    }
  },
  async (tx, { params }) => (await approvalOf(tx, params.approvalId)).processId,
)

/** Who comes after the close is told so; who may not vote at all is told that instead. */
function mustBeVoting(caller: Caller, approval: ApprovalRow): Grant {
  const subject = { state: approval.state }
  const verdict = verdictOn(deeds.ballotCast, caller, subject)
  const isLate = !verdict.allowed && verdict.kind === 'wrong-state' && approval.state !== 'CHECKING'
  if (isLate) throw new Refusal('approval.voting-closed', 'wrong-state')
  return mustAllow(deeds.ballotCast, caller, subject)
}

type Wanted = Pick<Parameters<typeof obstaclesToVoting>[0], 'vote' | 'remark'> & {
  contentSha256: string
}

async function mustBeInOrder(tx: Tx, caller: Caller, approval: ApprovalRow, wanted: Wanted) {
  const { members } = await standingCommittee(tx, approval.federationId)
  const obstacles = obstaclesToVoting({
    vote: wanted.vote,
    remark: wanted.remark,
    readSha256: wanted.contentSha256,
    contentSha256: approval.contentSha256,
    isMember: members.some(({ officialId }) => officialId === caller.officialId),
    // The approval is held by now: no close can come between this reading and the ballot.
    now: await clockOf(tx),
    dueAt: approval.dueAt,
    closedAt: approval.decidedAt,
  })
  const [first] = obstacles
  if (first?.code === 'approval.voting-closed') throw new Refusal(first.code, 'wrong-state')
  if (first?.code === 'approval.not-a-member') throw new Refusal(first.code, 'not-allowed')
  if (first?.code === 'approval.other-text-read') throw new Refusal(first.code, 'stale')
  refuse('approval.ballot-not-in-order', obstacles)
}
