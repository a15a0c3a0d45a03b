import { afterAll, describe, test } from 'vitest'
import { planYearFor } from '../../db/demo/terms.ts'
import { demoPassword } from '../../db/demo/password.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { signIn } from '../../local/signed-in.ts'
import { accountSteps } from './accounts.ts'
import { approvalSteps } from './approval.ts'
import { classSteps } from './classes.ts'
import { closeSteps } from './close.ts'
import { draftSteps } from './draft.ts'
import { feedbackSteps } from './feedback.ts'
import { inspectionSteps } from './inspection.ts'
import { otherPages } from './pages.ts'
import { revisionSteps } from './revision.ts'
import { rewardSteps } from './reward.ts'
import { address, closeTheatre, lookTwice, picture, stranger, visit } from './stage.ts'
import { teachingSteps } from './teaching.ts'
import type { Walk } from './walk.ts'

const thisYear = planYearFor(dayOfInstant(new Date()))
const walk: Walk = {
  thisYear,
  year: thisYear + 1,
  visit,
  calling: (username) => signIn(address(), { username, password: demoPassword }),
}
afterAll(closeTheatre)

describe('signing in', () => {
  test('the demo persons are offered by step, one click each', async () => {
    const visitor = await stranger()
    await visitor.go('/sign-in')
    await lookTwice(visitor, 'sign-in')
    await visitor.press(/Hoàng Thị Lụa/)
    await visitor.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    await lookTwice(visitor, 'inbox')
    await picture(visitor, 'inbox')
    await visitor.leave()
  })
})

describe('1. the draft', () => draftSteps(walk))
describe('2. feedback', () => feedbackSteps(walk))
describe('3. revision', () => revisionSteps(walk))
describe('4. approval', () => approvalSteps(walk))
describe('5. classes: opened and listed', () => classSteps(walk))
describe('5. classes: taught and certified', () => teachingSteps(walk))
describe('6. inspection', () => inspectionSteps(walk))
describe('7. reward', () => rewardSteps(walk))
describe('8. close', () => closeSteps(walk))
describe('accounts', () => accountSteps(walk))
describe('the other pages', () => otherPages(walk))
