import { parseTerm } from '../federation/term.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import type { PlanContent } from './plan-content.ts'

/** 'nhiệm kỳ 2018-2923': a term stands in running text too, where nobody reads its digits twice. */
const TERM_IN_TEXT = /nhiệm kỳ\s+(\d{4}\s*[-–—]\s*\d{4})/giu

export function obstaclesInTerms(text: string, at: string): Obstacle[] {
  return [...text.matchAll(TERM_IN_TEXT)].flatMap(([, written = '']) => {
    const read = parseTerm(written)
    return 'problem' in read ? [{ ...read.problem, at }] : []
  })
}

/** Every term that the plan's texts name, judged as the term of its head is. */
export function obstaclesInWrittenTerms(content: PlanContent): Obstacle[] {
  return [
    ...obstaclesInTerms(content.title, '/title'),
    ...content.legalBases.flatMap(({ abstract }, index) =>
      obstaclesInTerms(abstract, `/legalBases/${index}/abstract`),
    ),
    ...content.clauses.flatMap(({ text }, index) =>
      obstaclesInTerms(text, `/clauses/${index}/text`),
    ),
    ...content.targets.flatMap(({ text }, index) =>
      obstaclesInTerms(text, `/targets/${index}/text`),
    ),
    ...content.classLines.flatMap(({ audience }, index) =>
      obstaclesInTerms(audience, `/classLines/${index}/audience`),
    ),
  ]
}
