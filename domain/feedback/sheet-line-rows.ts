import { say } from '../text/say.ts'
import { commentForm, lineFacts, placeKey } from './answer-form.contract.ts'
import { FACTS_OF_LINE, type LineWish, NO_FACTS } from './line-wish.ts'
import type { Place } from './places.ts'
import { agreement, checkOpinion, opinionKinds, opinionOf, withOpinion } from './sheet-opinion.ts'
import { aChoice, aLine, aNumber, aText, filled, isEmpty, numberAt, oneAt } from './sheet-row.ts'
import { type SheetRow, type SheetValues, textAt, withEntry } from './sheet-row.ts'

const { text } = commentForm.shape
const { topic, audience, seats, month } = lineFacts.shape

const wishes = (['CHANGE', 'DROP'] as const).map((wish) => ({
  value: wish,
  words: say('vi', `feedback.lineWish.${wish}`),
}))
const months = Array.from({ length: 12 }, (_, at) => ({ value: at + 1, words: `${at + 1}` }))

/** One class of the annex, with what may be asked of it in figures. */
export function lineRow(place: Place): SheetRow {
  const { key, placeCode, line } = place
  return {
    key: `line/${key}`,
    label: placeCode,
    cells: [
      placeCode,
      line?.topic ?? null,
      line?.audience ?? null,
      line?.seats ?? null,
      line?.month ?? null,
      aChoice('opinion', [agreement, ...wishes, ...opinionKinds]),
      ...factFields,
      aText('text', text),
    ],
    read: (form) => ({
      opinion: opinionOf(form, key),
      ...factsIn(form.comments[key]?.line),
      text: filled(form.comments[key]?.text),
    }),
    write(form, values) {
      const before = form.comments[key]
      const wish = oneAt(values, 'opinion', ['CHANGE', 'DROP'])
      const asked = wish && {
        kind: before?.line ? before.kind : ('PROPOSAL' as const),
        line: { ...(wish === 'CHANGE' ? factsOf(values) : NO_FACTS), wish },
      }
      return withOpinion(form, place, values, (kind) => ({
        suggestedText: before?.suggestedText ?? null,
        ...(asked ?? { kind }),
      }))
    },
    check(values) {
      const isAsked = FACTS_OF_LINE.some((fact) => values[fact] !== null)
      const isOdd = isAsked && values.opinion !== 'CHANGE'
      return isOdd
        ? [{ name: 'opinion', code: 'feedback.sheet-facts-without-change' }]
        : checkOpinion(values)
    },
  }
}

/** A class that the annex lacks. Its code is the answer's own: '+k3x9a'. */
export function newLineRow(planId: string, placeCode: string, number: number): SheetRow {
  const where = { planId, placeKind: 'LINE' as const, placeCode }
  const key = placeKey(where)
  const label = say('vi', 'feedback.lineWish.newLine', { number })
  return {
    key: `line/${key}`,
    label,
    cells: [
      placeCode,
      label,
      null,
      null,
      null,
      say('vi', 'feedback.lineWish.new'),
      ...factFields,
      aText('text', text),
    ],
    read: (form) => ({
      ...factsIn(form.comments[key]?.line),
      text: filled(form.comments[key]?.text),
    }),
    write(form, values) {
      const begun = { ...where, kind: 'PROPOSAL' as const, suggestedText: null }
      const line = { ...factsOf(values), wish: 'NEW' as const }
      const comment = { ...begun, ...form.comments[key], line, text: textAt(values, 'text') }
      const comments = withEntry(form.comments, key, isEmpty(values) ? null : comment)
      return { ...form, comments }
    },
  }
}

const factFields = [
  aLine('topic', topic.unwrap()),
  aLine('audience', audience.unwrap()),
  aNumber('seats', seats),
  aChoice('month', months),
]

function factsIn(line: LineWish | undefined): SheetValues {
  const { topic: named, audience: whom, ...figures } = line ?? NO_FACTS
  return {
    topic: filled(named),
    audience: filled(whom),
    seats: figures.seats,
    month: month.safeParse(figures.month).data ?? null,
  }
}

function factsOf(values: SheetValues) {
  return {
    topic: filled(textAt(values, 'topic')),
    audience: filled(textAt(values, 'audience')),
    seats: numberAt(values, 'seats'),
    month: numberAt(values, 'month'),
  }
}
