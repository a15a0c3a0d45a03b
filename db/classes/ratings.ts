import { type RawBuilder, sql } from 'kysely'
import { isOver, type RatingSums, ratingFiguresOf } from '../../domain/classes/rating.ts'
import type { RatingsView } from '../../domain/classes/rating.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import type { ClassRow } from './class-row.ts'

type Row = { mayRead: boolean; remarks: number | null; sums: RatingSums | null }

/** What is told of the opinions on a class that is over; null for whom they do not concern. */
export async function ratingsOf(
  tx: Tx,
  { id, state }: Pick<ClassRow, 'id' | 'state'>,
): Promise<RatingsView | null> {
  const { rows } = await sql<Row>`
    select app_organises(${id}::uuid) or app_teaches(${id}::uuid) as may_read, r.remarks, ${sumsOf('r')} as sums
    from (select) as always left join ratings_of_classes(array[${id}::uuid]) r on true`.execute(tx)
  const [row] = rows
  if (!row?.mayRead || !isOver(state)) return null
  return { figures: ratingFiguresOf([row.sums]), remarks: row.remarks ?? 0 }
}

/** The sums of a row of `ratings_of_classes`, or null where there is none. */
export function sumsOf(alias: string): RawBuilder<RatingSums | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`case when ${column('ratings')} is not null then jsonb_build_object('ratings', ${column('ratings')},
    'satisfaction', ${column('satisfaction')}, 'usefulness', ${column('usefulness')},
    'satisfied', ${column('satisfied')}) end`
}

/** Of the classes that each unit held in a year: rows of `unit_id` and `sums`. */
export function ratedByOrganiser(cycleId: string): RawBuilder<unknown> {
  return sql`
    select r.unit_id, ${sumsOf('r')} as sums from (
      select k.organiser_unit_id as unit_id, sum(o.ratings)::integer as ratings,
        sum(o.satisfaction)::integer as satisfaction, sum(o.usefulness)::integer as usefulness,
        sum(o.satisfied)::integer as satisfied
      from ratings_of_classes(array(select id from training_class
        where cycle_id = ${cycleId} and state in ('SETTLED', 'CLOSED'))) o
      join training_class k on k.id = o.class_id group by 1) r`
}

/** The remarks of a class for its organiser; another unit's class is not there. */
export async function remarksOn({ tx }: Entered, classId: string): Promise<{ remarks: string[] }> {
  const { rows: may } = await sql<{ may: boolean }>`
    select app_organises(${classId}::uuid) as may`.execute(tx)
  found(may[0]?.may ? may[0] : undefined)
  const { rows } = await sql<{ remark: string }>`
    select remark from remarks_on_class(${classId}::uuid)`.execute(tx)
  return { remarks: rows.map(({ remark }) => remark) }
}
