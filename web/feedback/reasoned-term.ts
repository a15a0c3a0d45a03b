import { z } from 'zod'
import { termShape } from '../kit/form/TermFields.tsx'
import { sayCode } from '../text.ts'

/** A term that is given anew, with the reason for it; what is missing is said in the reader's language. */
export function reasonedTerm() {
  const reason = z
    .string()
    .trim()
    .min(5, { error: sayCode('feedback.reason-missing') })
    .max(500)
  return z.object({ reason, ...termShape })
}
