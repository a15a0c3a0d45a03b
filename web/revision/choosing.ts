import { useState } from 'react'
import { MOST_EXCEPTED } from '../../domain/revision/bulk.ts'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Opinions } from './opinions.ts'

type Ids = ReadonlySet<string>
/** All that a filter finds but some; with another filter it is over. */
type All = { filter: string; except: Ids }

/**
 * Which comments are chosen to be decided at once: one by one over any number of pages, or all that
 * the filter finds. One that somebody has decided falls out.
 */
export function useChoosing({ job }: ConsolidationView, { filter, page }: Opinions) {
  const [ids, setIds] = useState<Ids>(new Set())
  const [all, setAll] = useState<All | null>(null)
  const decided = page?.opinions.filter(({ disposition }) => disposition !== null) ?? []
  const chosen = without(
    ids,
    decided.map(({ id }) => id),
  )
  const except = all?.filter === JSON.stringify(filter) ? all.except : null
  const isRunning = job?.state === 'WAITING' || job?.state === 'RUNNING'

  return {
    chosen,
    count: except ? Math.max(0, (page?.undecided ?? 0) - except.size) : chosen.size,
    /** What of a filter is chosen, as the deed names it; null where it was one by one. */
    matching: except && { filter, except: [...except] },
    mayChoose: ({ disposition }: OpinionRow) => disposition === null && !isRunning,
    isChosen: ({ id }: OpinionRow) => (except ? !except.has(id) : chosen.has(id)),
    turn({ id }: OpinionRow): void {
      if (!except) setIds(turned(chosen, id))
      else if (except.has(id) || except.size < MOST_EXCEPTED)
        setAll({ filter: JSON.stringify(filter), except: turned(except, id) })
    },
    add: (comments: readonly OpinionRow[]) =>
      setIds(new Set([...chosen, ...comments.map(({ id }) => id)])),
    chooseAll: () => setAll({ filter: JSON.stringify(filter), except: new Set() }),
    clear(): void {
      setIds(new Set())
      setAll(null)
    },
  }
}

export type Choosing = ReturnType<typeof useChoosing>

const without = (ids: Ids, others: readonly string[]): Ids =>
  new Set([...ids].filter((id) => !others.includes(id)))

const turned = (ids: Ids, id: string): Ids =>
  ids.has(id) ? without(ids, [id]) : new Set([...ids, id])
