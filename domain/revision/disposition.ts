import { isDay, writeDay } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

/** The seven ways a comment may end (C-4). */
export const DISPOSITION_KINDS = [
  'ACCEPTED',
  'PARTLY',
  'NOT_ACCEPTED',
  'NOTED',
  'FORWARDED',
  'MERGED',
  'OUT_OF_SCOPE',
] as const
export type DispositionKind = (typeof DISPOSITION_KINDS)[number]

export type Disposition = {
  disposition: DispositionKind
  explanation: string | null
  /** The head comment, whose disposition also answers this one. */
  mergedInto: string | null
  forwardedTo: string | null
}

/**
 * Whether the unit must be told why. A merged comment takes its head's explanation, a forwarded
 * one the answer of the department that received it.
 */
export const EXPLANATION_NEEDED = {
  ACCEPTED: false,
  PARTLY: true,
  NOT_ACCEPTED: true,
  NOTED: true,
  FORWARDED: false,
  MERGED: false,
  OUT_OF_SCOPE: true,
} as const satisfies Record<DispositionKind, boolean>

export type Disposed = Disposition & { forwardedAnswer: string | null }

/** All comments of a round by id, with what became of each so far. */
export type Ledger = ReadonlyMap<string, Disposed | null>

export function obstaclesInDisposition(
  commentId: string,
  wanted: Disposition,
  ledger: Ledger,
): Obstacle[] {
  const obstacles: Obstacle[] = []
  if (EXPLANATION_NEEDED[wanted.disposition] && !wanted.explanation?.trim()) {
    obstacles.push({ code: 'revision.explanation-missing', at: '/explanation' })
  }
  if (wanted.disposition === 'FORWARDED' && wanted.forwardedTo === null) {
    obstacles.push({ code: 'revision.department-missing', at: '/forwardedTo' })
  }
  if (wanted.disposition === 'MERGED') {
    const code = faultInMerging(commentId, wanted.mergedInto, ledger)
    if (code) obstacles.push({ code, at: '/mergedInto' })
  }
  return obstacles
}

/** A merged comment names a head that stands by itself: chains would leave nobody answering. */
function faultInMerging(commentId: string, headId: string | null, ledger: Ledger): string | null {
  if (headId === null) return 'revision.head-missing'
  if (headId === commentId) return 'revision.merged-into-itself'
  if (!ledger.has(headId)) return 'revision.head-unknown'
  if (ledger.get(headId)?.disposition === 'MERGED') return 'revision.head-is-merged'
  const isHead = [...ledger.values()].some((other) => other?.mergedInto === commentId)
  return isHead ? 'revision.is-head-of-others' : null
}

/** What a reader of the comment is told: its own disposition, or that of its head. */
export function outcomeOf(commentId: string, ledger: Ledger): Disposed | null {
  const own = ledger.get(commentId) ?? null
  return own?.mergedInto ? (ledger.get(own.mergedInto) ?? null) : own
}

/** A forwarded comment counts once the department has answered, a merged one once its head does. */
export function isDisposed(commentId: string, ledger: Ledger): boolean {
  const outcome = outcomeOf(commentId, ledger)
  if (outcome === null || outcome.disposition === 'MERGED') return false
  return outcome.disposition !== 'FORWARDED' || Boolean(outcome.forwardedAnswer?.trim())
}

export type Progress = {
  total: number
  disposed: number
  open: string[]
  byDisposition: Record<DispositionKind, number>
}

/** "176/212 ý kiến đã có hướng xử lý". */
export function progressOf(ledger: Ledger): Progress {
  const byDisposition = {
    ACCEPTED: 0,
    PARTLY: 0,
    NOT_ACCEPTED: 0,
    NOTED: 0,
    FORWARDED: 0,
    MERGED: 0,
    OUT_OF_SCOPE: 0,
  }
  for (const own of ledger.values()) if (own) byDisposition[own.disposition] += 1
  const open = [...ledger.keys()].filter((id) => !isDisposed(id, ledger))
  return { total: ledger.size, disposed: ledger.size - open.length, open, byDisposition }
}

export type Unfinished = {
  openComments: number
  openRequests: number
  openTasks: readonly OpenTask[]
  /** Every target that is shared out among units, after the decisions. */
  targets: readonly SharedTarget[]
}

export type OpenTask = { departmentName: string; text: string; dueOn: string }

export type SharedTarget = { code: string; kind: string; headline: number; allocated: number }

/** "At least" is kept by more as well. */
function missesHeadline({ kind, headline, allocated }: SharedTarget): boolean {
  return kind === 'MIN' ? allocated < headline : allocated !== headline
}

/** Why the plan cannot go to the checks yet. */
export function obstaclesToFinishing(work: Unfinished): Obstacle[] {
  const counted = (code: string, count: number): Obstacle[] =>
    count > 0 ? [{ code, params: { count } }] : []
  return [
    ...counted('revision.comments-open', work.openComments),
    ...counted('revision.requests-open', work.openRequests),
    ...openTasks(work.openTasks),
    ...work.targets.filter(missesHeadline).map(({ code, headline, allocated }) => ({
      code: 'revision.headline-missed',
      params: { code, headline, allocated, remaining: headline - allocated },
    })),
  ]
}

/** Said by name, so that whoever reads it knows whom to ask. */
function openTasks(tasks: readonly OpenTask[]): Obstacle[] {
  if (tasks.length === 0) return []
  const named = tasks.slice(0, TASKS_NAMED).map(({ departmentName, text, dueOn }) => {
    const short = text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
    return `${departmentName}: ${short} (${isDay(dueOn) ? writeDay(dueOn) : dueOn})`
  })
  const more = tasks.length > TASKS_NAMED ? '; …' : ''
  return [
    {
      code: 'revision.tasks-open',
      params: { count: tasks.length, names: `${named.join('; ')}${more}` },
    },
  ]
}

const TASKS_NAMED = 5
