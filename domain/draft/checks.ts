import { parseTerm } from '../federation/term.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { obstaclesInAllocation } from './allocation.ts'
import { headlineMismatches, obstaclesInLine, totalsOf, warningsOnLines } from './class-line.ts'
import type { Draft } from './plan.ts'
import { obstaclesInTarget } from './target.ts'

/** Why a draft cannot be sent on for consultation yet, with the place of each reason. */
export function obstaclesToSendingOn(draft: Draft): Obstacle[] {
  return [
    ...obstaclesInHead(draft),
    ...draft.clauses.flatMap(({ code, text }, index) =>
      text.trim() === ''
        ? [{ code: 'draft.clause-empty', params: { clause: code }, at: `/clauses/${index}/text` }]
        : [],
    ),
    ...draft.targets.flatMap((target, index) => [
      ...obstaclesInTarget(target, `/targets/${index}`),
      ...obstaclesInAllocation(target, target.allocations, `/targets/${index}/allocations`),
    ]),
    ...draft.classLines.flatMap((line, index) => obstaclesInLine(line, `/classLines/${index}`)),
    ...headlineMismatches(totalsOf(draft.classLines), draft.totals),
  ]
}

function obstaclesInHead(draft: Draft): Obstacle[] {
  const obstacles: Obstacle[] = []
  if (draft.title.trim() === '') obstacles.push({ code: 'draft.title-missing', at: '/title' })
  if (draft.term !== null) {
    const read = parseTerm(draft.term)
    if ('problem' in read) obstacles.push({ ...read.problem, at: '/term' })
  }
  const parts = [
    ['legalBases', 'draft.no-legal-basis'],
    ['clauses', 'draft.no-clause'],
    ['targets', 'draft.no-target'],
    ['recipients', 'draft.no-recipient'],
  ] as const
  for (const [part, code] of parts) {
    if (draft[part].length === 0) obstacles.push({ code, at: `/${part}` })
  }
  if (draft.planType === 'TRAINING' && draft.classLines.length === 0) {
    obstacles.push({ code: 'draft.no-class-line', at: '/classLines' })
  }
  return obstacles
}

/** What a drafter should look at again; none of it keeps the draft back. */
export function warningsOn(draft: Draft, mostTrainees: number | null = null): Obstacle[] {
  const unfinished = draft.clauses.filter((clause) => clause.finished === false).length
  const uncounted = draft.targets.filter(
    (target) => target.kind === 'PERCENT' && target.denominator === null,
  )
  return [
    ...warningsOnLines(draft.classLines, draft.planYear, mostTrainees),
    ...(unfinished > 0
      ? [{ code: 'draft.clauses-unfinished', params: { count: unfinished } }]
      : []),
    ...uncounted.map(({ code }) => ({ code: 'draft.denominator-missing', params: { code } })),
  ]
}
