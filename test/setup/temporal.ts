import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'

/** Where the run's real Temporal server answers. */
export const temporalAddress = (): string => inject('servers').temporalAddress

/** The workflows as the build bundles them, for `Worker.create({ workflowBundle })`. */
export const workflowBundle = (): { codePath: string } => ({ codePath: inject('workflowBundle') })

/** A queue that no other test file's worker listens to. */
export const ownTaskQueue = (): string => `test-${randomBytes(6).toString('hex')}`
