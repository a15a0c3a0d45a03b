import {
  consultationTerm,
  obstaclesInTerm,
  obstaclesToOpening,
  openingInstant,
  plannedDay,
} from '../../domain/draft/consultation-term.ts'
import { consultationPreview } from '../../domain/draft/views.contract.ts'
import { type Day, day } from '../../domain/grammar/day.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { PreparationForm } from '../../domain/feedback/preparation.contract.ts'
import { obstaclesInMeetings, obstaclesInPreparation } from '../../domain/feedback/preparation.ts'
import type { z } from 'zod'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { usualContact } from '../feedback/contact.ts'
import { invitedUnits } from '../feedback/invited.ts'
import { preparedFor } from '../feedback/prepared.ts'

export type Asked = {
  /** At once where nothing is said. */
  opensOn?: string | undefined
  dueOn?: string | undefined
  graceDays: number
}

/** What the leader says of the term; what is left unsaid, the department has prepared. */
export type Wished = Omit<Asked, 'graceDays'> & { graceDays?: number | undefined }

export function termAsked({ opensOn, dueOn, graceDays }: Wished, form: PreparationForm): Asked {
  return {
    opensOn: opensOn ?? form.opensOn ?? undefined,
    dueOn: dueOn ?? form.dueOn ?? undefined,
    graceDays: graceDays ?? form.graceDays,
  }
}

/** The term of a consultation that would be agreed to now, and what stands against it. */
export async function termOf(tx: Tx, cycleId: string, at: string, asked: Asked) {
  const announced = await tx
    .selectFrom('cycleMoment')
    .select('day')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', 'consultationDue')
    .where('announced', '=', true)
    .executeTakeFirst()
  return termAt(tx, at, asked, announced ? day(announced.day) : null)
}

/** The same where units were told no last day that still binds. */
export async function termAt(tx: Tx, at: string, asked: Asked, announcedDueOn: Day | null = null) {
  const holidays = await holidaysOf(tx)
  const planned = plannedDay(at, dayOrNow(asked.opensOn))
  const opening = openingInstant(at, planned)
  const term = {
    openedAt: opening,
    opensOn: planned,
    dueOn: asked.dueOn ? day(asked.dueOn) : null,
    graceDays: asked.graceDays,
    announcedDueOn,
  }
  return {
    ...consultationTerm(term, holidays),
    obstacles: [...obstaclesToOpening(at, planned, holidays), ...obstaclesInTerm(term, holidays)],
    holidays,
    /** Now, where no day is planned. */
    opening,
    opensAt: planned && opening,
  }
}

function dayOrNow(opensOn: string | undefined): Day | 'now' {
  return opensOn === undefined || opensOn === 'now' ? 'now' : day(opensOn)
}

/** What stands in the field of the opening. */
function dayAsked({ opensOn }: Asked): string | null {
  return opensOn === undefined || opensOn === 'now' ? null : opensOn
}

/** All of a year's plans go out together, and the training plan is never missing. */
export function obstaclesInPlans(
  plans: readonly { planType: string; title: string; state: string }[],
): Obstacle[] {
  const late = plans.filter(({ state }) => state !== 'WITH_LEADER')
  return [
    ...(plans.some(({ planType }) => planType === 'TRAINING')
      ? []
      : [{ code: 'draft.no-training-plan' }]),
    ...late.map(({ title }) => ({ code: 'draft.plan-not-with-leader', params: { title } })),
  ]
}

export function plansOf(tx: Tx, cycleId: string) {
  return tx
    .selectFrom('plan')
    .select(['id', 'planType', 'title', 'state', 'revision'])
    .where('cycleId', '=', cycleId)
    .orderBy('planType', 'desc')
}

/** What agreeing to consult would bring, for the dialog that asks. */
export async function previewConsultation(tx: Tx, at: string, planYear: number, wished: Wished) {
  const cycle = await cycleOfYear(tx, planYear)
  const { form } = await preparedFor(tx, cycle.id)
  const asked = termAsked(wished, form)
  const term = await termOf(tx, cycle.id, at, asked)
  const plans = await plansOf(tx, cycle.id).execute()
  const invited = await invitedUnits(tx, cycle.id, form.invited)
  return consultationPreview.parse({
    ...term,
    opensOn: dayAsked(asked),
    dueOn: asked.dueOn ?? null,
    graceDays: asked.graceDays,
    unitCount: invited.count,
    unitNames: invited.units.map(({ unitName }) => unitName),
    kinds: form.kinds,
    questionCount: form.questions.length,
    contact: form.contact.name === '' ? await usualContact(tx, cycle.federationId) : form.contact,
    plans: plans.map(({ id, title, state }) => ({ planId: id, title, state })),
    obstacles: [
      ...obstaclesInPlans(plans),
      ...obstaclesInPreparation(form, invited.count),
      ...obstaclesInMeetings(form, { now: at, opensAt: term.opening, dueAt: term.dueAt }),
      ...term.obstacles,
    ],
  } satisfies z.input<typeof consultationPreview> & Record<string, unknown>)
}
