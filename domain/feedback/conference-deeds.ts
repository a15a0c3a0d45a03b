import { type Deed, deed } from '../grammar/deed.ts'
import { CONFERENCE_OFFICES } from './conference.ts'

/** Who holds a conference of a round, and whose the opinions are that are told there. */
export const conferenceDeeds = {
  conferenceSet: deed({
    name: 'conference.set',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['PLANNED', 'OPEN'],
  }),
  conferenceAttended: deed({
    name: 'conference.attended',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['OPEN'],
  }),
  opinionRecorded: deed({
    name: 'opinion.recorded',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['OPEN'],
  }),
  opinionStruck: deed({
    name: 'opinion.struck',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['RECORDED'],
  }),
  opinionConfirmed: deed({
    name: 'opinion.confirmed',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['RECORDED'],
  }),
  opinionDisowned: deed({
    name: 'opinion.disowned',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['RECORDED'],
  }),
  conferenceMinutesDrawn: deed({
    name: 'conference.minutesDrawn',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['OPEN'],
  }),
  /** The two who are named: in the chair, and with the pen. */
  conferenceMinutesSigned: deed({
    name: 'conference.minutesSigned',
    by: CONFERENCE_OFFICES,
    over: 'self',
    in: ['OPEN'],
    stepUp: true,
  }),
} as const satisfies Record<string, Deed>
