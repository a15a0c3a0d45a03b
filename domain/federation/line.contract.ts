import { z } from 'zod'
import { isPlainLine } from '../grammar/text.ts'

/** One line of plain text that must not be empty. */
export function line(maximum: number) {
  return z.string().trim().min(1).max(maximum).refine(isPlainLine, 'grammar.control-characters')
}
