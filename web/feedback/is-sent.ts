import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'

/** Signed and with the federation; counted once the round has closed. */
export function isSent({ state, submittedAt }: AnswerView): boolean {
  return submittedAt !== null && (state === 'SUBMITTED' || state === 'COUNTED')
}
