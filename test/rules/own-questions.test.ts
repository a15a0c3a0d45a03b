import { describe, expect, it } from 'vitest'
import { ownQuestions } from '../../domain/feedback/own-questions.contract.ts'
import {
  countedAnswers,
  obstaclesInOwnAnswers,
  type OwnAnswer,
  type OwnAnswers,
  type OwnQuestion,
  QUESTION_KINDS,
  SCALE_STEPS,
  visibleQuestions,
} from '../../domain/feedback/own-questions.ts'
import { figuresOf } from '../../domain/feedback/question-figures.ts'
import {
  answersToName,
  faultsInQuestions,
  obstaclesToChangingQuestions,
} from '../../domain/feedback/question-list.ts'
import {
  formerQuestions,
  movedTo,
  type QuestionVersion,
  sortedAnswers,
} from '../../domain/feedback/question-versions.ts'
import { aQuestion, ease, evenings, hall, waiting } from '../setup/questions.ts'
import { fc, test } from './properties.ts'

const idsOf = (questions: readonly OwnQuestion[]) => questions.map(({ id }) => id)

/** The kind belongs to the id, as the rule for changes wants it; everything else varies. */
const anyQuestion = (id: string, earlier: readonly OwnQuestion[]): fc.Arbitrary<OwnQuestion> => {
  const kind = QUESTION_KINDS[Number(id.slice(1)) % QUESTION_KINDS.length] ?? 'TEXT'
  const able = earlier.filter((question) => answersToName(question).length > 0)
  const when = fc.constantFrom(...able.map((q) => q.id), null).chain((questionId) => {
    const named = able.find((question) => question.id === questionId)
    if (!named) return fc.constant(null)
    const answers = answersToName(named).map((answer) => answer.id)
    return fc
      .subarray(answers, { minLength: 1 })
      .map((is) => ({ questionId: named.id, is }) as OwnQuestion['when'])
  })
  return fc
    .record({
      label: fc.constantFrom('Một?', 'Hai?', 'Ba?'),
      isRequired: fc.boolean(),
      choices: fc
        .subarray(['a', 'b', 'c', 'd'], { minLength: 2 })
        .map((ids) => ids.map((choice) => ({ id: choice, label: `Chọn ${choice}` }))),
      when,
    })
    .map((more) => aQuestion({ id, kind, ...more }))
}

/** A list in which conditions look back at what may be named. */
const anyQuestions: fc.Arbitrary<OwnQuestion[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 6 })
  .chain((numbers) =>
    numbers.reduce<fc.Arbitrary<OwnQuestion[]>>(
      (list, number) =>
        list.chain((earlier) =>
          anyQuestion(`q${number}`, earlier).map((next) => [...earlier, next]),
        ),
      fc.constant([]),
    ),
  )

const anyAnswer: fc.Arbitrary<OwnAnswer> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'd', 'x'),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.integer({ min: 0, max: 6 }),
)
const anyAnswers: fc.Arbitrary<OwnAnswers> = fc.dictionary(
  fc.integer({ min: 0, max: 9 }).map((number) => `q${number}`),
  anyAnswer,
)

describe('a condition', () => {
  it('asks at once, and asks no more when its answer is another one', () => {
    const questions = [evenings, hall]
    expect(idsOf(visibleQuestions(questions, {}))).toEqual(['way'])
    expect(idsOf(visibleQuestions(questions, { way: 'evenings' }))).toEqual(['way', 'hall'])
    expect(idsOf(visibleQuestions(questions, { way: 'days' }))).toEqual(['way'])
  })

  it('names steps of a scale as well', () => {
    const why = aQuestion({ id: 'why', when: { questionId: 'ease', is: ['1', '2'] } })
    expect(idsOf(visibleQuestions([ease, why], { ease: 2 }))).toEqual(['ease', 'why'])
    expect(idsOf(visibleQuestions([ease, why], { ease: 3 }))).toEqual(['ease'])
  })

  it('does not hold while its own question is not asked', () => {
    const next = aQuestion({ id: 'next', when: { questionId: 'second', is: ['1'] } })
    const second = { ...ease, id: 'second', when: { questionId: 'way', is: ['days'] } }
    const answers = { way: 'evenings', second: 1 }
    expect(idsOf(visibleQuestions([evenings, second, next], answers))).toEqual(['way'])
    expect(idsOf(visibleQuestions([evenings, second, next], { ...answers, way: 'days' }))).toEqual([
      'way',
      'second',
      'next',
    ])
  })

  test.prop([anyQuestions, anyAnswers])(
    'whoever is asked is asked because every condition on the way holds',
    (questions, answers) => {
      expect(faultsInQuestions(questions)).toEqual([])
      const visible = visibleQuestions(questions, answers)
      for (const question of questions) {
        const { when } = question
        const asked = when && visible.find(({ id }) => id === when.questionId)
        const holds = when === null || (asked && when.is.includes(String(answers[when.questionId])))
        expect(visible.includes(question), question.id).toBe(Boolean(holds))
      }
    },
  )
})

describe('an answer is checked at its field', () => {
  const questions = [evenings, hall, waiting, ease]
  const faultsOf = (answers: OwnAnswers) =>
    obstaclesInOwnAnswers(questions, answers).map(({ code, at }) => `${code} ${at}`)

  it('a required one is missing only where it is asked', () => {
    expect(faultsOf({})).toEqual(['feedback.own-answer-missing /ownAnswers/way'])
    expect(faultsOf({ way: 'days' })).toEqual([])
    expect(faultsOf({ way: 'evenings', hall: '  ' })).toEqual([
      'feedback.own-answer-missing /ownAnswers/hall',
    ])
  })

  it('what the question cannot take is said', () => {
    expect(faultsOf({ way: 'days', ease: 6, waiting: 'nhiều' })).toEqual([
      'feedback.own-answer-unfit /ownAnswers/waiting',
      'feedback.own-answer-unfit /ownAnswers/ease',
    ])
    expect(faultsOf({ way: 'nights' })).toEqual(['feedback.own-answer-missing /ownAnswers/way'])
  })

  it('what counts is what is asked, trimmed', () => {
    const answers = { way: 'days', hall: 'Có, 80 chỗ', waiting: 12, strange: 'x' }
    expect(countedAnswers(questions, answers)).toEqual({ way: 'days', waiting: 12 })
    expect(countedAnswers(questions, { way: 'evenings', hall: ' Có ' })).toMatchObject({
      hall: 'Có',
    })
  })
})

describe('questions that cannot be put', () => {
  const codes = (questions: OwnQuestion[]) => faultsInQuestions(questions).map(({ code }) => code)

  it('without words, twice, or with less than two choices', () => {
    expect(codes([aQuestion({ label: ' ' })])).toEqual(['feedback.question-without-words'])
    expect(codes([aQuestion(), aQuestion()])).toEqual(['feedback.question-twice'])
    const one = { ...evenings, choices: [{ id: 'a', label: 'Có' }] }
    expect(codes([one])).toEqual(['feedback.question-choices-missing'])
    const same = [
      { id: 'a', label: 'Có' },
      { id: 'b', label: 'Có ' },
    ]
    expect(codes([{ ...evenings, choices: same }])).toEqual(['feedback.question-choices-uneven'])
  })

  it('with a condition on what comes later, on words, or on an answer that is not there', () => {
    expect(codes([hall, evenings])).toEqual(['feedback.condition-looks-nowhere'])
    const onWords = { ...hall, when: { questionId: 'q1', is: ['x'] } }
    expect(codes([aQuestion(), onWords])).toEqual(['feedback.condition-looks-nowhere'])
    const onNothing = { ...hall, when: { questionId: 'way', is: ['nights'] } }
    expect(codes([evenings, onNothing])).toEqual(['feedback.condition-names-nothing'])
  })

  test.prop([anyQuestions])('what the rules let through, the contract takes', (questions) => {
    expect(ownQuestions.safeParse(questions).success).toBe(true)
  })
})

describe('the questions of an open round are changed', () => {
  const changing = {
    now: '2026-12-10T03:00:00.000Z',
    lastDayAt: '2026-12-17T10:00:00.000Z',
    before: [evenings, hall],
    after: [evenings, hall, waiting],
  }
  const codes = (change: Partial<typeof changing>) =>
    obstaclesToChangingQuestions({ ...changing, ...change }).map(({ code }) => code)

  it('while every unit still has a working day', () => {
    expect(codes({})).toEqual([])
    expect(codes({ now: '2026-12-17T10:00:00.001Z' })).toEqual(['feedback.questions-too-late'])
  })

  it('not to the same, and never to another kind under the same name', () => {
    expect(codes({ after: changing.before })).toEqual(['feedback.questions-unchanged'])
    const other = { ...evenings, kind: 'TEXT' as const }
    expect(codes({ after: [other] })).toEqual(['feedback.question-other-kind'])
  })
})

describe('a draft goes on with a new version', () => {
  const draft = { questionsVersion: 1, ownAnswers: { way: 'evenings', hall: 'Có, 80 chỗ' } }

  it('with all that was typed; what is not asked any more is named with its words', () => {
    const moved = movedTo(draft, 2)
    expect(moved).toEqual({ ...draft, questionsVersion: 2 })
    const former = formerQuestions([{ version: 1, questions: [evenings, hall] }], [waiting])
    expect(sortedAnswers(moved.ownAnswers, [waiting], former).noLongerAsked).toEqual([
      { questionId: 'way', label: 'Học theo cách nào?', words: 'Buổi tối' },
      { questionId: 'hall', label: 'Có hội trường buổi tối không?', words: 'Có, 80 chỗ' },
    ])
  })

  it('a choice that was taken out of the list is named, and asked anew', () => {
    const [days] = evenings.choices
    const fewer = { ...evenings, choices: [...(days ? [days] : []), { id: 'online', label: 'Xa' }] }
    const sorted = sortedAnswers(draft.ownAnswers, [fewer, hall], [evenings])
    expect(sorted.noLongerAsked[0]).toMatchObject({ words: 'Buổi tối' })
    expect(obstaclesInOwnAnswers([fewer], draft.ownAnswers)[0]?.code).toBe(
      'feedback.own-answer-missing',
    )
  })

  it('never back: an answer keeps the newest version it has seen', () => {
    expect(movedTo({ ...draft, questionsVersion: 3 }, 2).questionsVersion).toBe(3)
  })

  test.prop([fc.array(anyQuestions, { minLength: 1, maxLength: 5 }), anyAnswers])(
    'whatever versions it goes through, every typed word is in exactly one place',
    (lists, answers) => {
      const versions = lists.map((questions, at): QuestionVersion => ({
        version: at + 1,
        questions,
      }))
      let moved = { questionsVersion: 1, ownAnswers: answers }
      for (const { version, questions } of versions) {
        moved = movedTo(moved, version)
        const former = formerQuestions(versions.slice(0, version - 1), questions)
        const { asked, hidden, noLongerAsked } = sortedAnswers(moved.ownAnswers, questions, former)
        const places = [
          ...Object.keys(asked),
          ...Object.keys(hidden),
          ...noLongerAsked.map(({ questionId }) => questionId),
        ]
        expect(places.toSorted()).toEqual(Object.keys(answers).toSorted())
        for (const { questionId, words } of noLongerAsked)
          expect(words === '' ? String(answers[questionId]) : words).not.toBe('')
      }
      expect(moved.ownAnswers).toEqual(answers)
      // a question that comes back finds its answer where it was
      const [first = []] = lists
      expect(sortedAnswers(moved.ownAnswers, first, []).asked).toEqual(
        sortedAnswers(answers, first, []).asked,
      )
    },
  )
})

describe('figures', () => {
  it('of choices and steps are counted in the order of the form, nobody left out', () => {
    const counted = [
      { questionId: 'way', value: 'evenings', units: 3 },
      { questionId: 'ease', value: 4, units: 2 },
    ]
    expect(figuresOf(evenings, counted)).toMatchObject({
      answered: 3,
      counts: [
        { value: 'days', units: 0 },
        { value: 'evenings', label: 'Buổi tối', units: 3 },
      ],
      numbers: null,
    })
    expect(figuresOf(ease, counted).counts.map(({ units }) => units)).toEqual([0, 0, 0, 2, 0])
  })

  it('of numbers have their mean, and the middle one', () => {
    const numbers = (...values: number[]) =>
      figuresOf(
        waiting,
        values.map((value) => ({ questionId: 'waiting', value, units: 1 })),
      ).numbers
    expect(numbers(10, 2, 30)).toEqual({ sum: 42, mean: 14, median: 10, least: 2, most: 30 })
    expect(numbers(10, 20)).toMatchObject({ median: 15 })
    expect(numbers()).toBeNull()
  })

  test.prop([fc.array(fc.constantFrom(...SCALE_STEPS), { maxLength: 30 })])(
    'add up to the units that answered',
    (steps) => {
      const counted = steps.map((value) => ({ questionId: 'ease', value, units: 1 }))
      const { counts, answered } = figuresOf(ease, counted)
      expect(counts.reduce((sum, { units }) => sum + units, 0)).toBe(answered)
    },
  )
})
