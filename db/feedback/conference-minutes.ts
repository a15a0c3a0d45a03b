import { conferenceRoutes as routes } from '../../domain/feedback/conference.contract.ts'
import { type Grant, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { sha256Of } from '../canonical.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { signerOf } from '../signer.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import {
  conferenceForChange,
  type ConferenceRow,
  mustBeOpen,
  objectOf,
  pageOf,
} from './conference-row.ts'
import { contentOfMinutes, recordedIn, latestMinutes, type Minutes } from './minutes-row.ts'

/** From what was recorded to the paper: drawn up as often as needed until somebody has signed. */
const draw = performs(routes.drawConferenceMinutes, async ({ tx, caller }, { params }) => {
  const conference = await conferenceForChange(tx, params.conferenceId)
  const { id: conferenceId, federationId, unitId, state } = conference
  const as = mustAllow(routes.drawConferenceMinutes.deed, caller, { unitId, state })
  mustBeOpen(conference)
  if ((await clockOf(tx)) < conference.startsAt)
    throw new Refusal('feedback.meeting-not-begun', 'wrong-state')
  const earlier = await latestMinutes(tx, conferenceId)
  if (earlier && earlier.signatures.length > 0)
    throw new Refusal('feedback.minutes-under-signature', 'wrong-state')
  const content = await contentOfMinutes(tx, conference)
  const contentSha256 = sha256Of(content)
  const number = (earlier?.number ?? 0) + 1
  await tx
    .insertInto('conferenceMinutes')
    .values({
      conferenceId,
      number,
      federationId,
      content: JSON.stringify(content),
      contentSha256,
      drawnBy: caller.officialId,
    })
    .execute()
  await askForSignature(tx, conference, conference.chairId)
  return {
    reply: { number, contentSha256 },
    as,
    object: objectOf(conference),
    facts: { planYear: conference.planYear, number },
    content,
  }
})

/** The secretary has the minutes in the inbox already; whoever is in the chair gets them now. */
async function askForSignature(
  tx: Tx,
  conference: ConferenceRow,
  officialId: string,
): Promise<void> {
  const { id, federationId, cycleId, unitId, planYear, kind, minutesDueAt } = conference
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'feedback.signMinutes',
      objectType: 'conference',
      objectId: id,
      role: 'committeeLeader',
      unitId,
      officialId,
      params: { planYear, meeting: kind },
      link: pageOf(conference),
      dueAt: minutesDueAt,
    },
  ])
}

const sign = performs(routes.signConferenceMinutes, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const conference = await conferenceForChange(tx, params.conferenceId)
  const { id, state } = conference
  const named = [conference.chairId, conference.secretaryId]
  const officialId = named.find((each) => each === caller.officialId) ?? null
  const as = mustAllow(routes.signConferenceMinutes.deed, caller, { officialId, state })
  const minutes = await mustBeSignable(tx, conference, body)
  const side = caller.officialId === conference.chairId ? 'CHAIR' : 'SECRETARY'
  if (minutes.signatures.some((signature) => signature.side === side))
    throw new Refusal('feedback.minutes-signed-already', 'wrong-state')
  await keepSignature(stage, conference, { minutes, side })
  const isWhole = minutes.signatures.length > 0
  if (isWhole) await close(stage, conference)
  const kinds = side === 'CHAIR' ? ['feedback.signMinutes'] : ['feedback.minutes']
  await finishTasks(tx, { kinds, objectId: id, by: caller.officialId })
  return signed(conference, { as, isWhole, minutes })
})

type Signing = { number: number; contentSha256: string }

/** What is signed is the frozen text, hashed anew, and still what was recorded. */
async function mustBeSignable(
  tx: Tx,
  conference: ConferenceRow,
  { number, contentSha256 }: Signing,
): Promise<Minutes> {
  const minutes = found((await latestMinutes(tx, conference.id)) ?? undefined)
  if (minutes.number !== number || minutes.contentSha256 !== contentSha256)
    throw new Refusal('feedback.other-minutes', 'stale')
  const now = await contentOfMinutes(tx, conference)
  const isAsRecorded = sha256Of(recordedIn(now)) === sha256Of(recordedIn(minutes.content))
  if (sha256Of(minutes.content) !== contentSha256 || !isAsRecorded)
    throw new Refusal('feedback.minutes-outdated', 'stale')
  return minutes
}

type Signature = { minutes: Minutes; side: 'CHAIR' | 'SECRETARY' }

async function keepSignature(
  { tx, caller, at }: Stage,
  conference: ConferenceRow,
  { minutes, side }: Signature,
): Promise<void> {
  const signer = await signerOf(tx, caller)
  await tx
    .insertInto('conferenceSignature')
    .values({
      conferenceId: conference.id,
      minutesNumber: minutes.number,
      federationId: conference.federationId,
      side,
      officialId: caller.officialId,
      ...signer,
      contentSha256: minutes.contentSha256,
      signedAt: at,
    })
    .execute()
}

/** Both have signed: nothing is recorded any more, and the process has nothing left to wait for. */
async function close({ tx, key }: Stage, conference: ConferenceRow): Promise<void> {
  await tx
    .updateTable('conference')
    .set({ state: 'CLOSED', revision: conference.revision + 1 })
    .where('id', '=', conference.id)
    .execute()
  await requestProcess(tx, {
    federationId: conference.federationId,
    workflowType: 'consultation',
    workflowId: conference.processId,
    message: 'signal',
    name: 'calendarChanged',
    input: {},
    key: `minutes/${key}`,
  })
}

type Done = { as: Grant; isWhole: boolean; minutes: Minutes }

function signed(conference: ConferenceRow, { as, isWhole, minutes }: Done) {
  const { number, contentSha256 } = minutes
  return {
    reply: {
      conferenceId: conference.id,
      state: isWhole ? ('CLOSED' as const) : ('OPEN' as const),
    },
    as,
    object: objectOf(conference, conference.revision + (isWhole ? 1 : 0)),
    facts: { planYear: conference.planYear, number },
    content: { number, contentSha256 },
  }
}

export const conferenceMinutesPerformers: Performer[] = [draw, sign]
