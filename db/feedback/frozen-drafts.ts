import { planContent, type PlanContent } from '../../domain/draft/plan-content.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'

/** Which words: the hash tells them apart from a version that was taken back before it was kept. */
export type FrozenDraft = {
  planId: string
  version: number
  contentSha256: string
  publishedAt: string
}

type Allocation = PlanContent['targets'][number]['allocations'][number]
type Target = Omit<PlanContent['targets'][number], 'allocations'>
/** A draft with each target's shares by unit, so that one unit's own are found and not searched. */
type KeptDraft = {
  content: Omit<PlanContent, 'targets'>
  targets: readonly { target: Target; shares: ReadonlyMap<string, Allocation> }[]
}

const mostKept = 8
const kept = new Map<string, KeptDraft>()

const keyOf = ({ planId, version, contentSha256 }: FrozenDraft) =>
  `${planId}/${version}/${contentSha256}`

export function keptDraft(draft: FrozenDraft): KeptDraft | undefined {
  return kept.get(keyOf(draft))
}

/** A frozen version never changes, so its words may be kept; the oldest make room. */
export function keepDraft(draft: FrozenDraft, written: unknown): KeptDraft {
  const { targets, ...content } = planContent.parse(written)
  const whole = {
    content: frozen(content),
    targets: targets.map(({ allocations, ...target }) => ({
      target: frozen(target),
      shares: new Map(allocations.map((share) => [share.unitId, frozen(share)])),
    })),
  }
  const [oldest] = kept.keys()
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest)
  kept.set(keyOf(draft), whole)
  return whole
}

/** Of each target's shares a unit sees its own. */
export function draftAsConsulted(
  { content, targets }: KeptDraft,
  { planId, version, publishedAt }: FrozenDraft,
  unitId: string,
): ConsultedPlan {
  return {
    planId,
    version,
    publishedAt,
    ...content,
    targets: targets.map(({ target, shares }) => ({
      ...target,
      allocation: shares.get(unitId) ?? null,
    })),
  }
}

/** Many readers share it: whoever tried to change it would hear of it at once. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
