import { z } from 'zod'
import { withSecretFiles } from '../db/environment.ts'

const environment = z.object({
  PORT: z.coerce.number().int().default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.string(),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  PUBLIC_URL: z.string().optional(),
  AUTH_SECRET_FILE: z.string(),
  WEB_DIR: z.string().default('dist/web'),
  /** How many proxies stand before us; only those may say where a request comes from. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.string().default('info'),
})

const found = environment.parse(withSecretFiles(process.env, ['DATABASE_URL']))

export const settings = {
  port: found.PORT,
  host: found.HOST,
  databaseUrl: found.DATABASE_URL,
  temporalAddress: found.TEMPORAL_ADDRESS,
  temporalNamespace: found.TEMPORAL_NAMESPACE,
  publicUrl: (found.PUBLIC_URL ?? `http://localhost:${found.PORT}`).replace(/\/$/, ''),
  authSecretFile: found.AUTH_SECRET_FILE,
  webDir: found.WEB_DIR,
  trustedProxies: found.TRUSTED_PROXIES,
  logLevel: found.LOG_LEVEL,
}
