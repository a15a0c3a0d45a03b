import { type Deed, deed } from '../grammar/deed.ts'
import { OUTSTANDING_STATES } from './answer.ts'
import { UNWRITTEN_STATES } from './assisted-entry.ts'
import { conferenceDeeds } from './conference-deeds.ts'

/** The states in which the text of an answer may be written. */
export const WRITABLE_STATES = [
  'NOT_OPENED',
  'OPENED',
  'READ',
  'DRAFT',
  'RETURNED_BY_PRESIDENT',
  'WITHDRAWN',
] as const

export const feedbackDeeds = {
  answerOpened: deed({
    name: 'answer.opened',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['NOT_OPENED'],
  }),
  answerRead: deed({
    name: 'answer.read',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['NOT_OPENED', 'OPENED'],
  }),
  answerSaved: deed({
    name: 'answer.saved',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: WRITABLE_STATES,
  }),
  fileAttached: deed({
    name: 'answer-file.attached',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: WRITABLE_STATES,
  }),
  fileRemoved: deed({
    name: 'answer-file.removed',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: WRITABLE_STATES,
  }),
  /** A spreadsheet is looked at: nothing is written. */
  sheetChecked: deed({
    name: 'answer-sheet.checked',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: WRITABLE_STATES,
  }),
  sheetTaken: deed({
    name: 'answer-sheet.taken',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: WRITABLE_STATES,
  }),
  /** On paper, entered by the department; it writes nothing of the unit's own. */
  assistedSaved: deed({
    name: 'assisted-entry.saved',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: UNWRITTEN_STATES,
  }),
  assistedOffered: deed({
    name: 'assisted-entry.offered',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: UNWRITTEN_STATES,
  }),
  assistedWithdrawn: deed({
    name: 'assisted-entry.withdrawn',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: OUTSTANDING_STATES,
  }),
  assistedConfirmed: deed({
    name: 'assisted-entry.confirmed',
    by: ['unitHead'],
    over: 'ownUnit',
    in: UNWRITTEN_STATES,
    stepUp: true,
  }),
  assistedRefused: deed({
    name: 'assisted-entry.refused',
    by: ['unitHead'],
    over: 'ownUnit',
    in: OUTSTANDING_STATES,
  }),
  assistedTakenOver: deed({
    name: 'assisted-entry.takenOver',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: UNWRITTEN_STATES,
  }),
  answerSentOn: deed({
    name: 'answer.sentOn',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['DRAFT', 'RETURNED_BY_PRESIDENT', 'WITHDRAWN'],
  }),
  answerReturned: deed({
    name: 'answer.returned',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['WITH_PRESIDENT'],
  }),
  answerSigned: deed({
    name: 'answer.signed',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['WITH_PRESIDENT'],
    stepUp: true,
  }),
  answerWithdrawn: deed({
    name: 'answer.withdrawn',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['SUBMITTED'],
  }),
  extensionAsked: deed({
    name: 'extension.asked',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: OUTSTANDING_STATES,
  }),
  extensionWithdrawn: deed({
    name: 'extension.withdrawn',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: OUTSTANDING_STATES,
  }),
  /** Granted by `round.extended`, as every extension is. */
  extensionRefused: deed({
    name: 'extension.refused',
    by: ['departmentHead', 'departmentDrafter'],
    over: 'federation',
    in: OUTSTANDING_STATES,
  }),
  answerExcused: deed({
    name: 'answer.excused',
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
    over: 'federation',
    in: OUTSTANDING_STATES,
  }),
  excuseTakenBack: deed({
    name: 'excuse.takenBack',
    by: ['departmentDrafter', 'departmentHead', 'committeeLeader'],
    over: 'federation',
    in: ['EXCUSED'],
  }),
  roundPrepared: deed({
    name: 'round.prepared',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['needs', 'draft', 'revision'],
  }),
  questionsChanged: deed({
    name: 'round.questionsChanged',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['PLANNED', 'OPEN'],
  }),
  /** Another day, or now; with the whole term anew. */
  openingMoved: deed({
    name: 'round.openingMoved',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['PLANNED'],
  }),
  roundReminded: deed({
    name: 'round.reminded',
    by: ['departmentDrafter', 'departmentHead'],
    over: 'federation',
    in: ['OPEN'],
  }),
  roundExtended: deed({
    name: 'round.extended',
    by: ['departmentHead', 'departmentDrafter'],
    over: 'federation',
    in: ['OPEN'],
  }),
  roundClosed: deed({
    name: 'round.closed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['OPEN'],
  }),
  roundReopened: deed({
    name: 'round.reopened',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['CLOSED'],
  }),
  ...conferenceDeeds,
} as const satisfies Record<string, Deed>
