import { sql } from 'kysely'
import type { Caller } from '../../domain/grammar/deed.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import type {
  AwardView,
  CandidateView,
  DecisionPrintView,
  RegistrationView,
  RewardsView,
  RoundRowView,
} from '../../domain/reward/views.contract.ts'
import type { Entered } from '../context.ts'
import { type CycleRow, cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { registrationDueAt } from './register-unit.ts'
import { roundOf } from './round-row.ts'
import { yearFigures } from './year-figures.ts'

/** The year's page: who registered, which rounds there are. Five statements for every reader. */
export async function rewardsOf({ tx, caller }: Entered, planYear: number): Promise<RewardsView> {
  const cycle = await cycleOfYear(tx, planYear)
  const registrations = await registrationsOf(tx, cycle)
  const state = cycle.closedAt ? 'CLOSED' : 'OPEN'
  const mine = mineOf(caller, registrations)
  return {
    planYear,
    registrationDueAt: new Date(await registrationDueAt(tx, cycle)).toISOString(),
    registrations,
    mine,
    rounds: await roundRows(tx, cycle),
    allowedActions: [
      ...allowedActions([deeds.opened], caller, { state }),
      ...allowedActions([deeds.registered], caller, { state, unitId: mine?.unitId ?? null }),
    ],
  }
}

function mineOf(caller: Caller, registrations: readonly RegistrationView[]): RewardsView['mine'] {
  const grant = caller.grants.find(({ role }) => role === 'unitHead' || role === 'unitDrafter')
  if (!grant) return null
  const { unitId, unitName } = grant
  const registration = registrations.find((each) => each.unitId === unitId) ?? null
  return { unitId, unitName, registration }
}

async function registrationsOf(tx: Tx, { id }: CycleRow): Promise<RegistrationView[]> {
  const { rows } = await sql<RegistrationView>`
    select r.unit_id, u.name as unit_name, r.form, r.pledge, r.registered_at, r.source = 'IMPORTED' as imported
    from award_registration r join unit u on u.id = r.unit_id
    where r.cycle_id = ${id} order by u.code collate vi_natural`.execute(tx)
  return rows
}

/** Counts are those of the files the reader may see. */
async function roundRows(tx: Tx, { id }: CycleRow): Promise<RoundRowView[]> {
  const { rows } = await sql<RoundRowView>`
    select c.id, c.kind, c.title, c.state, c.files_due_at, c.council_due_at,
      (select count(*)::integer from award_file f where f.commendation_id = c.id) as files,
      (select count(*)::integer from award_file f where f.commendation_id = c.id
        and f.state in ('DECIDED', 'AWARDED')) as awarded,
      ${numberOf} as decision
    from commendation c left join paper p on p.commendation_id = c.id and p.state = 'ISSUED'
    where c.cycle_id = ${id} order by c.opened_at`.execute(tx)
  return rows
}

const numberOf = sql`lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol`

/** Everybody who may be proposed, with the figures that speak for them. */
export async function candidatesOf(
  { tx }: Entered,
  commendationId: string,
): Promise<CandidateView[]> {
  const round = await roundOf(tx, commendationId)
  const proposed = await tx
    .selectFrom('awardFile')
    .select('unitId')
    .where('commendationId', '=', commendationId)
    .where('officialId', 'is', null)
    .execute()
  const taken = new Set(proposed.map(({ unitId }) => unitId))
  const units = await yearFigures(tx, { id: round.cycleId, planYear: round.planYear })
  return units.map((unit) => ({ ...unit, isProposed: taken.has(unit.unitId) }))
}

export async function awardsOf(
  { tx }: Entered,
  asked: { unitId?: string | undefined; planYear?: number | undefined },
): Promise<AwardView[]> {
  const { rows } = await sql<AwardView>`
    select f.id as file_id, y.plan_year, f.unit_id, u.name as unit_name, f.subject_name, c.kind, c.title, f.form,
      f.citation, f.award_number, ${numberOf} as decision, c.id as commendation_id,
      p.issued_on::text as decided_on, f.handed_over_on::text as handed_over_on
    from award_file f join commendation c on c.id = f.commendation_id join cycle y on y.id = c.cycle_id
    join unit u on u.id = f.unit_id
    left join paper p on p.commendation_id = c.id and p.state = 'ISSUED'
    where f.state in ('DECIDED', 'AWARDED')
      and ${asked.unitId ? sql`f.unit_id = ${asked.unitId}` : sql`true`}
      and ${asked.planYear ? sql`y.plan_year = ${asked.planYear}` : sql`true`}
    order by y.plan_year desc, p.issued_on desc, f.award_number limit 500`.execute(tx)
  return rows
}

/** The decision in the form of Decree 30; before its number room is left for it. */
export async function decisionPrint(
  { tx }: Entered,
  commendationId: string,
): Promise<DecisionPrintView> {
  const round = await roundOf(tx, commendationId)
  const { rows } = await sql<
    Pick<DecisionPrintView, 'superior' | 'issuer' | 'place' | 'number' | 'issuedOn'>
  >`
    select f.superior_name as superior, f.name as issuer, f.place, ${numberOf} as number,
      p.issued_on::text as issued_on
    from federation f left join paper p on p.commendation_id = ${commendationId} and p.state = 'ISSUED'
    where f.id = ${round.federationId}`.execute(tx)
  const list = await sql<DecisionPrintView['rows'][number]>`
    select coalesce(f.award_number, f.number) as number, f.subject_name, u.name as unit_name, f.form, f.citation
    from award_file f join unit u on u.id = f.unit_id
    where f.commendation_id = ${commendationId} and f.state in ('COUNCIL_VOTED', 'DECIDED', 'AWARDED')
    order by f.award_number, f.number`.execute(tx)
  return {
    ...found(rows[0]),
    title: round.title,
    planYear: round.planYear,
    council: round.bodyName,
    signerName: round.signerName,
    signerPosition: round.signerPosition,
    rows: list.rows,
  }
}
