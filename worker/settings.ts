import { z } from 'zod'
import { withSecretFiles } from '../db/environment.ts'

const environment = z.object({
  DATABASE_URL: z.string(),
  DATA_DIR: z.string().default('.data'),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TASK_QUEUE: z.string().default('training'),
  WORKFLOW_BUNDLE: z.string().default('dist/workflows.js'),
  PUBLIC_URL: z.string().default('http://localhost:3000'),
  SMTP_URL: z.string().optional(),
  LOG_LEVEL: z.string().default('info'),
})

const found = environment.parse(withSecretFiles(process.env, ['DATABASE_URL', 'SMTP_URL']))

export const settings = {
  databaseUrl: found.DATABASE_URL,
  dataDir: found.DATA_DIR,
  temporalAddress: found.TEMPORAL_ADDRESS,
  temporalNamespace: found.TEMPORAL_NAMESPACE,
  taskQueue: found.TASK_QUEUE,
  workflowBundle: found.WORKFLOW_BUNDLE,
  publicUrl: found.PUBLIC_URL.replace(/\/$/, ''),
  smtpUrl: found.SMTP_URL || null,
  logLevel: found.LOG_LEVEL,
}
