import { z } from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { problem } from './errors.ts'

const refused = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: problem } },
}
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })

/** The doors of the account library that are open (api/sign-in.ts), described like every other route. */
export const accountPaths: ZodOpenApiPathsObject = {
  '/api/auth/sign-in/username': {
    post: {
      summary: 'Sign in; the reply sets the session cookie `training.session_token`',
      security: [],
      requestBody: json(z.strictObject({ username: z.string(), password: z.string() })),
      responses: {
        200: {
          description:
            'Signed in. Set-Cookie: training.session_token=…; HttpOnly; SameSite=Lax; Path=/',
          ...json(z.object({ signedIn: z.literal(true) })),
        },
        default: refused,
      },
    },
  },
  '/api/auth/sign-out': {
    post: {
      summary: 'Sign out; ends the session of the cookie',
      responses: { 200: { description: 'Signed out' } },
    },
  },
  '/api/auth/get-session': {
    get: {
      summary: 'The session of the cookie, or null',
      responses: { 200: { description: 'The session' } },
    },
  },
  '/api/session/step-up': {
    post: {
      summary:
        'Show the password again; votes, signatures and numbers ask for it every ten minutes',
      requestBody: json(z.strictObject({ password: z.string() })),
      responses: {
        200: { description: 'Confirmed', ...json(z.object({ freshUntil: z.iso.datetime() })) },
        default: refused,
      },
    },
  },
}
