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
  '/api/session/step-up': {
    post: {
      summary:
        'Show the password again, every ten minutes for votes, signatures and numbers; the cookie is renewed',
      requestBody: json(z.strictObject({ password: z.string() })),
      responses: {
        200: { description: 'Confirmed', ...json(z.object({ freshUntil: z.iso.datetime() })) },
        default: refused,
      },
    },
  },
}
