import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer } from '../../local/signed-in.ts'

const patienceMs = 180_000
const betweenSeconds = 1

/** As people ask: a busy or silent server is asked again, under the same key, when it says when. */
export const firmly = { answered, done }

async function answered<T>(ask: (key: string) => Promise<Answer<T>>): Promise<Answer<T>> {
  const key = randomUUID()
  for (const until = Date.now() + patienceMs; ;) {
    const answer = await ask(key).catch(() => null)
    if (answer && answer.status < 500) return answer
    if (Date.now() > until) throw new NotDone(answer?.problem.code ?? 'the line is down')
    await pause(Number(answer?.headers.get('retry-after') ?? betweenSeconds) * 1_000)
  }
}

async function done<T>(ask: (key: string) => Promise<Answer<T>>): Promise<T> {
  const { status, body, problem } = await answered(ask)
  if (status !== 200) throw new NotDone(problem.code)
  return body
}

/** What the server did not do, by the code of its refusal. */
export class NotDone extends Error {}
