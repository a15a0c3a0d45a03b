import { statementPatience } from '../../worker/patience.ts'

/** One connection, as the worker's widest steps have theirs. */
export const asTheWorker = {
  role: 'training_worker',
  poolSize: 1,
  statementTimeoutMs: statementPatience.ofWide,
} as const
