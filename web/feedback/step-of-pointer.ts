import type { AnswerStep } from '../../domain/feedback/answer-steps.ts'

/** Where a fault of the form is mended: '/comments/…:CLAUSE:II.3/text' → the step and the place. */
export function stepOfPointer(at: string): { step: AnswerStep; at?: string; plan?: string } {
  const [, part = '', key = ''] = at.split('/')
  const plan = key.split(':')[0] ?? ''
  if (part === 'stances') return { step: 'general' }
  if (part === 'targetRequests') return { step: 'targets' }
  if (part === 'ownAnswers') return { step: 'questions', at: key }
  if (part !== 'comments') return { step: 'review' }
  return key.includes(':GENERAL') ? { step: 'general' } : { step: 'places', at: key, plan }
}
