import { resolve } from 'node:path'
import { z } from 'zod'
import { PlainFailure } from './plain-failure.ts'
import { inProject } from './project.ts'

const address = z.string().min(1).optional()

/** Every setting of `npm start` and `npm run dev`, with its default. */
const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: address,
  MIGRATE_DATABASE_URL: address,
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: address,
  AUTH_SECRET_FILE: address,
  DEMO: z.enum(['none', 'full']).default('full'),
})

export type Settings = {
  port: number
  dataDir: string
  /** A PostgreSQL of the operator's own instead of the embedded one: both ways in, or neither. */
  database?: { ownerUrl: string; appUrl: string }
  temporalAddress?: string
  temporalNamespace: string
  publicUrl: string
  smtpUrl?: string
  authSecretFile?: string
  demo: 'none' | 'full'
}

type Environment = z.infer<typeof environment>

function ownDatabase(env: Environment): Pick<Settings, 'database'> {
  const { DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl } = env
  if (appUrl && ownerUrl) return { database: { ownerUrl, appUrl } }
  if (!appUrl && !ownerUrl) return {}
  throw new PlainFailure(
    'Để dùng máy chủ PostgreSQL riêng, phải đặt cả DATABASE_URL (vai trò ứng dụng) và MIGRATE_DATABASE_URL (chủ sở hữu).',
    'A PostgreSQL of your own needs both DATABASE_URL (the application role) and MIGRATE_DATABASE_URL (the owner).',
  )
}

export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  // a variable set to nothing counts as not set
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const wrong = z.prettifyError(read.error)
    throw new PlainFailure(
      `Biến môi trường không hợp lệ:\n${wrong}`,
      'A setting in the environment is not valid (see above).',
    )
  }
  const env = read.data
  return {
    port: env.PORT,
    dataDir: resolve(inProject(), env.DATA_DIR),
    ...ownDatabase(env),
    ...(env.TEMPORAL_ADDRESS ? { temporalAddress: env.TEMPORAL_ADDRESS } : {}),
    temporalNamespace: env.TEMPORAL_NAMESPACE,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    ...(env.SMTP_URL ? { smtpUrl: env.SMTP_URL } : {}),
    ...(env.AUTH_SECRET_FILE ? { authSecretFile: resolve(env.AUTH_SECRET_FILE) } : {}),
    demo: env.DEMO,
  }
}
