import { approval } from './vi/approval.ts'
import { classes } from './vi/classes.ts'
import { cycle } from './vi/cycle.ts'
import { draft } from './vi/draft.ts'
import { federation } from './vi/federation.ts'
import { feedback } from './vi/feedback.ts'
import { files } from './vi/files.ts'
import { grammar } from './vi/grammar.ts'
import { inspection } from './vi/inspection.ts'
import { papers } from './vi/papers.ts'
import { revision } from './vi/revision.ts'
import { reward } from './vi/reward.ts'
import { shell } from './vi/shell.ts'

export const vi = {
  grammar,
  shell,
  federation,
  files,
  cycle,
  papers,
  draft,
  feedback,
  revision,
  approval,
  classes,
  inspection,
  reward,
} as const
