import {
  isAnswered,
  type OwnAnswer,
  type OwnAnswers,
  type OwnQuestion,
  visibleQuestions,
  wordsOfOwnAnswer,
} from './own-questions.ts'

/** The questions of a round as they stood at one time; an answer is pinned to one of them. */
export type QuestionVersion = { version: number; questions: readonly OwnQuestion[] }

/** What a draft holds that the form has no place for any more. */
export type NoLongerAsked = { questionId: string; label: string; words: string }

export type Sorted = {
  /** Answers to the questions that are put. */
  asked: Record<string, OwnAnswer>
  /** Answers to questions whose condition does not hold just now; they come back with it. */
  hidden: Record<string, OwnAnswer>
  noLongerAsked: NoLongerAsked[]
}

/** Where each of the answers has its place; every one is in exactly one of the three. */
export function sortedAnswers(
  answers: OwnAnswers,
  questions: readonly OwnQuestion[],
  former: readonly OwnQuestion[],
): Sorted {
  const put = new Set(visibleQuestions(questions, answers).map(({ id }) => id))
  const sorted: Sorted = { asked: {}, hidden: {}, noLongerAsked: [] }
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.find((each) => each.id === id)
    if (!question || hasLostItsChoice(question, answer))
      sorted.noLongerAsked.push(leftOver(id, answer, [...former, ...questions]))
    else if (put.has(id)) sorted.asked[id] = answer
    else sorted.hidden[id] = answer
  }
  return sorted
}

function hasLostItsChoice(question: OwnQuestion, answer: OwnAnswer): boolean {
  return question.kind === 'CHOICE' && answer !== '' && !isAnswered(question, answer)
}

function leftOver(id: string, answer: OwnAnswer, known: readonly OwnQuestion[]): NoLongerAsked {
  const named = known.filter((each) => each.id === id)
  const question = named.find((each) => isAnswered(each, answer)) ?? named[0]
  return {
    questionId: id,
    label: question?.label ?? id,
    words: question ? wordsOfOwnAnswer(question, answer) : String(answer),
  }
}

type Pinned = { questionsVersion: number; ownAnswers: OwnAnswers }

/**
 * A draft goes on with the questions as they stand now. All that was typed stays where it is, so
 * that a question which comes back finds its answer; what is shown where, `sortedAnswers` tells.
 */
export function movedTo<Draft extends Pinned>(draft: Draft, version: number): Draft {
  return draft.questionsVersion < version ? { ...draft, questionsVersion: version } : draft
}

/** Questions of earlier versions that are not asked any more, or had other choices; newest first. */
export function formerQuestions(
  versions: readonly QuestionVersion[],
  current: readonly OwnQuestion[],
): OwnQuestion[] {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version)
  return newestFirst
    .flatMap(({ questions }) => questions)
    .filter((question, index, all) => {
      const says = JSON.stringify(question)
      return (
        !current.some((each) => JSON.stringify(each) === says) &&
        all.findIndex((each) => JSON.stringify(each) === says) === index
      )
    })
}
