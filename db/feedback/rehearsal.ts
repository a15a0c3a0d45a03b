import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import type {
  AnswerView,
  ConsultedPlan,
  RehearsalView,
} from '../../domain/feedback/feedback.contract.ts'
import { NO_QUESTIONS } from '../../domain/feedback/own-questions.contract.ts'
import type { PreparationForm } from '../../domain/feedback/preparation.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { termAsked, termOf } from '../draft/consultation.ts'
import { workingContent } from '../draft/working-content.ts'
import { explainedOn } from './answer-calendar.ts'
import { usualContact } from './contact.ts'
import { preparedFor } from './prepared.ts'

type Asked = { planYear: number; unitId?: string | undefined }
type Draft = { planId: string; version: number; content: PlanContent }
type Unit = RehearsalView['units'][number]

/** No answer of anybody: nothing that is done on it finds a row. */
const nobodys = '00000000-0000-0000-0000-000000000000'

/** The answer as a unit would find it if the drafts went out as they stand; nothing of it is kept. */
export async function rehearsalOf(
  { tx, at }: Entered,
  { planYear, unitId }: Asked,
): Promise<RehearsalView> {
  const cycle = await cycleOfYear(tx, planYear)
  const drafts = await draftsOf(tx, cycle.id)
  if (drafts.length === 0) throw new Refusal('feedback.nothing-to-rehearse', 'wrong-state')
  const units = unitsWithShares(drafts)
  const unit = units.find((each) => each.unitId === unitId) ?? units[0]
  const plans = drafts.map((draft) => asConsulted(draft, at, unit?.unitId))
  const { form } = await preparedFor(tx, cycle.id)
  return {
    units,
    answer: {
      ...unwritten,
      unitId: unit?.unitId ?? nobodys,
      unitName: unit?.unitName ?? '',
      planYear,
      cycleId: cycle.id,
      round: await roundThatWouldOpen(tx, cycle.id, at, form),
      contact: form.contact.name === '' ? await usualContact(tx, cycle.federationId) : form.contact,
      asked: { ...NO_QUESTIONS, questions: form.questions },
      explainedOn: await explainedOn(tx, cycle.id),
      plans,
    },
  }
}

async function draftsOf(tx: Tx, cycleId: string): Promise<Draft[]> {
  const plans = await tx
    .selectFrom('plan')
    .select(['id', 'publishedVersion'])
    .where('cycleId', '=', cycleId)
    .orderBy('planType', 'desc')
    .execute()
  const drafts: Draft[] = []
  for (const { id, publishedVersion } of plans)
    drafts.push({
      planId: id,
      version: publishedVersion + 1,
      content: await workingContent(tx, id),
    })
  return drafts
}

/** Those to whom a target gives something, in the order in which it is shared out. */
function unitsWithShares(drafts: readonly Draft[]): Unit[] {
  const shares = drafts.flatMap(({ content }) =>
    content.targets.flatMap(({ allocations }) => allocations),
  )
  return [...new Map(shares.map(({ unitId, unitName }) => [unitId, { unitId, unitName }])).values()]
}

function asConsulted(
  { planId, version, content }: Draft,
  publishedAt: string,
  unitId: string | undefined,
): ConsultedPlan {
  return {
    planId,
    version,
    publishedAt,
    ...content,
    targets: content.targets.map(({ allocations, ...target }) => ({
      ...target,
      allocation: allocations.find((share) => share.unitId === unitId) ?? null,
    })),
  }
}

async function roundThatWouldOpen(
  tx: Tx,
  cycleId: string,
  at: string,
  form: PreparationForm,
): Promise<AnswerView['round']> {
  const asked = termAsked({}, form)
  const { opening, dueAt, graceUntil, workingDays } = await termOf(tx, cycleId, at, asked)
  return {
    roundId: nobodys,
    number: 1,
    state: 'OPEN',
    opensAt: opening,
    dueAt,
    graceUntil,
    isExtended: false,
    closedAt: null,
    timeliness: 'onTime',
    workingDaysLeft: workingDays,
    kinds: form.kinds,
  }
}

const unwritten = {
  answerId: nobodys,
  number: '',
  state: 'DRAFT',
  version: 0,
  isLate: false,
  submittedAt: null,
  signedByName: null,
  signedForName: null,
  contentSha256: null,
  files: [],
  earlier: null,
  sentOnByName: null,
  sentOnAt: null,
  returnedBecause: null,
  excusedBecause: null,
  extensionRequest: null,
  conferences: [],
  opinions: [],
  assistedEntry: null,
  hasOneHolder: false,
  isAskedAnew: false,
  form: EMPTY_FORM,
  formRevision: 0,
  savedAt: null,
  savedByName: null,
  obstacles: [],
  allowedActions: [],
}
