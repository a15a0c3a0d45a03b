import { say } from '../text/say.ts'
import { answerForm, type CommentForm, commentForm, commentKey } from './answer-form.contract.ts'
import { STANCES } from './answer-form.ts'
import type { ConsultedPlan } from './feedback.contract.ts'
import type { Place } from './places.ts'
import { agreement, checkOpinion, opinionKinds, opinionOf, withOpinion } from './sheet-opinion.ts'
import { aChoice, aText, filled, oneAt, type SheetRow, textAt, withEntry } from './sheet-row.ts'

const { text, suggestedText } = commentForm.shape
const { remark } = answerForm.shape.stances.valueType.shape

const stances = STANCES.map((stance) => ({
  value: stance,
  words: say('vi', `feedback.stances.${stance}`),
}))

/** The stance on one draft, and what is hard or proposed in the whole of it. */
export function stanceRow({ planId, title }: ConsultedPlan): SheetRow {
  const whole = (kind: 'DIFFICULTY' | 'PROPOSAL'): CommentForm => {
    const place = { planId, placeKind: 'GENERAL' as const, placeCode: null }
    return { ...place, kind, text: '', suggestedText: null }
  }
  const asKinds = ['DIFFICULTY', 'PROPOSAL'] as const
  return {
    key: `stance/${planId}`,
    label: title,
    cells: [
      title,
      aChoice('stance', stances),
      aText('remark', remark),
      ...asKinds.map((kind) => aText(kind, text)),
    ],
    read: (form) => ({
      stance: form.stances[planId]?.stance ?? null,
      remark: filled(form.stances[planId]?.remark),
      DIFFICULTY: filled(form.comments[commentKey(whole('DIFFICULTY'))]?.text),
      PROPOSAL: filled(form.comments[commentKey(whole('PROPOSAL'))]?.text),
    }),
    write(form, values) {
      const given = {
        stance: oneAt(values, 'stance', STANCES),
        remark: textAt(values, 'remark'),
      }
      const comments = asKinds.reduce((now, kind) => {
        const key = commentKey(whole(kind))
        const words = textAt(values, kind)
        const comment = { ...(now[key] ?? whole(kind)), text: words }
        return withEntry(now, key, words === '' ? null : comment)
      }, form.comments)
      return { ...form, stances: { ...form.stances, [planId]: given }, comments }
    },
  }
}

/** One clause, or one target as a place of the draft. */
export function placeRow(place: Place): SheetRow {
  const { key, placeCode, heading, section } = place
  const head = place.placeKind === 'TARGET' ? say('vi', 'feedback.targets.target') : heading
  return {
    key: `place/${key}`,
    label: placeCode,
    cells: [
      placeCode,
      filled(head) ?? section,
      place.text,
      aChoice('opinion', [agreement, ...opinionKinds]),
      aText('text', text),
      aText('suggested', suggestedText.unwrap()),
    ],
    read: (form) => ({
      opinion: opinionOf(form, key),
      text: filled(form.comments[key]?.text),
      suggested: filled(form.comments[key]?.suggestedText),
    }),
    write: (form, values) =>
      withOpinion(form, place, values, (kind) => ({
        kind,
        suggestedText: filled(textAt(values, 'suggested')),
      })),
    check: checkOpinion,
  }
}
