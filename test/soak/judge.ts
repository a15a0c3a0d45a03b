import { sha256Of } from '../../db/canonical.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type PlanIds, planTypes, titles } from '../bench/consultation-content.ts'
import type { Acknowledged } from './unit-day.ts'

/** What the closed round holds against what was acknowledged; each by the answer's number. */
export type Verdict = { lost: string[]; doubled: string[]; counted: number; silent: number }

type Kept = {
  id: string
  number: string
  state: string
  form: unknown
  sha: string | null
  versions: number
  entries: number
  comments: number
}

const kept = `
  select a.id, a.number, a.state, v.form, v.content_sha256 as sha,
    (select count(*)::integer from answer_version w where w.answer_id = a.id) as versions,
    (select count(*)::integer from register_entry r where r.object_type = 'answer'
      and r.object_id = a.id and r.deed = 'answer.signed') as entries,
    (select count(*)::integer from comment c where c.answer_id = a.id) as comments
  from answer a left join answer_version v on v.answer_id = a.id and v.withdrawn_at is null
  where a.round_id = $1 and a.number > $2 order by a.number limit 500`

type Closed = { ownerUrl: string; roundId: string; plans: PlanIds }

/**
 * Reads the closed round as its owner, past everything that could hide a row, and hashes again what
 * is kept: the words that the unit had before its eyes, under its number, about these drafts.
 */
export function judge(
  { ownerUrl, roundId, plans }: Closed,
  acknowledged: readonly Acknowledged[],
): Promise<Verdict> {
  const told = new Map(acknowledged.map((each) => [each.view.answerId, each]))
  const verdict: Verdict = { lost: [], doubled: [], counted: 0, silent: 0 }
  return withClient(ownerUrl, async (client) => {
    for (let after = ''; ;) {
      const { rows } = await client.query<Kept>(kept, [roundId, after])
      for (const row of rows) judgeOne(row, { verdict, plans, told: told.get(row.id) })
      const last = rows.at(-1)
      if (!last) return verdict
      after = last.number
    }
  })
}

type Judging = { verdict: Verdict; plans: PlanIds; told: Acknowledged | undefined }

function judgeOne(row: Kept, { verdict, plans, told }: Judging): void {
  if (row.state === 'COUNTED') verdict.counted += 1
  if (row.state === 'NO_ANSWER') verdict.silent += 1
  if (told && !isWhole(row, told, plans)) verdict.lost.push(row.number)
  const comments = told ? Object.keys(told.form.comments).length : row.comments
  if (row.versions > 1 || row.entries > 1 || row.comments > comments)
    verdict.doubled.push(row.number)
}

function isWhole(row: Kept, told: Acknowledged, plans: PlanIds): boolean {
  const signed = { number: told.view.number, unit: told.view.unitName, files: [], questions: [] }
  const drafts = planTypes.map((type) => ({ planId: plans[type], version: 1, title: titles[type] }))
  const shaOf = (form: unknown) => sha256Of({ ...signed, drafts, form })
  return (
    row.state === 'COUNTED' &&
    row.entries === 1 &&
    row.comments === Object.keys(told.form.comments).length &&
    [row.sha, shaOf(row.form), shaOf(told.form)].every((sha) => sha === told.contentSha256)
  )
}
