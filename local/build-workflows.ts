import { writeFileSync } from 'node:fs'
import { dist, inProject } from './project.ts'
import { buildIfChanged } from './source-mark.ts'

/** The workflows as one file, as a worker loads them. */
export const workflowBundlePath = dist('workflows.js')

async function bundle(): Promise<void> {
  const { DefaultLogger, bundleWorkflowCode } = await import('@temporalio/worker')
  const { code } = await bundleWorkflowCode({
    workflowsPath: inProject('workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  })
  writeFileSync(workflowBundlePath, code)
}

export function buildWorkflows(): Promise<boolean> {
  return buildIfChanged({ name: 'workflows', sources: ['workflows', 'domain'], build: bundle })
}
