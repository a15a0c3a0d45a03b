import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../../local/signed-in.ts'

const patienceMs = 60_000
const betweenMs = 1_000

/** As the web app asks: a busy or silent server is asked again, under the same key. */
export const firmly = { answered, done, signIn }

async function answered<T>(ask: (key: string) => Promise<Answer<T>>): Promise<Answer<T>> {
  const key = randomUUID()
  for (const until = Date.now() + patienceMs; ;) {
    const answer = await ask(key).catch(() => null)
    if (answer && answer.status < 500) return answer
    if (Date.now() > until) throw new Error(`no answer: ${answer?.status ?? 'the line is down'}`)
    await pause(betweenMs)
  }
}

async function done<T>(ask: (key: string) => Promise<Answer<T>>): Promise<T> {
  const { status, body, problem } = await answered(ask)
  if (status !== 200) throw new NotDone(problem.code)
  return body
}

/** What the server did not do, by the code of its refusal. */
export class NotDone extends Error {}

async function signIn<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + patienceMs; ;) {
    const [found, error] = await ask().then(
      (person) => [person, null] as const,
      (why: unknown) => [null, why] as const,
    )
    if (found !== null) return found
    if (Date.now() > until) throw error
    await pause(betweenMs)
  }
}
