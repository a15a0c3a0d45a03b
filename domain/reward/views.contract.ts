import { z } from 'zod'
import { ratingFiguresView } from '../classes/rating.contract.ts'
import { AWARD_FORMS } from '../cycle/award-forms.ts'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { AWARD_VOTES } from './council.ts'
import { FILE_STATES, ORIGINS, ROUND_KINDS, ROUND_STATES } from './states.ts'

/** The year's figures of a unit, beside every proposal. Null: not known, which is never 0. */
export const figuresView = z.object({
  classes: z.int().nullable(),
  nominated: z.int().nullable(),
  attended: z.int().nullable(),
  tested: z.int().nullable(),
  passed: z.int().nullable(),
  /** Of the classes it held; null: not enough opinions. A file of an earlier day has none. */
  ratings: ratingFiguresView.nullish(),
  net: z.int().nullable(),
  monthsSent: z.int(),
  /** How its answers to the year's rounds came: in time, late, not at all. */
  answersInTime: z.int(),
  answersLate: z.int(),
  answersMissing: z.int(),
  inspection: z
    .object({
      inspectionId: z.uuid(),
      rating: z.string(),
      scorePercent: z.number().nullable(),
      number: z.string(),
      openRemedies: z.int(),
    })
    .nullable(),
})
export type FiguresView = z.output<typeof figuresView>

export const registrationView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  form: z.enum(AWARD_FORMS),
  pledge: z.string(),
  registeredAt: z.iso.datetime(),
  imported: z.boolean(),
})
export type RegistrationView = z.output<typeof registrationView>

export const roundRowView = z.object({
  id: z.uuid(),
  kind: z.enum(ROUND_KINDS),
  title: z.string(),
  state: z.enum(ROUND_STATES),
  filesDueAt: z.iso.datetime(),
  councilDueAt: z.iso.datetime(),
  files: z.int(),
  awarded: z.int(),
  decision: z.string().nullable(),
})
export type RoundRowView = z.output<typeof roundRowView>

export const rewardsView = z.object({
  planYear: z.int(),
  registrationDueAt: z.iso.datetime(),
  registrations: z.array(registrationView),
  /** The reader's unit, where they hold a key of one. */
  mine: z
    .object({ unitId: z.uuid(), unitName: z.string(), registration: registrationView.nullable() })
    .nullable(),
  rounds: z.array(roundRowView),
  allowedActions: z.array(allowedActionView),
})
export type RewardsView = z.output<typeof rewardsView>

export const countView = z.object({
  eligible: z.int(),
  needed: z.int(),
  voted: z.int(),
  hasQuorum: z.boolean(),
  /** Null while the votes are hidden from the reader. */
  agree: z.int().nullable(),
  disagree: z.int().nullable(),
  abstain: z.int().nullable(),
  isPassed: z.boolean().nullable(),
})

export const fileView = z.object({
  id: z.uuid(),
  number: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  officialId: z.uuid().nullable(),
  subjectName: z.string(),
  form: z.enum(AWARD_FORMS),
  citation: z.string(),
  origin: z.enum(ORIGINS),
  figures: figuresView,
  state: z.enum(FILE_STATES),
  rejectedBecause: z.string().nullable(),
  proposedBy: z.string(),
  report: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  check: z
    .object({
      outcome: z.enum(['PASSED', 'REJECTED']),
      remark: z.string().nullable(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .nullable(),
  /** The reader's own award, or their unit's: there is no vote on it. */
  isOwn: z.boolean(),
  myVote: z.enum(AWARD_VOTES).nullable(),
  count: countView.nullable(),
  awardNumber: z.int().nullable(),
  handedOverOn: z.iso.date().nullable(),
  handedOverTo: z.string().nullable(),
  allowedActions: z.array(allowedActionView),
})
export type FileView = z.output<typeof fileView>

export const roundView = z.object({
  id: z.uuid(),
  planYear: z.int(),
  kind: z.enum(ROUND_KINDS),
  title: z.string(),
  state: z.enum(ROUND_STATES),
  bodyName: z.string(),
  filesDueAt: z.iso.datetime(),
  councilDueAt: z.iso.datetime(),
  extendedAt: z.iso.datetime().nullable(),
  contentSha256: z.string().nullable(),
  files: z.array(fileView),
  seats: z.array(
    z.object({
      officialId: z.uuid(),
      fullName: z.string(),
      role: z.enum(['CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY']),
      votedAt: z.iso.datetime().nullable(),
    }),
  ),
  isMember: z.boolean(),
  hasVoted: z.boolean(),
  decision: z
    .object({
      paperId: z.uuid().nullable(),
      number: z.string().nullable(),
      issuedOn: z.iso.date().nullable(),
      signerName: z.string(),
      signedAt: z.iso.datetime(),
    })
    .nullable(),
  allowedActions: z.array(allowedActionView),
})
export type RoundView = z.output<typeof roundView>

export const candidateView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  isRegistered: z.boolean(),
  isProposed: z.boolean(),
  figures: figuresView,
})
export type CandidateView = z.output<typeof candidateView>

/** Which rounds take a file on the ground of an inspection's result. */
export const proposableView = z.object({
  planYear: z.int(),
  unitId: z.uuid(),
  daysSinceResult: z.int().nullable(),
  mayPropose: z.boolean(),
  /** Where the unit is proposed already in that year. */
  proposed: z.object({ commendationId: z.uuid(), title: z.string() }).nullable(),
  rounds: z.array(
    z.object({ commendationId: z.uuid(), title: z.string(), filesDueAt: z.iso.datetime() }),
  ),
})
export type ProposableView = z.output<typeof proposableView>

export const awardView = z.object({
  fileId: z.uuid(),
  planYear: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  subjectName: z.string(),
  kind: z.enum(ROUND_KINDS),
  title: z.string(),
  form: z.enum(AWARD_FORMS),
  citation: z.string(),
  awardNumber: z.int().nullable(),
  decision: z.string().nullable(),
  commendationId: z.uuid(),
  decidedOn: z.iso.date().nullable(),
  handedOverOn: z.iso.date().nullable(),
})
export type AwardView = z.output<typeof awardView>

export const decisionPrintView = z.object({
  superior: z.string(),
  issuer: z.string(),
  place: z.string(),
  number: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  title: z.string(),
  planYear: z.int(),
  council: z.string(),
  signerName: z.string().nullable(),
  signerPosition: z.string().nullable(),
  rows: z.array(
    z.object({
      number: z.int(),
      subjectName: z.string(),
      unitName: z.string(),
      form: z.enum(AWARD_FORMS),
      citation: z.string(),
    }),
  ),
})
export type DecisionPrintView = z.output<typeof decisionPrintView>
