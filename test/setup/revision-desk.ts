import { asSystem } from '../../db/context.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { consolidationOf } from '../../db/revision/consolidation.ts'
import { everyCommentOf } from '../../db/revision/opinions.ts'
import { targetRequestsOf } from '../../db/revision/target-requests.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type {
  CommentRow,
  ConsolidationView,
  TargetRequests,
} from '../../domain/revision/views.contract.ts'
import { copiedScene } from './copied-scene.ts'
import type { FreshDatabase } from './database.ts'
import { type Desk, deskAt } from './draft-desk.ts'
import { type SmallFederation, smallFederation } from './small-federation.ts'
import { writeSmallPlan } from './small-plan.ts'

const planYear = 2027

/** The table with all its pages, and what units ask about their targets. */
type Consolidation = ConsolidationView &
  Pick<TargetRequests, 'requests' | 'targets'> & { comments: CommentRow[] }

/** A year whose round is over: comments and one target request wait for the department. */
export type RevisionDesk = Desk & {
  planId: string
  comments: string[]
  requestId: string
  consolidation(): Promise<Consolidation>
  /** Everything answered; the plan can go to the checks. */
  finish(): Promise<void>
  submit(who?: string): Promise<string>
}

type Wish = { comments: number; planType: 'TRAINING' | 'MEMBERSHIP_DEVELOPMENT' }
type Told = { federation: SmallFederation; planId: string; comments: string[]; requestId: string }

async function closeSmallRound(database: FreshDatabase, { comments, planType }: Wish) {
  const federation = await smallFederation(database.ownerUrl, 4)
  const desk = deskAt(database, federation)
  await desk.openYear(planYear)
  const planId = await writeSmallPlan(desk, planYear, planType)
  await desk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await desk.does('head', draftRoutes.forward, { params: { planId } })
  await desk.does('leader', draftRoutes.publish, { params: { planYear }, body: { graceDays: 0 } })
  const roundId = await roundOf(desk)
  const answered = await answerAs(desk, { planId, roundId, comments })
  await asSystem(desk.db, { federationId: federation.federationId, process: 'test' }, (tx) =>
    closeRound(tx, roundId, 'Thử nghiệm'),
  )
  await desk.leave()
  return { federation, planId, ...answered }
}

const closedRound = copiedScene(closeSmallRound)

const submittedPlan = copiedScene(async (database, wish: Wish) => {
  const told = await closeSmallRound(database, wish)
  const desk = revisionAt(database, told)
  await desk.finish()
  const approvalId = await desk.submit()
  await desk.leave()
  return { ...told, approvalId }
})

const usual: Wish = { comments: 3, planType: 'TRAINING' }

export async function openRevisionDesk(wish: Partial<Wish> = {}): Promise<RevisionDesk> {
  const { database, told } = await closedRound({ ...usual, ...wish })
  return revisionAt(database, told)
}

/** Everything is answered, and the plan lies with those who check it. */
export async function openSubmittedDesk(
  wish: Partial<Wish> = {},
): Promise<RevisionDesk & { approvalId: string }> {
  const { database, told } = await submittedPlan({ ...usual, ...wish })
  return { ...revisionAt(database, told), approvalId: told.approvalId }
}

function revisionAt(
  database: FreshDatabase,
  { federation, planId, comments, requestId }: Told,
): RevisionDesk {
  const desk = deskAt(database, federation)
  const consolidation = () =>
    desk.reads('drafter', async (entered) => {
      const { requests, targets } = await targetRequestsOf(entered.tx, planId)
      const every: CommentRow[] = []
      for await (const each of everyCommentOf(entered, planId)) every.push(each)
      const view = await consolidationOf(entered, planId)
      return { ...view, requests, targets, comments: every }
    })
  const finish = async () => {
    const { comments: unanswered, requests } = await consolidation()
    for (const { id, disposition } of unanswered)
      if (!disposition)
        await desk.does('drafter', routes.disposeComment, {
          params: { commentId: id },
          body: { disposition: 'ACCEPTED', changedPlaces: ['II.1'] },
        })
    const [request] = requests
    if (request && !request.decision)
      await desk.does('drafter', routes.decideRequest, {
        params: { requestId: request.id },
        body: { outcome: 'ACCEPTED', granted: request.requested },
      })
  }
  return {
    ...desk,
    planId,
    comments,
    requestId,
    consolidation,
    finish,
    submit: async (who = 'head') =>
      (await desk.does(who, routes.submitPlan, { params: { planId }, body: {} })).approvalId,
  }
}

async function roundOf(desk: Desk): Promise<string> {
  const [round] = await desk.asOwner('select id from round')
  return String(round?.id)
}

type Answering = { planId: string; roundId: string; comments: number }

/** The first unit's signed answer, as its own deeds would have left it. */
async function answerAs(desk: Desk, { planId, roundId, comments }: Answering) {
  const { federationId, units } = desk.federation
  const [unit] = units
  const signer = desk.federation.person('unit1.head').officialId
  const [answer] = await desk.asOwner(
    `insert into answer (federation_id, round_id, unit_id, unit_path, number, state, version, comment_count)
     values ($1, $2, $3, $4::ltree, 'GY-2027-0001', 'SUBMITTED', 1, $5::int) returning id`,
    [federationId, roundId, unit?.id, unit?.path, comments],
  )
  const of = [answer?.id, federationId, unit?.id]
  await desk.asOwner(
    `insert into answer_version (answer_id, version, federation_id, unit_id, form, content_sha256, signed_by, is_late)
     values ($1, 1, $2, $3, '{}', 'x', $4, false)`,
    [...of, signer],
  )
  await desk.asOwner(
    `insert into stance (answer_id, version, plan_id, federation_id, unit_id, stance)
     values ($1, 1, $4, $2, $3, 'AGREE_IN_PRINCIPLE')`,
    [...of, planId],
  )
  const inserted = await desk.asOwner(
    `insert into comment (answer_id, version, federation_id, unit_id, round_id, plan_id, position, place_kind,
       place_code, kind, text)
     select $1, 1, $2, $3, $4, $5, n, 'CLAUSE', 'II.1', 'PROPOSAL', 'Chia lớp thành hai đợt, học theo cụm, số ' || n
     from generate_series(1, $6::int) n returning id, position`,
    [...of, roundId, planId, comments],
  )
  const [request] = await desk.asOwner(
    `insert into target_request (answer_id, version, federation_id, unit_id, round_id, plan_id, target_code,
       assigned, requested, reason, particularity, feasibility)
     select $1, 1, $2, $3, $4, $5, t.code, 100, 80, 'NO_PEOPLE', 'Ít cán bộ mới', 'Đạt được'
     from target t where t.plan_id = $5 and t.is_allocated returning id`,
    [...of, roundId, planId],
  )
  return {
    comments: inserted
      .toSorted((a, b) => Number(a.position) - Number(b.position))
      .map(({ id }) => String(id)),
    requestId: String(request?.id),
  }
}
