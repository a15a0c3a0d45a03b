import type { RefusalParams } from './refusal.ts'

/**
 * One reason why a deed is not possible yet (or, among warnings, what deserves a second look).
 * `code` is `<word>.<kebab-fact>`; its sentence stands in the dictionaries.
 */
export type Obstacle = {
  code: string
  params?: RefusalParams
  /** A JSON pointer into the form, where the reader can mend it. */
  at?: string
}

/** The JSON pointer (RFC 6901) to a place of a form: '/comments/…:II.3/text'. */
export function pointer(...path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
