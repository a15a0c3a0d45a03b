import { say } from '../text/say.ts'
import type { AnswerForm, CommentForm } from './answer-form.contract.ts'
import { COMMENT_KINDS } from './answer-form.ts'
import type { LineWish } from './line-wish.ts'
import type { Place } from './places.ts'
import { oneAt, type SheetValues, textAt, withEntry } from './sheet-row.ts'

export const agreement = { value: 'AGREE', words: say('vi', 'feedback.answer.agree') }
export const opinionKinds = COMMENT_KINDS.map((kind) => ({
  value: kind,
  words: say('vi', `feedback.commentKinds.${kind}`),
}))

/** What the unit says of a place: agreed, or an opinion of some kind with its words. */
export function opinionOf(form: AnswerForm, key: string): string | null {
  const comment = form.comments[key]
  const wish = comment?.line?.wish
  if (comment) return wish === 'CHANGE' || wish === 'DROP' ? wish : comment.kind
  return form.agreed[key] ? 'AGREE' : null
}

type Rest = Pick<CommentForm, 'kind' | 'suggestedText'> & { line?: LineWish }

export function withOpinion(
  form: AnswerForm,
  { key, planId, placeKind, placeCode }: Place,
  values: SheetValues,
  restOf: (kind: CommentForm['kind']) => Rest,
): AnswerForm {
  const agreed = withEntry(form.agreed, key, values.opinion === 'AGREE' ? true : null)
  if (values.opinion === null || values.opinion === 'AGREE')
    return { ...form, agreed, comments: withEntry(form.comments, key, null) }
  const rest = restOf(oneAt(values, 'opinion', COMMENT_KINDS) ?? 'PROPOSAL')
  const comment = { planId, placeKind, placeCode, text: textAt(values, 'text'), ...rest }
  return { ...form, agreed, comments: withEntry(form.comments, key, comment) }
}

export function checkOpinion(values: SheetValues) {
  const hasWords = values.text !== null || (values.suggested ?? null) !== null
  if (!hasWords) return []
  if (values.opinion === null) return [{ name: 'opinion', code: 'feedback.sheet-opinion-missing' }]
  return values.opinion === 'AGREE'
    ? [{ name: 'opinion', code: 'feedback.sheet-agreed-with-words' }]
    : []
}
