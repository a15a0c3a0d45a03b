import { z } from 'zod'
import { allowedActionView } from '../cycle/cycle.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { UNIT_KINDS } from '../federation/unit-kind.ts'
import { isPlainLine } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { MEETING_KINDS } from './conference.ts'
import { meetingDraft, officerView } from './conference.contract.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { obstacleView } from './obstacle.contract.ts'
import { ownQuestions } from './own-questions.contract.ts'
import { ROUND_KINDS, USUAL_REMINDER_DAYS } from './preparation.ts'

const line = (most: number) =>
  z.string().max(most).refine(isPlainLine, 'grammar.control-characters')

/** A unit that was picked, under the name that it had then. */
const picked = z.strictObject({ id: z.uuid(), name: line(300) })

export const invitationForm = z.strictObject({
  everyone: z.boolean(),
  kinds: z.array(z.enum(UNIT_KINDS)).max(UNIT_KINDS.length),
  units: z.array(picked).max(2_000),
  without: z.array(picked).max(2_000),
})

/** What the department states before a round opens (C-2); kept while it is written. */
export const preparationForm = z.strictObject({
  kinds: z.array(z.enum(ROUND_KINDS)).max(ROUND_KINDS.length),
  invited: invitationForm,
  /** The day on which the round opens, at eight; null: at once when the leader agrees. */
  opensOn: z.iso.date().nullable().default(null),
  /** The last day; null: the usual term. */
  dueOn: z.iso.date().nullable(),
  graceDays: z.int().min(0).max(5),
  /** Working days before the deadline. */
  reminderDays: z.array(z.int().min(1).max(30)).max(5),
  /** Whom units call; both empty: the federation's own help. */
  contact: z.strictObject({ name: line(120), phone: line(30) }),
  questions: ownQuestions,
  /** Where the round is held as a meeting as well. */
  meetings: z.partialRecord(z.enum(MEETING_KINDS), meetingDraft).default({}),
})
export type PreparationForm = z.output<typeof preparationForm>

export const USUAL_PREPARATION: PreparationForm = {
  kinds: ['WRITTEN'],
  invited: { everyone: true, kinds: [], units: [], without: [] },
  opensOn: null,
  dueOn: null,
  graceDays: 2,
  reminderDays: [...USUAL_REMINDER_DAYS],
  contact: { name: '', phone: '' },
  questions: [],
  meetings: {},
}

export const contactView = z.object({ name: z.string(), phone: z.string() })

export const preparationView = z.object({
  planYear: z.int(),
  cycleId: z.uuid(),
  form: preparationForm,
  revision: z.int(),
  savedAt: z.iso.datetime().nullable(),
  savedByName: z.string().nullable(),
  /** Who would be asked as it is prepared now; the names are those of the first five hundred. */
  invitedCount: z.int(),
  invited: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
  /** Null: at once when the leader agrees. */
  opensAt: z.iso.datetime().nullable(),
  dueAt: z.iso.datetime(),
  graceUntil: z.iso.datetime(),
  workingDays: z.int(),
  /** Whom units would call when nobody is named here. */
  usualContact: contactView.nullable(),
  /** Who may be in the chair of a conference, and who write its minutes. */
  officers: z.array(officerView),
  obstacles: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type PreparationView = z.output<typeof preparationView>

/** Before a round opens: what it will ask, whom, and until when. */
export const preparationRoutes = {
  preparation: route({
    method: 'get',
    path: '/cycles/:planYear/round-preparation',
    summary: 'How the next round of a year is prepared, and whom it would ask as it stands',
    params: z.object({ planYear }),
    reply: preparationView,
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
    over: 'federation',
    records: null,
  }),
  prepare: route({
    method: 'put',
    path: '/cycles/:planYear/round-preparation',
    summary: 'Saves how the next round is prepared, while it is written',
    params: z.object({ planYear }),
    body: z.strictObject({ form: preparationForm }),
    reply: z.object({ revision: z.int(), savedAt: z.iso.datetime() }),
    deed: deeds.roundPrepared,
    revision: true,
    quiet: true,
  }),
} as const
