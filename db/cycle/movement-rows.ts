import { sql } from 'kysely'
import type {
  MovementBoardView,
  MovementMonthView,
  MovementRowView,
  UnitMovementView,
} from '../../domain/cycle/movement.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import {
  addedUp,
  monthsDue,
  netGrowth,
  NET_GROWTH_FORMULA,
  type MovementCounts,
} from '../../domain/cycle/movement.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { cycleOfYear } from './find.ts'

/** Who reports and who is behind: two statements whatever the number of units. */
export async function movementBoard(
  { tx, at }: Entered,
  planYear: number,
): Promise<MovementBoardView> {
  const cycle = await cycleOfYear(tx, planYear)
  const due = monthsDue(planYear, dayOfInstant(at))
  const { rows } = await sql<Omit<MovementRowView, 'net'>>`
    select u.id as unit_id, u.code, u.name,
      coalesce(sum(f.newly_developed), 0)::integer as newly_developed,
      coalesce(sum(f.other_decrease), 0)::integer as other_decrease,
      coalesce(sum(f.transfer_in), 0)::integer as transfer_in,
      coalesce(sum(f.transfer_out), 0)::integer as transfer_out,
      count(f.id)::integer as sent,
      array(select m from generate_series(1, case when u.valid_to is null then ${due}::integer else 0 end) m
        where m <> all (coalesce(array_agg(f.month) filter (where f.id is not null), '{}'))) as missing
    from unit u
    left join movement_form f on f.unit_id = u.id and f.cycle_id = ${cycle.id} and f.state = 'SENT'
    where u.level = 'IMMEDIATE_UPPER' and (u.valid_to is null or f.id is not null)
    group by u.id order by u.code collate vi_natural`.execute(tx)
  const units = rows.map((row) => ({ ...row, net: netGrowth(row).net }))
  const behind = units.filter(({ missing }) => missing.length > 0).length
  return {
    planYear,
    monthsDue: due,
    units,
    sums: withNet(addedUp(units)),
    behind,
    formula: NET_GROWTH_FORMULA,
  }
}

const withNet = (counts: MovementCounts) => ({ ...counts, ...netGrowth(counts) })

/** A unit's own forms. Whom the fence keeps from the unit finds nothing here. */
export async function unitMovement(
  { tx, caller, at }: Entered,
  { planYear, unitId }: { planYear: number; unitId: string },
): Promise<UnitMovementView> {
  const cycle = await cycleOfYear(tx, planYear)
  const unit = await reachableUnit(tx, unitId)
  const months = await monthsOf(tx, cycle.id, unitId)
  const sent = months.filter(({ state }) => state === 'SENT')
  const written = allowedActions([deeds.movementWritten, deeds.movementSent], caller, {
    unitId,
    state: 'DRAFT',
  })
  const corrected = allowedActions([deeds.movementCorrected], caller, { unitId, state: 'SENT' })
  return {
    planYear,
    unitId,
    unitName: unit.name,
    monthsDue: monthsDue(planYear, dayOfInstant(at)),
    months,
    sums: withNet(addedUp(sent)),
    formula: NET_GROWTH_FORMULA,
    allowedActions: [...written, ...corrected],
  }
}

export async function reachableUnit(tx: Tx, unitId: string) {
  return found(
    await tx
      .selectFrom('unit')
      .select(['id', 'name', 'path', 'federationId'])
      .where('id', '=', unitId)
      .where(sql<boolean>`app_reaches_unit(id)`)
      .executeTakeFirst(),
  )
}

async function monthsOf(tx: Tx, cycleId: string, unitId: string): Promise<MovementMonthView[]> {
  const { rows } = await sql<MovementMonthView>`
    select f.month, f.newly_developed, f.other_decrease, f.transfer_in, f.transfer_out, f.state,
      f.source = 'IMPORTED' as imported, f.sent_at, o.full_name as sent_by,
      coalesce((select jsonb_agg(jsonb_build_object('because', c.because, 'by', w.full_name,
          'at', to_char(c.corrected_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'before', c.before)
          order by c.id)
        from movement_correction c join official w on w.id = c.corrected_by
        where c.form_id = f.id), '[]'::jsonb) as corrections
    from movement_form f left join official o on o.id = f.sent_by
    where f.cycle_id = ${cycleId} and f.unit_id = ${unitId} order by f.month`.execute(tx)
  return rows
}
