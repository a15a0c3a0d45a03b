import { renameSync, writeFileSync } from 'node:fs'
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
  // two test runs may bundle at once: neither reads half a file
  const whole = `${workflowBundlePath}.${process.pid}`
  writeFileSync(whole, code)
  renameSync(whole, workflowBundlePath)
}

export function buildWorkflows(): Promise<boolean> {
  return buildIfChanged({ name: 'workflows', sources: ['workflows', 'domain'], build: bundle })
}
