import { z } from 'zod'
import { PLAN_TYPES } from '../draft/plan.ts'
import { answerFile } from '../feedback/answer-files.contract.ts'
import { COMMENT_KINDS, PLACE_KINDS } from '../feedback/answer-form.ts'
import { spokenAt } from '../feedback/conference.contract.ts'
import { draftLine, lineFacts, lineWish } from '../feedback/answer-form.contract.ts'
import { DISPOSITION_KINDS } from './disposition.ts'
import { lastReading } from './reading.contract.ts'
import { REQUEST_OUTCOMES } from './redistribution.ts'
import { planPlace, revisionTaskRow } from './tasks.contract.ts'
import { ACT_KINDS } from './undoing.ts'

/** What a screen knows of each deed: possible or not, and why not. */
export const allowedActionView = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})

export const obstacleView = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.string().optional(),
})

export const planOfCycle = z.object({
  id: z.uuid(),
  planType: z.enum(PLAN_TYPES),
  title: z.string(),
  state: z.string(),
})

export const dispositionView = z.object({
  disposition: z.enum(DISPOSITION_KINDS),
  explanation: z.string().nullable(),
  mergedInto: z.uuid().nullable(),
  forwardedTo: z.uuid().nullable(),
  forwardedToName: z.string().nullable(),
  forwardedAnswer: z.string().nullable(),
  changedPlaces: z.array(z.string()),
  /** The facts that were written into the draft for it; null where nothing was. */
  applied: lineFacts.nullable(),
  decidedBy: z.string(),
  decidedAt: z.string(),
  revision: z.int(),
})
export type DispositionView = z.output<typeof dispositionView>

export const commentRow = z.object({
  id: z.uuid(),
  number: z.string(),
  /** Of the consultation it came in; the second speaks of a later version. */
  round: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  signedBy: z.string(),
  /** Said at a conference and confirmed by the unit; null: written in its answer. */
  origin: spokenAt.nullable(),
  placeKind: z.enum(PLACE_KINDS),
  placeCode: z.string().nullable(),
  kind: z.enum(COMMENT_KINDS),
  text: z.string(),
  suggestedText: z.string().nullable(),
  /** What it asks of a class line, in figures. */
  line: lineWish.nullable(),
  disposition: dispositionView.nullable(),
  isDisposed: z.boolean(),
})
export type CommentRow = z.output<typeof commentRow>

/** A place of the plan on which somebody commented in a round: its words then and now. */
export const placeView = z.object({
  round: z.int(),
  kind: z.enum(PLACE_KINDS),
  code: z.string().nullable(),
  heading: z.string(),
  consulted: z.string().nullable(),
  current: z.string().nullable(),
  /** Where the words are edited: a clause's row and its revision. */
  clauseId: z.uuid().nullable(),
  clauseRevision: z.int().nullable(),
  /** The facts of a class line as it was consulted on, and as it stands now. */
  line: z.object({ consulted: draftLine.nullable(), now: draftLine.nullable() }).nullable(),
  total: z.int(),
  open: z.int(),
  /** Of the open ones, those about which nobody has said anything yet. */
  undecided: z.int(),
  byDisposition: z.record(z.string(), z.int()),
  byKind: z.record(z.string(), z.int()),
})
export type PlaceView = z.output<typeof placeView>

export const requestRow = z.object({
  id: z.uuid(),
  number: z.string(),
  round: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  targetCode: z.string(),
  assigned: z.number(),
  requested: z.number(),
  reason: z.enum(['ORG_CHANGE', 'NO_PEOPLE', 'BUDGET', 'EMPLOYER', 'SECTOR', 'OTHER']),
  particularity: z.string(),
  feasibility: z.string(),
  commitment: z.string().nullable(),
  decision: z
    .object({
      outcome: z.enum(REQUEST_OUTCOMES),
      granted: z.number(),
      explanation: z.string().nullable(),
      decidedBy: z.string(),
      decidedAt: z.string(),
      revision: z.int(),
    })
    .nullable(),
})
export type RequestRow = z.output<typeof requestRow>

export const sharedTarget = z.object({
  targetId: z.uuid().nullable(),
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  headline: z.number(),
  allocated: z.number(),
  shares: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      value: z.number(),
      consulted: z.number().nullable(),
      lastYearDone: z.number().nullable(),
    }),
  ),
})
export type SharedTarget = z.output<typeof sharedTarget>

/** Under the number of the answer that they were sent with. */
export const filesSent = z.array(answerFile.extend({ number: z.string() }))

export const targetRequestsView = z.object({
  plan: planOfCycle,
  requests: z.array(requestRow),
  targets: z.array(sharedTarget),
  /** What units sent along with what they ask. */
  files: filesSent,
})
export type TargetRequests = z.output<typeof targetRequestsView>

/** What a target can be divided by, and what each unit has said itself. */
export const shareFacts = z.object({
  targetId: z.uuid(),
  code: z.string(),
  text: z.string(),
  measuredIn: z.string(),
  headline: z.number(),
  /** Whose number size and need are. */
  countedIn: z.enum(['WORKERS', 'OFFICIALS']),
  units: z.array(
    z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      value: z.number(),
      size: z.number(),
      need: z.number(),
      lastYearDone: z.number(),
      limit: z.number().nullable(),
      granted: z.number().nullable(),
    }),
  ),
})
export type ShareFacts = z.output<typeof shareFacts>

export const consultedRound = z.object({
  id: z.uuid(),
  number: z.int(),
  version: z.int(),
  closedAt: z.string().nullable(),
  invited: z.int(),
  answered: z.int(),
  /** Of the others: spoke at the conference, confirmed it, and wrote nothing. */
  spoke: z.int(),
  /** Of those that answered: hold to what they said in the round before. */
  keeps: z.int(),
  byStance: z.record(z.string(), z.int()),
})

export const consolidationView = z.object({
  plan: planOfCycle.extend({ revision: z.int(), version: z.int() }),
  plans: z.array(planOfCycle),
  /** The consultations of this plan, the first before the second; whom each asked, and who said what. */
  rounds: z.array(consultedRound),
  totals: z.object({
    comments: z.int(),
    disposed: z.int(),
    undecided: z.int(),
    byDisposition: z.record(z.string(), z.int()),
    byKind: z.record(z.string(), z.int()),
  }),
  departments: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      shortName: z.string(),
      people: z.array(z.object({ id: z.uuid(), fullName: z.string() })),
    }),
  ),
  myDepartments: z.array(z.uuid()),
  places: z.array(placeView),
  /** Every place of the plan as it stands, commented on or not. */
  planPlaces: z.array(planPlace),
  openRequests: z.int(),
  tasks: z.array(revisionTaskRow),
  /** What the annex adds up to, against what the plan promises. */
  annex: z.object({
    classes: z.int(),
    trainees: z.int(),
    headlineClasses: z.int().nullable(),
    headlineTrainees: z.int().nullable(),
  }),
  dueAt: z.string().nullable(),
  /** What the reader did last and can take back in one act. */
  lastAct: z
    .object({
      actId: z.uuid(),
      kind: z.enum(ACT_KINDS),
      doneAt: z.string(),
      rows: z.int(),
      commentId: z.uuid().nullable(),
      targetCode: z.string().nullable(),
      isRunning: z.boolean(),
    })
    .nullable(),
  /** The last "many at once", with those that were left as they are; of very many the first. */
  job: z
    .object({
      jobId: z.uuid(),
      state: z.enum(['WAITING', 'RUNNING', 'DONE', 'CANCELLED']),
      disposition: z.enum(DISPOSITION_KINDS),
      total: z.int(),
      done: z.int(),
      failed: z.int(),
      failures: z.array(
        z.object({
          commentId: z.uuid(),
          number: z.string(),
          unitName: z.string(),
          error: z.string(),
        }),
      ),
    })
    .nullable(),
  /** Why the plan cannot go to the checks yet. */
  obstacles: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type ConsolidationView = z.output<typeof consolidationView>

const changedPlace = z.object({
  kind: z.enum(['CLAUSE', 'TARGET', 'LINE', 'HEAD', 'LEGAL_BASIS']),
  code: z.string(),
  heading: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** All for which it changed, of which the first stand here. */
  total: z.int(),
  comments: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      unitName: z.string(),
      text: z.string(),
      disposition: z.enum(DISPOSITION_KINDS),
    }),
  ),
})
export type ChangedPlace = z.output<typeof changedPlace>

export const comparisonView = z.object({
  plan: planOfCycle,
  plans: z.array(planOfCycle),
  versions: z.array(z.object({ version: z.int(), publishedAt: z.string() })),
  /** Null is the text as the reader last saw it, which was not frozen. */
  from: z.int().nullable(),
  lastRead: lastReading.nullable(),
  /** Of the text that is compared with, to mark it as read. */
  sha256: z.string(),
  /** Null is the text as it stands now, not yet frozen. */
  to: z.int().nullable(),
  changed: z.int(),
  places: z.array(changedPlace),
})
export type ComparisonView = z.output<typeof comparisonView>
