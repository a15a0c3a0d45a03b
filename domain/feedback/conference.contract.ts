import { z } from 'zod'
import { allowedActionView } from '../cycle/cycle.contract.ts'
import { planYear } from '../cycle/plan-year.ts'
import { isPlainLine, isPlainText } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { COMMENT_KINDS, PLACE_KINDS } from './answer-form.ts'
import { ATTENDANCE, CONFERENCE_OFFICES, MEETING_KINDS, OPINION_STATES } from './conference.ts'
import { feedbackDeeds as deeds } from './deeds.ts'
import { ROUND_STATES } from './round.ts'

const line = (most: number) =>
  z.string().max(most).refine(isPlainLine, 'grammar.control-characters')
const text = (most: number) =>
  z.string().max(most).refine(isPlainText, 'grammar.control-characters')
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'feedback.meeting-time-missing')

/** While it is written everything may still be missing. */
export const meetingDraft = z.strictObject({
  on: z.iso.date().nullable(),
  from: line(5),
  to: line(5),
  place: line(300),
  chairId: z.uuid().nullable(),
  secretaryId: z.uuid().nullable(),
  agenda: text(4_000),
})

export const meetingForm = z.strictObject({
  on: z.iso.date(),
  from: timeOfDay,
  to: timeOfDay,
  place: line(300).trim().min(1, 'feedback.meeting-place-missing'),
  chairId: z.uuid('feedback.meeting-chair-missing'),
  secretaryId: z.uuid('feedback.meeting-secretary-missing'),
  agenda: text(4_000).trim().min(1, 'feedback.meeting-agenda-missing'),
})

/** Somebody of the federation's offices who may sit in the chair or write the minutes. */
export const officerView = z.object({ officialId: z.uuid(), fullName: z.string() })
export type OfficerView = z.output<typeof officerView>

export const attendanceMark = z.strictObject({
  unitId: z.uuid(),
  state: z.enum(ATTENDANCE),
  /** Who speaks for it, where somebody is there. */
  representative: line(200).nullable(),
})
export type AttendanceMark = z.output<typeof attendanceMark>

const placed = {
  planId: z.uuid(),
  placeKind: z.enum(PLACE_KINDS),
  placeCode: line(40).nullable(),
}

export const opinionForm = z.strictObject({
  unitId: z.uuid(),
  ...placed,
  kind: z.enum(COMMENT_KINDS),
  words: text(4_000).trim().min(1, 'feedback.comment-without-text'),
})
export type OpinionForm = z.output<typeof opinionForm>

const standing = z.enum([...OPINION_STATES, 'LAPSED'])

export const opinionView = z.object({
  opinionId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  ...placed,
  placeName: z.string(),
  kind: z.enum(COMMENT_KINDS),
  words: z.string(),
  /** As the unit corrected it. */
  unitWords: z.string().nullable(),
  standing,
  recordedAt: z.iso.datetime(),
  recordedByName: z.string(),
  decidedAt: z.iso.datetime().nullable(),
  decidedByName: z.string().nullable(),
  struckBecause: z.string().nullable(),
})
export type OpinionView = z.output<typeof opinionView>

/** Where an opinion was said that was not written. */
export const spokenAt = z.object({ kind: z.enum(MEETING_KINDS), heldOn: z.iso.date() })
export type SpokenAt = z.output<typeof spokenAt>

/** What everybody who is invited reads of it. */
const facts = {
  conferenceId: z.uuid(),
  kind: z.enum(MEETING_KINDS),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  agenda: z.string(),
  chairName: z.string(),
}

export const conferenceView = z.object({
  ...facts,
  chairId: z.uuid(),
  secretaryId: z.uuid(),
  secretaryName: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  /** Its day has come: what is said may be taken down. */
  isOnDay: z.boolean(),
  hasBegun: z.boolean(),
  revision: z.int(),
  counts: z.object({ present: z.int(), absent: z.int(), excused: z.int(), units: z.int() }),
  attendance: z.array(attendanceMark),
  opinions: z.array(opinionView),
  minutesDueAt: z.iso.datetime(),
  minutes: z
    .object({
      number: z.int(),
      contentSha256: z.string(),
      drawnAt: z.iso.datetime(),
      drawnByName: z.string(),
      /** Something was recorded since; it is drawn up anew before anybody signs. */
      isStale: z.boolean(),
      isSignedByMe: z.boolean(),
      signatures: z.array(
        z.object({
          side: z.enum(['CHAIR', 'SECRETARY']),
          signerName: z.string(),
          signedAt: z.iso.datetime(),
        }),
      ),
    })
    .nullable(),
  allowedActions: z.array(allowedActionView),
})
export type ConferenceView = z.output<typeof conferenceView>

export const conferencesView = z.object({
  roundId: z.uuid(),
  planYear: z.int(),
  roundState: z.enum(ROUND_STATES),
  dueAt: z.iso.datetime(),
  drafts: z.array(z.object({ planId: z.uuid(), title: z.string(), version: z.int() })),
  /** How many of the invited have read the drafts. */
  readBy: z.int(),
  units: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
  /** Where an opinion may be put, in the order of the papers. */
  places: z.array(z.object({ ...placed, name: z.string() })),
  officers: z.array(officerView),
  meetings: z.array(
    z.object({
      kind: z.enum(MEETING_KINDS),
      conference: conferenceView.nullable(),
      /** Of setting it, or setting it anew. */
      allowedActions: z.array(allowedActionView),
    }),
  ),
})
export type ConferencesView = z.output<typeof conferencesView>

/** What a unit reads of the conferences it is invited to, and what it is said to have said there. */
export const invitedConference = z.object(facts)
export type InvitedConference = z.output<typeof invitedConference>

export const ownOpinion = opinionView
  .omit({ unitId: true, unitName: true, recordedByName: true, struckBecause: true })
  .extend({
    conferenceKind: z.enum(MEETING_KINDS),
    heldOn: z.iso.date(),
    allowedActions: z.array(allowedActionView),
  })
export type OwnOpinion = z.output<typeof ownOpinion>

const section = z.object({
  heading: z.string(),
  paragraphs: z.array(z.string()),
  table: z.object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) }).nullable(),
})

/** The minutes as a paper of Decree 30, every line as it stands, in Vietnamese. */
export const conferencePaper = z.object({
  conferenceId: z.uuid(),
  planYear: z.int(),
  kind: z.enum(MEETING_KINDS),
  country: z.string(),
  motto: z.string(),
  parentBody: z.string(),
  issuingBody: z.string(),
  placeAndDate: z.string(),
  docType: z.string(),
  abstract: z.string(),
  opening: z.array(z.string()),
  sections: z.array(section),
  ending: z.string(),
  signatures: z.array(z.object({ authority: z.array(z.string()), name: z.string().nullable() })),
  recipients: z.array(z.string()),
  minutesNumber: z.int(),
  contentSha256: z.string(),
})
export type ConferencePaper = z.output<typeof conferencePaper>

const ofConference = z.object({ conferenceId: z.uuid() })
const ofOpinion = z.object({ opinionId: z.uuid() })
const reason = z.string().trim().min(5, 'feedback.reason-missing').max(500)
const offices = {
  by: [...CONFERENCE_OFFICES, 'administrator'],
  over: 'federation',
  records: null,
} as const
const changed = z.object({ opinionId: z.uuid(), state: z.enum(OPINION_STATES) })

export const conferenceRoutes = {
  conferences: route({
    method: 'get',
    path: '/cycles/:planYear/conferences',
    summary: "The conferences of a year's last round: who came, what was said, the minutes",
    params: z.object({ planYear }),
    reply: conferencesView,
    ...offices,
  }),
  conferencePaper: route({
    method: 'get',
    path: '/conferences/:conferenceId/paper',
    summary: 'The minutes drawn up last, as a paper of Decree 30, to be printed',
    params: ofConference,
    reply: conferencePaper,
    ...offices,
  }),
  setConference: route({
    method: 'put',
    path: '/rounds/:roundId/conferences/:kind',
    summary: 'Sets day, place, chair and agenda of a conference; every invited unit is told',
    params: z.object({ roundId: z.uuid(), kind: z.enum(MEETING_KINDS) }),
    body: meetingForm,
    reply: z.object({ conferenceId: z.uuid(), revision: z.int() }),
    deed: deeds.conferenceSet,
    revision: true,
  }),
  takeConferenceAttendance: route({
    method: 'put',
    path: '/conferences/:conferenceId/attendance',
    summary: 'Who is there, who is excused and who did not come; the last mark of a unit counts',
    params: ofConference,
    body: z.strictObject({ marks: z.array(attendanceMark).min(1).max(500) }),
    reply: z.object({ marked: z.int() }),
    deed: deeds.conferenceAttended,
  }),
  recordOpinion: route({
    method: 'post',
    path: '/conferences/:conferenceId/opinions',
    summary: 'Takes down what a unit said; it counts as the unit’s once the unit has confirmed it',
    params: ofConference,
    body: opinionForm,
    reply: changed,
    deed: deeds.opinionRecorded,
  }),
  strikeOpinion: route({
    method: 'post',
    path: '/opinions/:opinionId/cancellation',
    summary:
      'Takes back what was written down wrongly, before the unit has said whether it is its own',
    params: ofOpinion,
    body: z.strictObject({ reason }),
    reply: changed,
    deed: deeds.opinionStruck,
  }),
  confirmOpinion: route({
    method: 'post',
    path: '/opinions/:opinionId/confirmation',
    summary: 'The unit confirms what it said, as it was taken down or in its own words',
    params: ofOpinion,
    body: z.strictObject({
      /** Null: as it was taken down. */
      words: text(4_000).trim().min(1, 'feedback.comment-without-text').nullable(),
    }),
    reply: changed,
    deed: deeds.opinionConfirmed,
  }),
  disownOpinion: route({
    method: 'post',
    path: '/opinions/:opinionId/disavowal',
    summary: 'The unit says that this is not its opinion',
    params: ofOpinion,
    body: z.strictObject({}),
    reply: changed,
    deed: deeds.opinionDisowned,
  }),
  drawConferenceMinutes: route({
    method: 'post',
    path: '/conferences/:conferenceId/minutes',
    summary: 'Draws up the minutes from what was recorded, frozen with their hash',
    params: ofConference,
    body: z.strictObject({}),
    reply: z.object({ number: z.int(), contentSha256: z.string() }),
    deed: deeds.conferenceMinutesDrawn,
  }),
  signConferenceMinutes: route({
    method: 'post',
    path: '/conferences/:conferenceId/minutes/signature',
    summary: 'The chair or the secretary signs the minutes; with both signatures they are closed',
    params: ofConference,
    body: z.strictObject({
      number: z.int().min(1).max(10_000),
      contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    reply: z.object({ conferenceId: z.uuid(), state: z.enum(['OPEN', 'CLOSED']) }),
    deed: deeds.conferenceMinutesSigned,
  }),
} as const
