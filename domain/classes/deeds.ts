import { type Deed, deed } from '../grammar/deed.ts'
import { RATED_IN } from './rating.ts'

/** From a line of the plan to the fixed list; the states are those of the class. */
export const classDeeds = {
  opened: deed({ name: 'class.opened', by: ['classOrganiser'], over: 'ownUnit', in: null }),
  quotasSet: deed({
    name: 'quotas.set',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['PLANNED', 'OPEN_FOR_NOMINATION'],
  }),
  nominationsOpened: deed({
    name: 'nominations.opened',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['PLANNED'],
  }),
  listFixed: deed({
    name: 'list.fixed',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION'],
  }),
  rescheduled: deed({
    name: 'class.rescheduled',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'RUNNING', 'POSTPONED'],
  }),
  postponed: deed({
    name: 'class.postponed',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED'],
  }),
  cancelled: deed({
    name: 'class.cancelled',
    by: ['classOrganiser'],
    over: 'ownUnit',
    in: ['PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'POSTPONED'],
  }),
  nominated: deed({
    name: 'officials.nominated',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION'],
  }),
  listApproved: deed({
    name: 'nominations.approved',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION'],
  }),
  seatsGivenBack: deed({
    name: 'seats.given-back',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION'],
  }),
  seatsTaken: deed({
    name: 'seats.taken',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION'],
  }),
  releaseRecorded: deed({
    name: 'release.recorded',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION', 'LIST_FIXED'],
  }),
  nomineeWithdrawn: deed({
    name: 'nominee.withdrawn',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['OPEN_FOR_NOMINATION', 'LIST_FIXED'],
  }),
  seatResigned: deed({
    name: 'seat.resigned',
    by: ['trainee'],
    over: 'self',
    in: ['LIST_FIXED'],
  }),
  classRated: deed({
    name: 'class.rated',
    by: ['trainee'],
    over: 'self',
    in: RATED_IN,
  }),
  substituteSent: deed({
    name: 'substitute.sent',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['LIST_FIXED'],
  }),
} as const satisfies Record<string, Deed>
