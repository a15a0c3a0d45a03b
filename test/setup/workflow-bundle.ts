import type { TestProject } from 'vitest/node'
import { buildWorkflows } from '../../local/build-workflows.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    workflowBundle: string
  }
}

/** Bundled once for the run, and only when the workflows have changed since the last. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('workflowBundle', await buildWorkflows())
}
