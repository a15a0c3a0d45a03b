import type { Performer } from '../performer.ts'
import { issuePaper } from './issue-paper.ts'
import { numberPaper } from './number-paper.ts'
import { openSeries } from './open-series.ts'
import { acknowledgeReceipt } from './receipts.ts'
import { voidPaper } from './void-paper.ts'

export const papersPerformers: Performer[] = [
  numberPaper,
  issuePaper,
  voidPaper,
  acknowledgeReceipt,
  openSeries,
]
