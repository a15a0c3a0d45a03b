import { afterAll, describe } from 'vitest'
import { approvalSteps } from './approval.ts'
import { classSteps } from './classes.ts'
import { closeSteps } from './close.ts'
import { draftSteps } from './draft.ts'
import { feedbackSteps } from './feedback.ts'
import { inspectionSteps } from './inspection.ts'
import { revisionSteps } from './revision.ts'
import { rewardSteps } from './reward.ts'
import { closeTheatre } from './stage.ts'
import { teachingSteps } from './teaching.ts'
import { walk } from './walk.ts'

afterAll(closeTheatre)

describe('1. the draft', () => draftSteps(walk))
describe('2. feedback', () => feedbackSteps(walk))
describe('3. revision', () => revisionSteps(walk))
describe('4. approval', () => approvalSteps(walk))
describe('5. classes: opened and listed', () => classSteps(walk))
describe('5. classes: taught and certified', () => teachingSteps(walk))
describe('6. inspection', () => inspectionSteps(walk))
describe('7. reward', () => rewardSteps(walk))
describe('8. close', () => closeSteps(walk))
