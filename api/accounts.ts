import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type { Db } from '../db/database.ts'

export type AccountSettings = {
  db: Db
  secret: string
  publicUrl: string
}

const eightHours = 8 * 60 * 60
const anHour = 60 * 60

/** Accounts are made by an administrator; only the calls listed in api/account-routes.ts are mounted. */
export function openAccounts({ db, secret, publicUrl }: AccountSettings) {
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      // argon2id with 19 MiB, t=2, p=1 is this library's default (trust.md S4)
      password: {
        hash: (password) => hash(password),
        verify: (given) => verify(given.hash, given.password),
      },
    },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: eightHours,
      updateAge: anHour,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    // @NOTE its own limit is 3 sign-ins per 10 s and address: an office behind one address would
    // lock itself out at eight o'clock; api/sign-in-limit.ts counts failures instead
    rateLimit: { enabled: false },
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 60 })],
    advanced: {
      cookiePrefix: 'training',
      database: { generateId: 'uuid' },
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
  })
}

export type Accounts = ReturnType<typeof openAccounts>
