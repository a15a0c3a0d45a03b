import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import type { PlanContent } from '../../domain/draft/plan-content.ts'
import { contentOf, type PlanIds } from './consultation-content.ts'

const clauses = 100

/** A draft of a hundred places, on each of which a unit may say what, why and how else. */
export function longContent(): PlanContent {
  const content = contentOf('TRAINING', [])
  const [clause] = content.clauses
  if (!clause) throw new Error('a draft without clauses')
  const numbered = Array.from({ length: clauses }, (_, at) => {
    const code = `II.${at + 1}`
    return { ...clause, code, heading: `Mục ${code}`, text: clause.text.replace('II.1', code) }
  })
  return { ...content, clauses: numbered }
}

/** Three hundred fields, all of them filled in: kind, words and new wording at each place. */
export function longForm({ TRAINING: planId }: PlanIds): AnswerForm {
  const comments = longContent().clauses.map(({ code, text }) => [
    `${planId}:CLAUSE:${code}`,
    {
      planId,
      placeKind: 'CLAUSE' as const,
      placeCode: code,
      kind: 'CORRECTION' as const,
      text: `Doanh nghiệp trên địa bàn khó cho cán bộ nghỉ 03 ngày liền (mục ${code}).`,
      suggestedText: `${text} Chia hai đợt, học theo cụm.`,
    },
  ])
  return { ...EMPTY_FORM, comments: Object.fromEntries(comments) }
}
