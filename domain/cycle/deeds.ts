import { type Deed, deed, ROLES } from '../grammar/deed.ts'

export const cycleDeeds = {
  opened: deed({
    name: 'cycle.opened',
    by: ['committeeLeader', 'administrator'],
    over: 'federation',
    in: null,
  }),
  needsSkipped: deed({
    name: 'needs.skipped',
    by: ['departmentHead'],
    over: 'federation',
    in: ['needs'],
  }),
  momentMoved: deed({
    name: 'moment.moved',
    by: ['departmentHead', 'committeeLeader'],
    over: 'federation',
    in: ['OPEN'],
  }),
  holidayChanged: deed({
    name: 'holiday.changed',
    by: ['administrator'],
    over: 'federation',
    in: null,
  }),
  holidaysConfirmed: deed({
    name: 'holidays.confirmed',
    by: ['administrator'],
    over: 'federation',
    in: null,
  }),
  imported: deed({
    name: 'cycle.imported',
    by: ['administrator'],
    over: 'federation',
    in: null,
  }),
  stationEnded: deed({
    name: 'station.ended',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['classes', 'inspection'],
  }),
  closed: deed({
    name: 'cycle.closed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['reward'],
    stepUp: true,
  }),
  movementWritten: deed({
    name: 'movement.written',
    by: ['unitDrafter'],
    over: 'ownUnit',
    in: ['DRAFT'],
  }),
  movementSent: deed({
    name: 'movement.sent',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['DRAFT'],
  }),
  movementCorrected: deed({
    name: 'movement.corrected',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['SENT'],
  }),
  lettersRead: deed({
    name: 'letters.read',
    by: ROLES,
    over: 'self',
    in: null,
  }),
  attentionRetried: deed({
    name: 'attention.retried',
    by: ['administrator'],
    over: 'federation',
    in: ['WAITING'],
  }),
  attentionSkipped: deed({
    name: 'attention.skipped',
    by: ['administrator'],
    over: 'federation',
    in: ['WAITING'],
  }),
} as const satisfies Record<string, Deed>
