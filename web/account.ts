import { z } from 'zod'
import { ownAccountRoutes } from '../domain/federation/own-account.contract.ts'
import { call } from './call.ts'
import { lost, reached } from './connection.ts'
import { problemOf, Unreachable } from './problem.ts'
import { language } from './text.ts'

const demoPersons = z.object({
  persons: z.array(
    z.object({
      step: z.string(),
      username: z.string(),
      fullName: z.string(),
      title: z.string(),
      unitName: z.string(),
    }),
  ),
  password: z.string().optional(),
  federation: z
    .object({
      name: z.string(),
      place: z.string(),
      helpName: z.string().nullable(),
      helpPhone: z.string().nullable(),
    })
    .optional(),
})
export type DemoPersons = z.output<typeof demoPersons>

/** The doors of the account library, which are no routes of the contract. */
async function knock(path: string, body?: Record<string, unknown>): Promise<unknown> {
  const reply = await fetch(`/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      'accept-language': language(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    lost()
    throw new Unreachable(cause)
  })
  reached()
  if (!reply.ok) throw await problemOf(reply)
  return reply.json().catch(() => null)
}

export async function signIn(username: string, password: string): Promise<void> {
  await knock('/auth/sign-in/username', { username: username.normalize('NFC'), password })
}

export async function signOut(): Promise<void> {
  await knock('/auth/sign-out', {})
}

export async function signOutEverywhere(): Promise<void> {
  await call(ownAccountRoutes.endSessions, {})
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await call(ownAccountRoutes.changePassword, { body: { currentPassword, newPassword } })
}

export async function confirmPassword(password: string): Promise<void> {
  await knock('/session/step-up', { password })
}

/** Whom one may try the system as; empty where the system is not a trial. */
export async function readDemoPersons(): Promise<DemoPersons> {
  const read = demoPersons.safeParse(await knock('/demo-persons').catch(() => null))
  return read.success ? read.data : { persons: [] }
}
