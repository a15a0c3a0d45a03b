import type { Logger } from 'pino'
import { standingOfApproval } from '../db/approval/standing.ts'
import { closeVoting } from '../db/approval/close-voting.ts'
import { raiseAttention } from '../db/attention.ts'
import { asSystem, clockOf } from '../db/context.ts'
import { openYearBySchedule } from '../db/cycle/open.ts'
import type { Db, Tx } from '../db/database.ts'
import { performerOf } from '../db/deeds.ts'
import { inEachFederation } from '../db/federations.ts'
import { closeRound } from '../db/feedback/close.ts'
import { nextOfRound } from '../db/feedback/next-moment.ts'
import { openObligations } from '../db/feedback/open.ts'
import { comeToMomentOfRound } from '../db/feedback/moments.ts'
import { doJobPage } from '../db/jobs.ts'
import { performAsked } from '../db/perform.ts'
import { federationOf, type ProcessOwner } from '../db/process-owner.ts'
import type { Ports } from '../workflows/activities.ts'
import { classActivities } from './class-activities.ts'
import { atTheEdge } from './edge.ts'
import { inspectionActivities } from './inspection-activities.ts'
import { rewardActivities } from './reward-activities.ts'
import { withSignsOfLife } from './sign-of-life.ts'
import { yearActivities } from './year-activities.ts'

type Hands = {
  db: Db
  /** A pool with the long time-outs of what is written to every unit at once. */
  wideDb: Db
  /** A pool with the short timeouts of a deed's local activity. */
  deedDb: Db
  log: Logger
}

/** The hands of the processes: each opens one transaction and leaves the rule to db and domain. */
export function openActivities({ db, wideDb, deedDb }: Hands): Ports {
  const inRound = <T>(roundId: string, work: (tx: Tx) => Promise<T>) =>
    inOwn(db, 'round', roundId, work)
  const inWholeRound = <T>(roundId: string, work: (tx: Tx) => Promise<T>) =>
    withSignsOfLife(() => inOwn(wideDb, 'round', roundId, work))
  const inApproval = <T>(id: string, work: (tx: Tx) => Promise<T>) =>
    inOwn(db, 'approval', id, work)

  return atTheEdge({
    performDeed: ({ key, forAllUnits }) =>
      forAllUnits
        ? withSignsOfLife(() => performAsked(wideDb, performerOf, key))
        : performAsked(deedDb, performerOf, key),

    ...yearActivities((id, work) => inOwn(db, 'cycle', id, work)),
    openYear: async ({ unitCode }) => {
      await inEachFederation(db, 'cycle-starter', (tx) => openYearBySchedule(tx, unitCode))
    },

    openObligations: async ({ roundId }) => {
      await inWholeRound(roundId, (tx) => openObligations(tx, roundId))
    },
    nextOfRound: ({ roundId }) => inRound(roundId, (tx) => nextOfRound(tx, roundId)),
    remindUnits: async ({ roundId, moment }) => {
      await inWholeRound(roundId, (tx) => comeToMomentOfRound(tx, roundId, moment))
    },
    closeRound: ({ roundId }) => inWholeRound(roundId, (tx) => closeRound(tx, roundId, null)),

    standingOfApproval: ({ approvalId }) =>
      inApproval(approvalId, (tx) => standingOfApproval(tx, approvalId)),
    closeVoting: ({ approvalId }) =>
      inApproval(approvalId, async (tx) => closeVoting(tx, approvalId, await clockOf(tx))),

    ...classActivities((id, work) => inOwn(db, 'training_class', id, work)),
    ...inspectionActivities((id, work) => inOwn(db, 'inspection', id, work)),
    ...rewardActivities((id, work) => inOwn(db, 'commendation', id, work)),

    doJobPage: ({ jobId }) =>
      withSignsOfLife(() => inOwn(db, 'job', jobId, (tx) => doJobPage(tx, jobId))),

    raiseAttention: async (raised) => {
      const federationId = await federationOf(db, 'workflow', raised.workflowId)
      return asSystem(db, { federationId, process: raised.workflowId }, (tx) =>
        raiseAttention(tx, federationId, raised),
      )
    },
  } satisfies Ports)
}

async function inOwn<T>(
  db: Db,
  owner: ProcessOwner,
  id: string,
  work: (tx: Tx, federationId: string) => Promise<T>,
): Promise<T> {
  const federationId = await federationOf(db, owner, id)
  return asSystem(db, { federationId, process: `${owner}/${id}` }, (tx) => work(tx, federationId))
}
