import { writeFileSync } from 'node:fs'
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker'
import { dist, inProject } from './project.ts'
import { buildIfChanged } from './source-mark.ts'

async function bundle(target: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: inProject('workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  })
  writeFileSync(target, code)
}

/** The workflows as one file, as a worker loads them; built anew only when they have changed. */
export async function buildWorkflows(): Promise<string> {
  const target = dist('workflows.js')
  await buildIfChanged({
    name: 'workflows',
    sources: ['workflows', 'domain'],
    build: () => bundle(target),
  })
  return target
}
