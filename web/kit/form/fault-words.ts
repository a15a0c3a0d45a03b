import type { z } from 'zod'
import { sayCode } from '../../text.ts'

/** The words of a fault's code; the same table as the server's, so that both say the same. */
export function faultWords(code: string, params: Record<string, string | number> = {}): string {
  return sayCode(code, params, code.startsWith('grammar.') ? 'faults' : 'refusals')
}

const codePattern = /^[a-z]+\.[a-z-]+$/

/** A schema may carry a code as its message; everything else is already a sentence. */
export function messageWords(message: string): string {
  return codePattern.test(message) ? faultWords(message) : message
}

/** What zod found wrong, in the words of the dictionaries. */
export function issueWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'too_small':
      return faultWords(smallCode(issue), { minimum: Number(issue.minimum) })
    case 'too_big':
      return faultWords(bigCode(issue.origin), { maximum: Number(issue.maximum) })
    case 'invalid_value':
    case 'invalid_union':
      return faultWords('grammar.not-a-choice')
    case 'invalid_type':
      return faultWords(isMissing(issue.input) ? 'grammar.required' : 'grammar.wrong-type')
    case 'not_multiple_of':
      return faultWords('grammar.not-whole')
    case 'invalid_format':
      return faultWords(formatCode(issue))
    default:
      return faultWords('grammar.wrong-type')
  }
}

function formatCode({ input, format }: { input?: unknown; format: string }): string {
  if (isMissing(input)) return 'grammar.required'
  return format === 'uuid' ? 'grammar.not-an-id' : 'grammar.wrong-type'
}

function isMissing(input: unknown): boolean {
  return input === undefined || input === null || input === ''
}

function smallCode(issue: { origin: string; minimum: number | bigint }): string {
  if (issue.origin === 'string')
    return Number(issue.minimum) === 1 ? 'grammar.required' : 'grammar.too-short'
  return issue.origin === 'array' ? 'grammar.too-few' : 'grammar.too-small'
}

function bigCode(origin: string): string {
  if (origin === 'string') return 'grammar.too-long'
  return origin === 'array' ? 'grammar.too-many' : 'grammar.too-big'
}
