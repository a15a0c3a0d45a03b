import type { Obstacle } from '../grammar/obstacle.ts'
import { obstaclesToSendingOn, warningsOn } from './checks.ts'
import type { PlanContent } from './plan-content.ts'
import { obstaclesInWrittenTerms } from './terms-in-text.ts'

/** In what a target counts the people of one class, so that the annex can be held against it. */
const PER_CLASS = /^học viên\s*(\/|mỗi|một|trên)\s*lớp$/iu

/** The most people one class may have by the plan's own words: "mỗi lớp có từ 40 đến 60 học viên". */
export function mostPerClass(targets: PlanContent['targets']): number | null {
  const rule = targets.find(
    ({ kind, measuredIn }) => kind === 'RANGE' && PER_CLASS.test(measuredIn.trim()),
  )
  return rule?.maxValue ?? null
}

export type Judgement = { obstacles: Obstacle[]; warnings: Obstacle[] }

/** What keeps the plan back, and what deserves a second look: one judgement for screen and deed. */
export function judged(content: PlanContent, finished: readonly string[] = []): Judgement {
  const clauses = content.clauses.map((clause) => ({
    ...clause,
    finished: finished.includes(clause.code),
  }))
  return {
    obstacles: [...obstaclesToSendingOn(content), ...obstaclesInWrittenTerms(content)],
    warnings: warningsOn({ ...content, clauses }, mostPerClass(content.targets)),
  }
}
