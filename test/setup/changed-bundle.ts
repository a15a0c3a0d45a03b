import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { workflowBundle } from './temporal.ts'

/** What is looked for, and what stands there instead. */
export type Change = readonly [RegExp, string]

/** The workflows with some of their words replaced, for controls; words that are not there are an error. */
export function changedBundle(changes: readonly Change[]): {
  codePath: string
} {
  let code = readFileSync(workflowBundle().codePath, 'utf8')
  for (const [from, to] of changes) {
    if (!from.test(code)) throw new Error(`the workflows do not say ${from}`)
    code = code.replace(from, to)
  }
  const codePath = join(mkdtempSync(join(tmpdir(), 'workflows-')), 'workflows.js')
  writeFileSync(codePath, code)
  return { codePath }
}
