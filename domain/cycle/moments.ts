import type { Phase } from './phases.ts'

/** In an order in which each moment stands behind the one it builds on. */
export const MOMENTS = [
  'needsNotice',
  'grassrootsNeedsDue',
  'needsDue',
  'draftingBegins',
  'draftDue',
  'consultationOpens',
  'consultationDue',
  'consultationGraceOver',
  'consolidationDue',
  'revisionDue',
  'checksDue',
  'voteDue',
  'signatureDue',
  'issueDue',
  'registrationDue',
  'childPlansDue',
  'classesFrom',
  'classesTo',
  'inspectionsFrom',
  'inspectionsTo',
  'nextYearOpens',
  'classDataClose',
  'awardFilesDue',
  'awardCouncil',
  'awardsDue',
  'cycleCloses',
] as const
export type Moment = (typeof MOMENTS)[number]

/**
 * How the calendar of a year comes about. A moment lies on its customary date (`on`, in the plan
 * year plus `year`), but never sooner than so many working days after the moment it builds on: a
 * year opened late is pressed together, and catches up with the customary dates where it can.
 */
export type MomentRule = {
  phase: Phase
  time: '08:00' | '17:00'
  on: { year: -1 | 0 | 1; date: string; round?: 'back' } | null
  after: { moment: Moment; workingDays: number } | null
}

type Custom = NonNullable<MomentRule['on']>

const yearBefore = (date: string): Custom => ({ year: -1, date })
const inYear = (date: string): Custom => ({ year: 0, date })
const yearAfter = (date: string): Custom => ({ year: 1, date })
const atLatest = (date: string): Custom => ({ year: 0, date, round: 'back' })

function begin(phase: Phase, on: MomentRule['on'], ...after: [Moment, number] | []): MomentRule {
  const [moment, workingDays = 0] = after
  return { phase, time: '08:00', on, after: moment ? { moment, workingDays } : null }
}

function due(phase: Phase, on: MomentRule['on'], moment: Moment, workingDays: number): MomentRule {
  return { phase, time: '17:00', on, after: { moment, workingDays } }
}

export const MOMENT_RULES = {
  needsNotice: begin('needs', null),
  grassrootsNeedsDue: due('needs', yearBefore('10-30'), 'needsNotice', 3),
  needsDue: due('needs', yearBefore('11-13'), 'grassrootsNeedsDue', 3),
  draftingBegins: begin('draft', yearBefore('11-23'), 'needsDue', 1),
  draftDue: due('draft', yearBefore('12-04'), 'draftingBegins', 4),
  consultationOpens: begin('feedback', yearBefore('12-07'), 'draftDue', 1),
  consultationDue: due('feedback', null, 'consultationOpens', 9),
  consultationGraceOver: due('feedback', null, 'consultationDue', 2),
  consolidationDue: due('revision', yearBefore('12-22'), 'consultationGraceOver', 0),
  revisionDue: due('revision', inYear('01-08'), 'consolidationDue', 5),
  checksDue: due('approval', inYear('01-12'), 'revisionDue', 2),
  voteDue: due('approval', inYear('01-15'), 'checksDue', 3),
  signatureDue: due('approval', inYear('01-18'), 'voteDue', 1),
  issueDue: due('approval', inYear('01-20'), 'signatureDue', 1),
  registrationDue: due('reward', inYear('01-25'), 'issueDue', 1),
  childPlansDue: due('classes', inYear('02-26'), 'issueDue', 15),
  classesFrom: begin('classes', inYear('03-01'), 'issueDue', 1),
  classesTo: due('classes', atLatest('10-31'), 'classesFrom', 20),
  inspectionsFrom: begin('inspection', inYear('03-01'), 'issueDue', 10),
  inspectionsTo: due('inspection', atLatest('11-30'), 'inspectionsFrom', 20),
  nextYearOpens: begin('reward', inYear('10-12'), 'needsNotice', 0),
  classDataClose: due('reward', inYear('11-05'), 'classesTo', 3),
  awardFilesDue: due('reward', atLatest('11-20'), 'classDataClose', 5),
  awardCouncil: begin('reward', inYear('12-10'), 'awardFilesDue', 10),
  awardsDue: due('reward', inYear('12-17'), 'awardCouncil', 5),
  cycleCloses: due('reward', yearAfter('01-15'), 'awardsDue', 10),
} as const satisfies Record<Moment, MomentRule>
