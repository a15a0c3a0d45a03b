import type { WorkingPlan } from '../../domain/draft/views.contract.ts'

export type OutlineItem = {
  /** What opens it: 'II.3', 'head', 'bases', 'annex'. */
  at: string
  number: string
  name: string
  state: 'done' | 'open' | 'todo' | 'look'
}
export type OutlinePart = { title: string | null; items: OutlineItem[] }

/** The plan's parts in the order of the paper, each with how far it is. */
export function outlineOf(plan: WorkingPlan, at: string | undefined): OutlinePart[] {
  const parts: OutlinePart[] = []
  for (const clause of plan.clauses) {
    const item: OutlineItem = {
      at: clause.code,
      number: clause.code.split('.')[1] ?? '',
      name: clause.heading || clause.code,
      state: clause.code === at ? 'open' : clause.finished ? 'done' : 'todo',
    }
    const part = parts.at(-1)
    if (part?.title === clause.section) part.items.push(item)
    else parts.push({ title: clause.section, items: [item] })
  }
  return parts
}

/** Whether the annex of classes has something that keeps the plan back or deserves a look. */
export function annexNeedsLook({ obstacles, warnings }: WorkingPlan): boolean {
  return [...obstacles, ...warnings].some(
    ({ at = '' }) => at.startsWith('/classLines') || at.startsWith('/headline'),
  )
}

/** The clause that comes after this one, to which the writer goes on. */
export function clauseAfter(plan: WorkingPlan, code: string): string | null {
  const index = plan.clauses.findIndex((clause) => clause.code === code)
  return plan.clauses[index + 1]?.code ?? null
}

/** Where an obstacle is mended: the pointer of a rule as a place of the page. */
export function placeOf(plan: WorkingPlan, pointer: string | undefined): string | null {
  const [, part, index] = (pointer ?? '').split('/')
  const nth = Number(index)
  switch (part) {
    case 'clauses':
      return plan.clauses[nth]?.code ?? null
    case 'targets':
      return plan.targets[nth]?.code ?? null
    case 'classLines':
      return plan.classLines[nth]?.code ?? null
    case 'legalBases':
      return plan.legalBases[nth]?.id ?? null
    case 'allocations':
      return index ?? null
    case 'title':
    case 'term':
    case 'recipients':
    case 'headline':
      return 'head'
    default:
      return null
  }
}
