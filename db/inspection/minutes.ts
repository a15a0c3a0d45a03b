import type { Caller, Grant } from '../../domain/grammar/deed.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { obstaclesToMinutes } from '../../domain/inspection/finding.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { InspectionState } from '../../domain/inspection/states.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { signerOf } from '../signer.ts'
import { found } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { endVisit } from './end-visit.ts'
import { contentOf, criteriaOf } from './findings.ts'
import { factsOf, inspectionForChange, type InspectionRow, objectOf } from './inspection-row.ts'
import { latestMinutes, type Minutes } from './minutes-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { mustBeInTeam, teamOf } from './team.ts'
import { taskOf, tellRoles } from './tell.ts'

/** From the form to the paper: drawn up as often as needed until somebody has signed. */
export const drawMinutes = performs(routes.drawMinutes, async ({ tx, caller }, { params }) => {
  const inspection = await inspectionForChange(tx, params.inspectionId)
  const as = mustAllow(deeds.minutesDrawn, caller, { state: inspection.state })
  const team = await mustBeInTeam(tx, caller, inspection)
  const { id: inspectionId, federationId } = inspection
  const earlier = await latestMinutes(tx, inspectionId)
  if (earlier && earlier.signatures.length > 0)
    throw new Refusal('inspection.minutes-under-signature', 'wrong-state')
  const criteria = await criteriaOf(tx, inspectionId)
  refuse('inspection.minutes-not-in-order', obstaclesToMinutes(criteria))
  const content = contentOf(inspection, team, criteria)
  const contentSha256 = sha256Of(content)
  const number = (earlier?.number ?? 0) + 1
  await tx
    .insertInto('inspectionMinutes')
    .values({
      inspectionId,
      number,
      federationId,
      content: JSON.stringify(content),
      contentSha256,
      drawnBy: caller.officialId,
    })
    .execute()
  await askForSignatures(tx, inspection, {
    leadId: team.find(({ role }) => role === 'LEAD')?.officialId ?? caller.officialId,
    number,
  })
  return {
    reply: { number, contentSha256 },
    as,
    object: objectOf(inspection, inspection.revision),
    facts: { ...factsOf(inspection), number },
    content: { contentSha256 },
  }
})

type Drawn = { leadId: string; number: number }

async function askForSignatures(
  tx: Tx,
  inspection: InspectionRow,
  { leadId, number }: Drawn,
): Promise<void> {
  const { unitId } = inspection
  await openTasks(tx, [
    taskOf(inspection, { kind: 'inspection.sign', role: 'inspector', officialId: leadId }),
    taskOf(inspection, { kind: 'inspection.countersign', role: 'unitHead', unitId }),
  ])
  await tellRoles(
    tx,
    inspection,
    { roles: ['unitHead'], unitId },
    { event: `minutes/${number}`, textKey: 'inspection.letters.minutes' },
  )
}

type Signing = { number: number; contentSha256: string }

/** What is signed is the frozen text, hashed anew, and still what the findings say. */
async function mustBeSignable(
  tx: Tx,
  inspection: InspectionRow,
  { number, contentSha256 }: Signing,
): Promise<Minutes> {
  const minutes = found((await latestMinutes(tx, inspection.id)) ?? undefined)
  if (minutes.number !== number || minutes.contentSha256 !== contentSha256)
    throw new Refusal('inspection.other-minutes-signed', 'stale')
  const now = contentOf(
    inspection,
    await teamOf(tx, inspection.id),
    await criteriaOf(tx, inspection.id),
  )
  if (sha256Of(minutes.content) !== contentSha256 || sha256Of(now) !== contentSha256)
    throw new Refusal('inspection.minutes-outdated', 'stale')
  return minutes
}

type Side = 'TEAM' | 'UNIT'
type Signed = { caller: Caller; side: Side; at: string }

/** One side signs; with the second signature the minutes are the inspection's for good. */
async function sign(
  tx: Tx,
  inspection: InspectionRow,
  minutes: Minutes,
  { caller, side, at }: Signed,
): Promise<InspectionState> {
  if (minutes.signatures.some((signature) => signature.side === side))
    throw new Refusal('inspection.signed-already', 'wrong-state')
  const signer = await signerOf(tx, caller)
  await tx
    .insertInto('inspectionSignature')
    .values({
      inspectionId: inspection.id,
      minutesNumber: minutes.number,
      federationId: inspection.federationId,
      side,
      officialId: caller.officialId,
      ...signer,
      contentSha256: minutes.contentSha256,
      signedAt: at,
    })
    .execute()
  if (minutes.signatures.length > 0) {
    await endVisit(tx, inspection, at)
    return 'MINUTES_SIGNED'
  }
  await moveInspection(tx, inspection, { to: inspection.state })
  return inspection.state
}

type Done = { as: Grant; state: InspectionState; minutes: Minutes }

function signed(inspection: InspectionRow, { as, state, minutes }: Done) {
  const { number, contentSha256 } = minutes
  return told(inspection, state, { as, facts: { number }, content: { contentSha256, number } })
}

export const signMinutes = performs(
  routes.signMinutes,
  async ({ tx, caller, at }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.minutesSigned, caller, { state: inspection.state })
    await mustBeInTeam(tx, caller, inspection, 'LEAD')
    const minutes = await mustBeSignable(tx, inspection, body)
    const state = await sign(tx, inspection, minutes, { caller, side: 'TEAM', at })
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.sign'], ...done })
    return signed(inspection, { as, state, minutes })
  },
  processOf,
)

export const countersignMinutes = performs(
  routes.countersignMinutes,
  async ({ tx, caller, at }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const { unitId, unitPath, state: now } = inspection
    const as = mustAllow(deeds.minutesCountersigned, caller, { unitId, unitPath, state: now })
    const minutes = await mustBeSignable(tx, inspection, body)
    const state = await sign(tx, inspection, minutes, { caller, side: 'UNIT', at })
    const done = { objectId: inspection.id, by: caller.officialId }
    await finishTasks(tx, { kinds: ['inspection.countersign'], ...done })
    return signed(inspection, { as, state, minutes })
  },
  processOf,
)
