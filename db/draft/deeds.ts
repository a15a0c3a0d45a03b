import type { Performer } from '../performer.ts'
import { carryPerformers } from './carry.ts'
import { clausePerformers } from './clauses.ts'
import { classLinePerformers } from './class-lines.ts'
import { denominatorPerformers } from './denominator.ts'
import { headPerformers } from './head.ts'
import { legalBasisPerformers } from './legal-bases.ts'
import { movePerformers } from './moves.ts'
import { publishPerformers } from './publish.ts'
import { allocationPerformers } from './sharing-out.ts'
import { startPerformers } from './start.ts'
import { targetPerformers } from './targets.ts'

export const draftPerformers: Performer[] = [
  ...startPerformers,
  ...headPerformers,
  ...legalBasisPerformers,
  ...clausePerformers,
  ...targetPerformers,
  ...denominatorPerformers,
  ...allocationPerformers,
  ...classLinePerformers,
  ...carryPerformers,
  ...movePerformers,
  ...publishPerformers,
]
