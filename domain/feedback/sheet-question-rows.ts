import { say } from '../text/say.ts'
import { isAnswered, type OwnQuestion, SCALE_STEPS } from './own-questions.ts'
import { ownAnswers } from './own-questions.contract.ts'
import type { SheetField } from './sheet-field.ts'
import { aChoice, aNumber, aText, type SheetRow, withEntry } from './sheet-row.ts'

const [longAnswer, anyNumber] = ownAnswers.valueType.options

/** One question of the department's own. */
export function questionRow(question: OwnQuestion, number: number): SheetRow {
  const { id, label } = question
  const field = answerField(question)
  return {
    key: `question/${id}`,
    label: `${number}`,
    cells: [number, label, hintOf(question), field],
    read: ({ ownAnswers: answers }) => {
      const answer = answers[id]
      return { answer: answer !== undefined && isAnswered(question, answer) ? answer : null }
    },
    write: (form, { answer = null }) => ({
      ...form,
      ownAnswers: withEntry(form.ownAnswers, id, answer),
    }),
  }
}

function answerField({ kind, choices }: OwnQuestion): SheetField {
  switch (kind) {
    case 'TEXT':
      return aText('answer', longAnswer)
    case 'NUMBER':
      return aNumber('answer', { unwrap: () => anyNumber })
    case 'CHOICE':
      return aChoice(
        'answer',
        choices.map((choice) => ({ value: choice.id, words: choice.label })),
      )
    case 'SCALE':
      return aChoice(
        'answer',
        SCALE_STEPS.map((step) => ({ value: step, words: `${step}` })),
      )
  }
}

function hintOf({ hint, measuredIn, lowest, highest, isRequired, when }: OwnQuestion): string {
  return [
    hint,
    measuredIn && say('vi', 'feedback.ownAnswers.measuredIn', { measuredIn }),
    (lowest || highest) && say('vi', 'feedback.ownAnswers.scaleHint', { lowest, highest }),
    say('vi', isRequired ? 'feedback.sheet.required' : 'feedback.sheet.optional'),
    when && say('vi', 'feedback.sheet.onlyWhen'),
  ]
    .filter(Boolean)
    .join(' ')
}
