import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import { type Figure, FIGURES } from '../../domain/inspection/criteria.ts'
import { obstaclesToMinutes, scorePercent } from '../../domain/inspection/finding.ts'
import { isShortNotice, noticeDueOn } from '../../domain/inspection/notice.ts'
import type { CriterionView, InspectionView } from '../../domain/inspection/views.contract.ts'
import { sha256Of } from '../canonical.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { figuresOf } from './figures.ts'
import { contentOf, criteriaOf, type FoundCriterion } from './findings.ts'
import { inspectionOf, type InspectionRow, mayBeginOn } from './inspection-row.ts'
import { latestMinutes, type Minutes } from './minutes-row.ts'
import { remediesOf } from './remedy-views.ts'
import { repliesOf } from './replies.ts'
import { resultOf } from './result-view.ts'
import { obstaclesBeforePassing } from './result.ts'
import { reportOf } from './self-report.ts'
import { lostSeats, teamOf } from './team.ts'
import { actionsOn } from './view-actions.ts'
import { writers } from './writers.ts'
import { writingsOf } from './writing.ts'

/** Everything the page of an inspection needs, as far as the reader may see it. */
export async function inspectionView(
  entered: Entered,
  inspectionId: string,
): Promise<InspectionView> {
  const { tx, caller } = entered
  const inspection = await inspectionOf(tx, inspectionId)
  const team = await teamOf(tx, inspectionId)
  const found = await criteriaOf(tx, inspectionId)
  const minutes = await latestMinutes(tx, inspectionId)
  const lost = await lostSeats(tx, team, inspection)
  const isTeam = team.some(({ officialId }) => officialId === caller.officialId)
  const isOffice = caller.grants.some((grant) => grant.ofFederation)
  const seen = isOffice || minutes !== null
  return {
    ...planOf(inspection, entered),
    team: team.map((seat) => ({ ...seat, isLost: lost.has(seat.officialId) })),
    isTeam,
    isUnit: caller.grants.some(({ unitId }) => unitId === inspection.unitId),
    consent: await consentOf(tx, inspection),
    selfReport: await reportOf(tx, inspectionId),
    criteria: await criteria(tx, inspection, { found, seen }),
    summary: seen ? { ...inspection.summary, revision: inspection.summaryRevision } : null,
    minutes: minutes && minutesView(minutes, inspection, contentOf(inspection, team, found)),
    scorePercent: seen ? scorePercent(found) : null,
    result: isOffice || inspection.issuedAt ? await resultOf(tx, inspection) : null,
    remedies: await remediesOf(entered, inspection),
    ...(await writingsOf(tx, inspectionId)),
    departments: isTeam && isConcluding(inspection) ? await departmentsOf(tx) : [],
    obstacles: await obstaclesFor(entered, inspection, { found, isTeam, isOffice }),
    allowedActions: actionsOn(entered, inspection, { team, lost }),
  }
}

type Reader = { found: readonly FoundCriterion[]; isTeam: boolean; isOffice: boolean }

/** What stands against the reader's next deed: of the team at the unit, of the committee at its table. */
async function obstaclesFor(
  entered: Entered,
  inspection: InspectionRow,
  { found, isTeam, isOffice }: Reader,
): Promise<InspectionView['obstacles']> {
  if (inspection.state === 'ON_SITE' && isTeam) return obstaclesToMinutes(found)
  if (inspection.state !== 'RESULT_DRAFT' || !isOffice) return []
  return obstaclesBeforePassing(entered.tx, inspection, entered)
}

function isConcluding({ state }: InspectionRow): boolean {
  return state === 'MINUTES_SIGNED' || state === 'RESULT_DRAFT'
}

async function departmentsOf(tx: Tx): Promise<InspectionView['departments']> {
  return tx.selectFrom('department').select(['id', 'name']).orderBy('position').execute()
}

function planOf(inspection: InspectionRow, { at }: Entered) {
  const { id: inspectionId, visitFrom } = inspection
  const { unitId, unitName, kind, subject, planYear, periodFrom, periodTo } = inspection
  const { decisionNumber, decisionOn, visitTo, state, stateBecause, revision } = inspection
  const { announcedAt, selfReportDueOn, minutesSignedAt, replyDueAt, resultDueAt } = inspection
  const toldOn = dayOfInstant(announcedAt ?? at)
  return {
    inspectionId,
    planYear,
    unitId,
    unitName,
    kind,
    subject,
    periodFrom,
    periodTo,
    decisionNumber,
    decisionOn,
    visitFrom,
    visitTo,
    visitMayBeginOn: mayBeginOn(inspection),
    noticeDueOn: noticeDueOn(day(visitFrom)),
    isShortNotice: isShortNotice(toldOn, day(visitFrom)),
    state,
    stateBecause,
    revision,
    announcedAt,
    selfReportDueOn,
    minutesSignedAt,
    replyDueAt,
    resultDueAt,
  }
}

async function consentOf(tx: Tx, inspection: InspectionRow): Promise<InspectionView['consent']> {
  const { consentedAt, consentedBy, consentWords } = inspection
  if (!consentedAt || !consentedBy) return null
  const giver = await tx
    .selectFrom(writers(inspection.id, 'writer'))
    .select('fullName')
    .where('officialId', '=', consentedBy)
    .executeTakeFirst()
  return { words: consentWords ?? '', by: giver?.fullName ?? '', at: consentedAt }
}

type Found = { found: readonly FoundCriterion[]; seen: boolean }

/** Figures are looked up while they help to judge: before the minutes they change by themselves. */
async function criteria(
  tx: Tx,
  inspection: InspectionRow,
  { found, seen }: Found,
): Promise<CriterionView[]> {
  const figures = await figuresOf(tx, inspection)
  const replies = new Map(
    (await repliesOf(tx, inspection.id)).map(({ criterionId, ...reply }) => [criterionId, reply]),
  )
  const answers = new Map(
    inspection.result?.answers.map(({ criterionId, words }) => [criterionId, words]),
  )
  return found.map(({ id, number, section, criterion, evidence, maxScore, figure, ...finding }) => {
    const { outcome, note, score, severity, captions, revision, writtenBy, writtenAt } = finding
    const name = FIGURES.find((each): each is Figure => each === figure)
    return {
      criterionId: id,
      number,
      section,
      criterion,
      evidence,
      maxScore,
      figure: name ? { name, params: figures[name] } : null,
      finding: seen
        ? { outcome, note, score, severity, captions, revision, writtenBy, writtenAt }
        : null,
      photos: [...finding.photos],
      reply: replies.get(id) ?? null,
      answer: answers.get(id) ?? null,
    }
  })
}

function minutesView(
  minutes: Minutes,
  { state }: InspectionRow,
  now: ReturnType<typeof contentOf>,
): NonNullable<InspectionView['minutes']> {
  const { number, contentSha256, drawnBy, drawnAt, signatures } = minutes
  return {
    number,
    contentSha256,
    drawnBy,
    drawnAt,
    // once both have signed, the paper stands whatever comes later
    isStale: state === 'ON_SITE' && sha256Of(now) !== contentSha256,
    signatures: signatures.map(({ officialId: _, ...signature }) => signature),
  }
}
