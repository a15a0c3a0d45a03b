import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Doing, Reading, ReplyOf } from '../domain/grammar/route.ts'
import { call, type Given } from './call.ts'
import { newKey } from './key.ts'
import { Problem, type Unreachable } from './problem.ts'

type DeedOptions<R extends Doing> = {
  /** Readings to ask again afterwards; everything on the screen when left out. */
  touches?: readonly Reading[]
  onDone?: (reply: ReplyOf<R>) => void
}

export type DeedCall<R extends Doing> = {
  /** Resolves with the reply, or with null when it was refused: then `problem` says why. */
  send: (given: Given<R>, revision?: number) => Promise<ReplyOf<R> | null>
  sending: boolean
  problem: Problem | Unreachable | Error | null
  done: ReplyOf<R> | undefined
  reset: () => void
}

/**
 * One deed of a form. Its key is made once per form and kept while the outcome is unknown, so that
 * pressing again after a lost line cannot do the deed twice.
 */
export function useDeed<R extends Doing>(route: R, options: DeedOptions<R> = {}): DeedCall<R> {
  const key = useRef(newKey())
  const client = useQueryClient()
  const mutation = useMutation<
    ReplyOf<R>,
    Problem | Unreachable | Error,
    { given: Given<R>; revision: number | undefined }
  >({
    mutationFn: ({ given, revision }) =>
      call(route, given, { key: key.current, ...(revision !== undefined && { revision }) }),
    onSuccess: async (reply) => {
      key.current = newKey()
      options.onDone?.(reply)
      await readAgain()
    },
    onError: (error) => {
      if (isDefinite(error)) key.current = newKey()
    },
  })

  async function readAgain(): Promise<void> {
    if (!options.touches) return client.invalidateQueries()
    await Promise.all(
      options.touches.map(({ path }) => client.invalidateQueries({ queryKey: [path] })),
    )
  }

  return {
    send: (given, revision) => mutation.mutateAsync({ given, revision }).catch(() => null),
    sending: mutation.isPending,
    problem: mutation.error,
    done: mutation.data,
    reset: mutation.reset,
  }
}

/** The server has said no for good; the next try is another deed. */
function isDefinite(error: Error): boolean {
  return error instanceof Problem && error.status < 500
}
