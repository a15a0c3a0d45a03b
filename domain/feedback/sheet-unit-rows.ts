import { say } from '../text/say.ts'
import { type AnswerForm, answerForm } from './answer-form.contract.ts'
import type { SheetField, SheetValue } from './sheet-field.ts'
import { aChoice, aLine, aNumber, aText, filled, type SheetRow } from './sheet-row.ts'

const { capacity, spokesperson, meeting } = answerForm.shape
const bodies = (['EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE'] as const).map((body) => ({
  value: body,
  words: say('vi', `feedback.bodies.${body}`),
}))
const yes = { value: 'YES', words: say('vi', 'feedback.sheet.yes') }

type Fact = {
  label: string
  field: SheetField
  get: (form: AnswerForm) => SheetValue
  put: (form: AnswerForm, value: SheetValue) => AnswerForm
}

/** A part of the form that is one field. */
function part(
  name: 'capacity' | 'spokesperson' | 'meeting',
  label: string,
  field: SheetField,
): Fact {
  return {
    label: say('vi', label),
    field,
    get: (form) => {
      const value: unknown = Reflect.get(form[name], field.name)
      return typeof value === 'number' ? value : typeof value === 'string' ? filled(value) : null
    },
    put: (form, value) => {
      const isText = typeof Reflect.get(form[name], field.name) === 'string'
      return { ...form, [name]: { ...form[name], [field.name]: value ?? (isText ? '' : null) } }
    },
  }
}

const facts: readonly Fact[] = [
  part('capacity', 'feedback.needs.classes', aNumber('classes', capacity.shape.classes)),
  part('capacity', 'feedback.needs.seats', aNumber('seats', capacity.shape.seats)),
  part('capacity', 'feedback.needs.venue', aText('venue', capacity.shape.venue)),
  part('spokesperson', 'feedback.sheet.speaker', aLine('name', spokesperson.shape.name)),
  part('spokesperson', 'feedback.sheet.position', aLine('position', spokesperson.shape.position)),
  part('meeting', 'feedback.review.body', aChoice('body', bodies)),
  part('meeting', 'feedback.review.heldOn', { name: 'heldOn', kind: 'day' }),
  part('meeting', 'feedback.review.minutes', aLine('minutesNumber', meeting.shape.minutesNumber)),
  {
    label: say('vi', 'feedback.review.confirm'),
    field: aChoice('isConfirmed', [yes]),
    get: ({ isConfirmed }) => (isConfirmed ? yes.value : null),
    put: (form, value) => ({ ...form, isConfirmed: value !== null }),
  },
]

/** What the unit could do itself, who speaks for it, and on which meeting the answer rests. */
export function factRows(): SheetRow[] {
  return facts.map(({ label, field, get, put }, at) => ({
    key: `unit/${field.name}`,
    label,
    cells: [at + 1, label, field],
    read: (form) => ({ [field.name]: get(form) }),
    write: (form, values) => put(form, values[field.name] ?? null),
  }))
}
