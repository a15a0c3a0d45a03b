import { fold } from '../../domain/grammar/text.ts'

/** A label that tells people which unit it is, made unique by a piece of its id. */
export function pathBelow(above: string, code: string, id: string): string {
  const label = fold(code).replace(/[^a-z0-9]/g, '_')
  return `${above}.${label}_${id.slice(0, 8)}`
}
