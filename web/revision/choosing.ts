import { useState } from 'react'
import type { CommentRow, ConsolidationView } from '../../domain/revision/views.contract.ts'

/** Which comments are chosen to be decided at once; one that somebody has decided falls out. */
export function useChoosing(view: ConsolidationView) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const open = view.comments.filter(({ disposition }) => disposition === null)
  const chosen = new Set(open.filter(({ id }) => ids.has(id)).map(({ id }) => id))
  const isRunning = view.job?.state === 'WAITING' || view.job?.state === 'RUNNING'
  return {
    chosen,
    mayChoose: ({ disposition }: CommentRow) => disposition === null && !isRunning,
    turn: (id: string) =>
      setIds(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id])),
    add: (comments: readonly CommentRow[]) =>
      setIds(
        new Set([
          ...chosen,
          ...comments.filter((each) => each.disposition === null).map(({ id }) => id),
        ]),
      ),
    clear: () => setIds(new Set()),
  }
}

export type Choosing = ReturnType<typeof useChoosing>
