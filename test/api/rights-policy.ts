import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** own: the person's unit; other: another unit; federation: its offices; self: the person's own
 * matter; none: reaches nothing. */
export type Relation = 'own' | 'other' | 'federation' | 'self' | 'none'
export type Verdict = 'allowed' | 'allowed+password' | 'refused' | 'hidden' | 'wrong-state'
export type Rule = { role: string; relation: string; deed: string; state: string; verdict: Verdict }

const verdicts: readonly string[] = [
  'allowed',
  'allowed+password',
  'refused',
  'hidden',
  'wrong-state',
]

/** The hand-kept policy: the first line that fits is the judgement. */
export function readPolicy(): Rule[] {
  const file = fileURLToPath(new URL('../policy.csv', import.meta.url))
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  if (head !== 'role,relation,deed,state,verdict') throw new Error(`another policy: ${head}`)
  return lines.map((line) => {
    const [role = '', relation = '', deed = '', state = '', verdict = ''] = line.split(',')
    if (!verdicts.includes(verdict)) throw new Error(`no such verdict: ${line}`)
    return { role, relation, deed, state, verdict: verdict as Verdict } // it is one of the list
  })
}

const fits = (written: string, given: string) => written === '*' || written === given

export function judge(
  rules: readonly Rule[],
  given: { role: string; relation: Relation; deed: string; state: string },
): Verdict | null {
  const found = rules.find(
    (rule) =>
      rule.deed === given.deed &&
      fits(rule.role, given.role) &&
      fits(rule.relation, given.relation) &&
      fits(rule.state, given.state),
  )
  return found?.verdict ?? null
}

export const statuses: Record<Verdict, number> = {
  allowed: 200,
  'allowed+password': 200,
  refused: 403,
  hidden: 404,
  'wrong-state': 409,
}
