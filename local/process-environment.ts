import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workflowBundlePath } from './build-workflows.ts'
import { dist } from './project.ts'
import type { Services } from './services.ts'
import type { Settings } from './settings.ts'

/** The secret that signs sessions: the operator's own, or one made at the first start. */
function secretFile({ dataDir, authSecretFile }: Settings): string {
  const file = authSecretFile ?? join(dataDir, 'auth-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('hex'), { mode: 0o600 })
  return file
}

/** What API and worker are told. The owner's address of the database is not theirs to know. */
export function processEnvironment(settings: Settings, services: Services): NodeJS.ProcessEnv {
  const { MIGRATE_DATABASE_URL: _, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: 'production',
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: services.appUrl,
    TEMPORAL_ADDRESS: services.temporalAddress,
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    PUBLIC_URL: settings.publicUrl,
    AUTH_SECRET_FILE: secretFile(settings),
    DEMO: settings.demo,
    WEB_DIR: dist('web'),
    WORKFLOW_BUNDLE: workflowBundlePath,
    ...(settings.smtpUrl ? { SMTP_URL: settings.smtpUrl } : {}),
  }
}
