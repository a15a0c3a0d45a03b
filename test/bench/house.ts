import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workflowBundlePath } from '../../local/build-workflows.ts'
import { startChild } from '../../local/children.ts'
import { freePort } from '../../local/free-port.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { dist } from '../../local/project.ts'
import { untilReady } from '../../local/until-ready.ts'
import type { Ground } from './ground.ts'

export type House = { address: string; taskQueue: string; close(): Promise<void> }

/** API and worker as they run for people: each a process of its own, from what was built. */
export async function openHouse(ground: Ground, { appUrl }: DatabaseUrls): Promise<House> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const taskQueue = `bench-${port}`
  const secretFile = join(ground.folder, `secret-${port}`)
  writeFileSync(secretFile, randomBytes(48).toString('hex'), { mode: 0o600 })
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: join(ground.folder, `data-${port}`),
    DATABASE_URL: appUrl,
    TEMPORAL_ADDRESS: ground.temporalAddress,
    TEMPORAL_NAMESPACE: 'default',
    PUBLIC_URL: address,
    AUTH_SECRET_FILE: secretFile,
    WEB_DIR: dist('web'),
    WORKFLOW_BUNDLE: workflowBundlePath,
    TASK_QUEUE: taskQueue,
  }
  const watched = ['worker', 'api'].map((name) => {
    const log = join(ground.folder, `${name}-${port}.log`)
    return { child: startChild({ name, args: [dist(`${name}.js`)], env, log }), log }
  })
  await untilReady(port, watched)
  return {
    address,
    taskQueue,
    async close() {
      await Promise.all(watched.map(({ child }) => child.stop()))
    },
  }
}
