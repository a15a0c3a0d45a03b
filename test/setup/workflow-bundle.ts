import type { TestProject } from 'vitest/node'
import { buildWorkflows, workflowBundlePath } from '../../local/build-workflows.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    workflowBundle: string
  }
}

/** Bundled once for the run, and only when the workflows have changed since the last. */
export async function setup(project: TestProject): Promise<void> {
  await buildWorkflows()
  project.provide('workflowBundle', workflowBundlePath)
}
