import type { Remark, WorkingPlan } from '../../domain/draft/views.contract.ts'

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

/** Where a remark is mended: the pointer of its rule, or the code it names, as a place of the page. */
export function placeOf(plan: WorkingPlan, remark: Remark): string | null {
  const [, part = '', index = ''] = (remark.at ?? '').split('/')
  if (ofTheHead.includes(part)) return 'head'
  const row = rowsOf(plan, part)?.[Number(index)]
  if (row) return 'code' in row ? row.code : row.id
  return placeNamed(plan, remark)
}

const ofTheHead: readonly string[] = [
  'title',
  'term',
  'recipients',
  'headlineClasses',
  'headlineTrainees',
]

function rowsOf({ clauses, targets, classLines, legalBases }: WorkingPlan, part: string) {
  const parts = { clauses, targets, classLines, legalBases }
  return Object.entries(parts).find(([name]) => name === part)?.[1]
}

function placeNamed(plan: WorkingPlan, { code, params }: Remark): string | null {
  if (code === 'draft.clauses-unfinished')
    return plan.clauses.find((clause) => !clause.finished)?.code ?? null
  return plan.targets.find((target) => target.code === params?.code)?.code ?? null
}
