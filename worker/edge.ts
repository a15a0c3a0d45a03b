import { ApplicationFailure } from '@temporalio/common'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { RefusalDetail } from '../workflows/messages.ts'

type Activity = (input: never) => Promise<unknown>

/**
 * The activities' edge: a refusal is a final answer and travels with its reason; anything else is
 * thrown as it is and tried again.
 */
export function atTheEdge<A extends Record<string, Activity>>(activities: A): A {
  return Object.fromEntries(
    Object.entries(activities).map(([name, work]) => [name, translated(work)]),
  ) as A // the same names with the same shapes, each wrapped
}

function translated(work: Activity) {
  return async (input: never): Promise<unknown> => {
    try {
      return await work(input)
    } catch (error) {
      throw error instanceof Refusal ? failureOf(error) : error
    }
  }
}

function failureOf({ code, kind, params, faults }: Refusal): ApplicationFailure {
  const detail: RefusalDetail = {
    kind,
    params: { ...params },
    faults: faults.map(({ code: faultCode, at, params: inner }) => ({
      code: faultCode,
      at,
      ...(inner && { params: { ...inner } }),
    })),
  }
  return ApplicationFailure.create({
    message: code,
    type: code,
    nonRetryable: true,
    details: [detail],
  })
}
