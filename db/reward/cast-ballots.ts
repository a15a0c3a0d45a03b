import { mustAllow, verdictOn } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { isOwn, obstaclesToCasting } from '../../domain/reward/council.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks } from '../tasks.ts'
import { seatsOf } from './council-members.ts'
import { ballotsOf, filesOf, type FileRow, subjectOf } from './files.ts'
import { objectOf, processOfRound, roundForChange, type RoundRow } from './round-row.ts'

/** A member's votes on the files; each stays, the last on a file counts until the close. */
export const castBallots = performs(
  routes.castBallots,
  async (stage, { params, body }) => {
    const { tx, caller } = stage
    const round = await roundForChange(tx, params.commendationId)
    const as = mustBeVoting(stage, round)
    const files = (await filesOf(tx, round.id)).filter(({ state }) => state === 'CHECKED')
    await mustBeInOrder(stage, round, { files, ...body })
    const cast = await tx
      .insertInto('awardBallot')
      .values(
        body.votes.map((vote) => ({
          ...vote,
          federationId: round.federationId,
          commendationId: round.id,
          officialId: caller.officialId,
          contentSha256: body.contentSha256,
        })),
      )
      .returning('castAt')
      .execute()
    await finishVoting(tx, round, { officialId: caller.officialId, files })
    return {
      reply: { castAt: cast[0]?.castAt ?? stage.at, votes: cast.length },
      as,
      object: objectOf(round, round.revision),
      // @NOTE the history is read by all offices: it tells that somebody voted, never how
      facts: { title: round.title, votes: cast.length },
      content: { ...body, officialId: caller.officialId },
      process: { state: round.state, id: round.id },
    }
  },
  processOfRound,
)

/** Who comes after the close is told so; who may not vote at all is told that instead. */
function mustBeVoting({ caller }: Stage, round: RoundRow) {
  const verdict = verdictOn(deeds.ballotCast, caller, { state: round.state })
  const isBefore = round.state === 'FILING' || round.state === 'CHECKING'
  if (!verdict.allowed && verdict.kind === 'wrong-state' && !isBefore)
    throw new Refusal('reward.voting-closed', 'wrong-state')
  return mustAllow(deeds.ballotCast, caller, { state: round.state })
}

type Cast = {
  files: readonly FileRow[]
  votes: Parameters<typeof obstaclesToCasting>[0]['votes']
  contentSha256: string
}

async function mustBeInOrder({ tx, caller }: Stage, round: RoundRow, cast: Cast): Promise<void> {
  const seats = await seatsOf(tx, round.bodyId)
  // The round is held by now: no close can come between this reading and the ballots.
  if (Date.parse(await clockOf(tx)) > Date.parse(round.councilDueAt))
    throw new Refusal('reward.voting-closed', 'wrong-state')
  const obstacles = obstaclesToCasting({
    votes: cast.votes,
    member: seats.find(({ officialId }) => officialId === caller.officialId),
    subjects: cast.files.map(subjectOf),
    readSha256: cast.contentSha256,
    contentSha256: round.contentSha256,
  })
  const code = obstacles[0]?.code
  if (code === 'reward.not-a-member') throw new Refusal(code, 'not-allowed')
  if (code === 'reward.other-files-read') throw new Refusal(code, 'stale')
  if (code === 'reward.own-award')
    throw new Refusal(code, 'not-allowed', {
      faults: [{ code, at: obstacles[0]?.at ?? '' }],
    })
  refuse('reward.ballots-not-in-order', obstacles)
}

type Voted = { officialId: string; files: readonly FileRow[] }

/** The task is done once the member has voted on every file on which they may. */
async function finishVoting(tx: Tx, round: RoundRow, { officialId, files }: Voted): Promise<void> {
  const seats = await seatsOf(tx, round.bodyId)
  const member = seats.find((seat) => seat.officialId === officialId)
  const ballots = (await ballotsOf(tx, round.id)).filter(({ memberId }) => memberId === officialId)
  const isOpen = files.some(
    (file) =>
      member &&
      !isOwn(member, subjectOf(file)) &&
      !ballots.some(({ fileId }) => fileId === file.id),
  )
  if (isOpen) return
  await finishTasks(tx, {
    kinds: ['reward.vote'],
    objectId: round.id,
    by: officialId,
    officialId,
  })
}
