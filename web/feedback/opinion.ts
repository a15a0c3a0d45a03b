import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import { commentKey } from '../../domain/feedback/answer-form.contract.ts'
import { NO_FACTS } from '../../domain/feedback/line-wish.ts'
import type { Place } from '../../domain/feedback/places.ts'

export type Opinion = 'agree' | 'change' | 'ask'

/** What the form says of a place, in the three words of the page. */
export function opinionOn(form: AnswerForm, key: string): Opinion | null {
  const comment = form.comments[key]
  if (comment) return comment.kind === 'QUESTION' ? 'ask' : 'change'
  return form.agreed[key] ? 'agree' : null
}

/** The form after one of the three was chosen; words already written are kept. */
export function withOpinion(form: AnswerForm, place: Place, opinion: Opinion): AnswerForm {
  const { [place.key]: _, ...agreed } = form.agreed
  const { [place.key]: before, ...comments } = form.comments
  if (opinion === 'agree') return { ...form, agreed: { ...agreed, [place.key]: true }, comments }
  return {
    ...form,
    agreed,
    comments: { ...comments, [place.key]: started(place, before, opinion) },
  }
}

/** Nothing is said of the place any more. */
export function withoutOpinion(form: AnswerForm, key: string): AnswerForm {
  const { [key]: _, ...agreed } = form.agreed
  const { [key]: __, ...comments } = form.comments
  return { ...form, agreed, comments }
}

export function withComment(form: AnswerForm, comment: CommentForm): AnswerForm {
  return { ...form, comments: { ...form.comments, [commentKey(comment)]: comment } }
}

const asked = { kind: 'QUESTION', suggestedText: null } as const

/** A clause is rewritten, a class line is asked about in figures. */
function changed(place: Place, before: CommentForm | undefined) {
  if (place.placeKind !== 'LINE')
    return { kind: 'CORRECTION', suggestedText: before?.suggestedText ?? place.text } as const
  const line = before?.line ?? { ...NO_FACTS, ...place.line, wish: 'CHANGE' as const }
  return { kind: 'PROPOSAL', suggestedText: null, line } as const
}

function started(
  place: Place,
  before: CommentForm | undefined,
  opinion: 'change' | 'ask',
): CommentForm {
  const { planId, placeKind, placeCode } = place
  return {
    planId,
    placeKind,
    placeCode,
    text: before?.text ?? '',
    ...(opinion === 'ask' ? asked : changed(place, before)),
  }
}
