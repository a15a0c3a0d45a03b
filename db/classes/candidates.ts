import { sql } from 'kysely'
import { obstaclesToAttending } from '../../domain/classes/eligibility.ts'
import type { CandidateView } from '../../domain/classes/views.contract.ts'
import { population } from '../../domain/draft/plan-content.ts'
import type { Position } from '../../domain/federation/position.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { isOfPopulation } from '../draft/population.ts'
import { nearness } from '../federation/officials.ts'
import { type ClassRow, classOf } from './class-row.ts'

type Facts = {
  officialId: string
  fullName: string
  birthYear: number | null
  position: Position
  workplace: string
  workplaceId: string
  employment: string
  level: string
  unitKind: string
  ownership: string | null
  workers: number | null
  newInTerm: boolean
  unitPath: string
}

const columns = sql`o.id as official_id, o.full_name, o.birth_year, o.position, u.name as workplace, u.id as workplace_id,
  o.employment, o.level, u.kind as unit_kind, u.ownership, u.worker_count as workers, o.new_in_term,
  o.unit_path::text as unit_path`

/** These people as far as the reader reaches them. */
export async function peopleOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Facts>> {
  const { rows } = await sql<Facts>`
    select ${columns} from official o join unit u on u.id = o.unit_id
    where o.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.officialId, row]))
}

/** What stands against each of them: not meant for, nominated already, sitting elsewhere then. */
export async function obstaclesOf(
  tx: Tx,
  trained: ClassRow,
  people: readonly Facts[],
): Promise<Map<string, Obstacle[]>> {
  const asked = population.parse(trained.eligibility)
  const busy = await busyAt(
    tx,
    trained.id,
    people.map(({ officialId }) => officialId),
  )
  return new Map(
    people.map((person) => [
      person.officialId,
      [...obstaclesToAttending(person, asked), ...(busy.get(person.officialId) ?? [])],
    ]),
  )
}

async function busyAt(tx: Tx, classId: string, ids: readonly string[]) {
  const { rows } = await sql<{ officialId: string; code: string; isHere: boolean }>`
    select distinct b.official_id, b.code, b.class_id = ${classId} as is_here
    from busy_times(${[...ids]}::uuid[]) b
    where b.class_id = ${classId} or exists (select from class_session s
      where s.class_id = ${classId} and s.starts_at < b.ends_at and b.starts_at < s.ends_at)`.execute(
    tx,
  )
  const busy = new Map<string, Obstacle[]>()
  for (const { officialId, code, isHere } of rows) {
    const obstacle = isHere
      ? { code: 'classes.already-nominated' }
      : { code: 'classes.in-another-class', params: { class: code } }
    busy.set(officialId, [...(busy.get(officialId) ?? []), obstacle])
  }
  return busy
}

/** Two who send the same person at the same moment wait for each other, in whatever classes. */
export async function holdNominees(tx: Tx, officialIds: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('nominee/' || id, 0))
    from (select unnest(${officialIds.toSorted()}::text[]) as id) held`.execute(tx)
}

const shown = 40

/** People of the reader's units, searched without marks; who can be sent stands first. */
export async function candidatesOf(
  { tx, caller }: Entered,
  classId: string,
  q: string,
): Promise<CandidateView[]> {
  const trained = await classOf(tx, classId)
  const nearest = q === '' ? [] : [nearness({ name: sql`o.full_name`, folded: sql`o.folded` }, q)]
  const fits = isOfPopulation(population.parse(trained.eligibility))
  const order = [sql`not (${fits})`, ...nearest, sql`o.sort_name`, sql`o.id`]
  const { rows } = await sql<Facts>`
    select ${columns} from official o join unit u on u.id = o.unit_id
    where o.unit_id = any (array(select unit_ids_in_reach())) and ${nominatorsReach(caller)}
      and ${q === '' ? sql`true` : sql`o.id in (select official_ids_matching(${q}))`}
    order by ${sql.join(order)} limit ${shown}`.execute(tx)
  const obstacles = await obstaclesOf(tx, trained, rows)
  return rows
    .map(({ officialId, fullName, birthYear, position, workplace }) => ({
      officialId,
      fullName,
      birthYear,
      position,
      workplace,
      obstacles: obstacles.get(officialId) ?? [],
    }))
    .toSorted((a, b) => Number(a.obstacles.length > 0) - Number(b.obstacles.length > 0))
}

/** Below the units for which the reader nominates, whatever else they may see. */
function nominatorsReach({ grants }: Caller) {
  const paths = grants
    .filter(({ role }) => role === 'unitDrafter' || role === 'unitHead')
    .map(({ unitPath }) => unitPath)
  return sql`o.unit_path <@ any (${paths}::ltree[])`
}
