import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import type { HitView } from '../../domain/cycle/history.contract.ts'
import type { LetterView } from '../../domain/cycle/inbox.contract.ts'
import { call } from '../call.ts'
import { useReading } from '../reading.ts'

/** The years that have a cycle, the newest first. */
export function useYears(): readonly number[] {
  const { data } = useReading(cycleRoutes.cycles, {})
  return data?.cycles.map((cycle) => cycle.planYear) ?? []
}

/** The year that runs now, where nothing else says which one is meant. */
export function useRunningYear(): number | null {
  const { data } = useReading(cycleRoutes.cycles, {})
  return data?.current ?? data?.cycles[0]?.planYear ?? null
}

/** How many tasks wait for this person. */
export function useWaiting(): number {
  const { data } = useReading(cycleRoutes.inbox, {}, { everySeconds: 60 })
  return data?.tasks.length ?? 0
}

export function useLetters(): { unread: number; letters: readonly LetterView[] } {
  const { data } = useReading(cycleRoutes.bell, {}, { everySeconds: 60 })
  return data ?? { unread: 0, letters: [] }
}

export async function find(words: string, signal: AbortSignal): Promise<readonly HitView[]> {
  const { hits } = await call(cycleRoutes.search, { query: { q: words } }, { signal })
  return hits
}
