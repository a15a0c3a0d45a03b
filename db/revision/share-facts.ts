import { type RawBuilder, sql } from 'kysely'
import type { ShareFacts } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** What a target can be divided by, unit by unit, with what each unit has said itself. */
export async function shareFactsOf(tx: Tx, targetId: string): Promise<ShareFacts> {
  const target = found(
    await tx
      .selectFrom('target')
      .select(['id', 'code', 'text', 'measuredIn', 'kind', 'value', 'minValue'])
      .where('id', '=', targetId)
      .executeTakeFirst(),
  )
  const units = await unitsOf(tx, targetId)
  const { id, code, text, measuredIn, kind, value, minValue } = target
  return {
    targetId: id,
    code,
    text,
    measuredIn,
    headline: goalOf({ kind, value, minValue }, units),
    countedIn: isOfWorkers(measuredIn) ? 'WORKERS' : 'OFFICIALS',
    units: units.map(({ workers, members, officials, untrained, ...unit }) => ({
      ...unit,
      ...(isOfWorkers(measuredIn)
        ? { size: workers, need: Math.max(0, workers - members) }
        : { size: officials, need: untrained }),
    })),
  }
}

/** Members and unions come from workers; classes and trainees from officials. */
function isOfWorkers(measuredIn: string): boolean {
  return measuredIn === 'đoàn viên' || measuredIn === 'công đoàn cơ sở'
}

type Figures = { kind: string; value: number | null; minValue: number | null }

/** "At least so many" that was given out more generously keeps what was given out. */
export function goalOf(
  { kind, value, minValue }: Figures,
  shares: readonly { value: number }[],
): number {
  const headline = value ?? minValue ?? 0
  const allocated = shares.reduce((sum, share) => sum + share.value, 0)
  return kind === 'MIN' ? Math.max(headline, allocated) : headline
}

type Unit = Omit<ShareFacts['units'][number], 'size' | 'need'> & {
  workers: number
  members: number
  officials: number
  untrained: number
}

const ofUnit = (which: RawBuilder<boolean>) => sql`
  select q.requested, d.granted from target_request q join round o on o.id = q.round_id
  left join request_decision d on d.target_request_id = q.id
  where q.plan_id = t.plan_id and q.target_code = t.code and q.unit_id = a.unit_id
    and q.withdrawn_at is null and ${which}
  order by o.number desc limit 1`

async function unitsOf(tx: Tx, targetId: string): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select a.unit_id, u.name as unit_name, a.value::float8 as value,
      coalesce(a.last_year_done, 0)::float8 as last_year_done,
      w.workers, w.members, p.officials, p.untrained,
      (case when r.granted is null then r.requested end)::float8 as limit,
      d.granted::float8 as granted
    from allocation a join target t on t.id = a.target_id join unit u on u.id = a.unit_id
    -- of a unit that was asked twice, what it said last and what was granted last
    left join lateral (${ofUnit(sql<boolean>`true`)}) r on true
    left join lateral (${ofUnit(sql<boolean>`d.granted is not null`)}) d on true
    cross join lateral (
      select coalesce(sum(b.worker_count), 0)::float8 as workers, coalesce(sum(b.member_count), 0)::float8 as members
      from unit b where b.path <@ u.path and b.level = 'GRASSROOTS' and b.valid_to is null
    ) w cross join lateral (
      select count(*)::float8 as officials, (count(*) filter (where not exists (
        select from certificate c where c.official_id = o.id and c.state = 'VALID')))::float8 as untrained
      from official o where o.unit_path <@ u.path
    ) p
    where a.target_id = ${targetId} order by u.code collate vi_natural`.execute(tx)
  return rows
}
