import { approval } from './en/approval.ts'
import { classes } from './en/classes.ts'
import { cycle } from './en/cycle.ts'
import { draft } from './en/draft.ts'
import { federation } from './en/federation.ts'
import { feedback } from './en/feedback.ts'
import { files } from './en/files.ts'
import { grammar } from './en/grammar.ts'
import { inspection } from './en/inspection.ts'
import { papers } from './en/papers.ts'
import { revision } from './en/revision.ts'
import { reward } from './en/reward.ts'
import { shell } from './en/shell.ts'

export const en = {
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
