import {
  type AnswerForm,
  answerForm,
  commentKey,
  EMPTY_FORM,
  requestKey,
} from '../../domain/feedback/answer-form.contract.ts'
import { COMMENT_KINDS, REQUEST_REASONS, STANCES } from '../../domain/feedback/answer-form.ts'
import { NO_FACTS } from '../../domain/feedback/line-wish.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { fc } from '../rules/properties.ts'
import { sheetPlans as plans, trainingPlan } from './answer-sheets.ts'

const training = trainingPlan.planId

const words = fc
  .string({
    minLength: 1,
    maxLength: 60,
    unit: fc.constantFrom(...Array.from('aăâđêôơư ệữ=+-@\n_x0041.,;"<>&')),
  })
  .filter((text) => text.trim() !== '')
const line = words.map((text) => text.replaceAll('\n', ' ')).filter((text) => text.trim() !== '')
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const month = fc.integer({ min: 1, max: 12 })
const seats = fc.integer({ min: 1, max: 100_000 })

const facts = fc.record({
  topic: maybe(line),
  audience: maybe(line),
  seats: maybe(seats),
  month: maybe(month),
})
const places = plans.flatMap(placesOf)

const aboutPlace = (place: (typeof places)[number]) => {
  const { planId, placeKind, placeCode } = place
  const of = { planId, placeKind, placeCode }
  const kind = fc.constantFrom(...COMMENT_KINDS)
  const suggested = placeKind === 'LINE' ? fc.constant(null) : maybe(words)
  const plain = fc.record({ ...constants(of), kind, text: words, suggestedText: suggested })
  if (placeKind !== 'LINE') return plain
  const wish = fc.oneof(
    facts.map((all) => ({ ...all, wish: 'CHANGE' as const })),
    fc.constant({ ...NO_FACTS, wish: 'DROP' as const }),
  )
  const asked = { ...constants(of), kind: fc.constant('PROPOSAL' as const), text: words }
  return fc.oneof(plain, fc.record({ ...asked, suggestedText: fc.constant(null), line: wish }))
}

function constants<T extends object>(values: T) {
  // each value under its own name
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fc.constant(value)]),
  ) as { [K in keyof T]: fc.Arbitrary<T[K]> }
}

const newLine = fc.record({
  ...constants({ planId: training, placeKind: 'LINE' as const, kind: 'PROPOSAL' as const }),
  placeCode: fc.stringMatching(/^\+[a-z0-9]{4,12}$/),
  text: words,
  suggestedText: fc.constant(null),
  line: facts.map((all) => ({ ...all, wish: 'NEW' as const })),
})
const whole = fc.record({
  planId: fc.constantFrom(...plans.map(({ planId }) => planId)),
  ...constants({ placeKind: 'GENERAL' as const, placeCode: null, suggestedText: null }),
  kind: fc.constantFrom('DIFFICULTY' as const, 'PROPOSAL' as const),
  text: words,
})

const request = (planId: string) =>
  fc.record({
    ...constants({ planId, targetCode: 'CT1' }),
    requested: fc.double({ min: 0, max: 1e12, noNaN: true }).filter((number) => number !== 100),
    reason: fc.constantFrom(...REQUEST_REASONS),
    particularity: words,
    feasibility: words,
    commitment: fc.oneof(fc.constant(''), words),
  })

const ownAnswer = {
  way: fc.constantFrom('days', 'evenings'),
  hall: words,
  waiting: fc.double({ min: 0, max: 1e9, noNaN: true }),
  ease: fc.integer({ min: 1, max: 5 }),
}

/** Any answer that could be sent, as the screen writes it. */
export const anyAnswer: fc.Arbitrary<AnswerForm> = fc
  .record({
    stances: fc.tuple(
      ...plans.map(() =>
        fc.record({
          stance: fc.constantFrom(...STANCES),
          remark: fc.oneof(fc.constant(''), words),
        }),
      ),
    ),
    said: fc.tuple(
      ...places.map((place) => maybe(fc.oneof(fc.constant('agree'), aboutPlace(place)))),
    ),
    more: fc.array(fc.oneof(newLine, whole), { maxLength: 5 }),
    requests: fc.tuple(...plans.map(({ planId }) => maybe(request(planId)))),
    capacity: fc.record({
      classes: maybe(fc.integer({ min: 0, max: 1_000 })),
      seats: maybe(fc.integer({ min: 0, max: 100_000 })),
      venue: fc.oneof(fc.constant(''), words),
    }),
    spokesperson: fc.record({ name: line, position: line }),
    meeting: fc.record({
      body: maybe(fc.constantFrom('EXECUTIVE_COMMITTEE' as const, 'STANDING_COMMITTEE' as const)),
      heldOn: maybe(fc.constantFrom('2026-12-05', '2027-02-28')),
      minutesNumber: fc.oneof(
        fc.constant(''),
        line.map((text) => text.slice(0, 60)),
      ),
    }),
    ownAnswers: fc.record(ownAnswer, { requiredKeys: [] }),
  })
  .map(({ stances, said, more, requests, ...rest }) => {
    const comments = [...said.filter((one) => one !== null && one !== 'agree'), ...more]
    const form = {
      ...EMPTY_FORM,
      ...rest,
      isConfirmed: true,
      stances: Object.fromEntries(plans.map(({ planId }, at) => [planId, stances[at]])),
      agreed: Object.fromEntries(
        places.flatMap(({ key }, at) => (said[at] === 'agree' ? [[key, true]] : [])),
      ),
      comments: Object.fromEntries(
        comments.map((comment) => [commentKey(comment as never), comment]),
      ),
      targetRequests: Object.fromEntries(
        requests.flatMap((one) => (one ? [[requestKey(one), one]] : [])),
      ),
    }
    return answerForm.parse(form)
  })
