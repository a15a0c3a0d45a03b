import type { Caller } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { EditForm } from '../../domain/inspection/forms.contract.ts'
import {
  conflictOf,
  conflictsOfInterest,
  type HeldPost,
  type Inspected,
  obstaclesToTeam,
  type TeamRole,
} from '../../domain/inspection/team.ts'
import type { InspectorView } from '../../domain/inspection/views.contract.ts'
import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { refuse } from '../revision/standing.ts'

type Seats = EditForm['team']

/** Who may sit in a team: whoever holds the role of an inspector today. */
export async function inspectorsOf(tx: Tx): Promise<InspectorView[]> {
  const { rows } = await sql<InspectorView>`
    select o.id as official_id, o.full_name, o.position from official o
    where exists (select from role_grant g where g.official_id = o.id and g.role = 'inspector'
      and g.since <= current_date and (g.until is null or g.until >= current_date))
    order by o.sort_name, o.id`.execute(tx)
  return rows
}

/** Throws with the name and the reason of each who may not sit in this team. */
export async function mustBeSeatable(tx: Tx, team: Seats, looked: Looked): Promise<void> {
  const inspectors = await inspectorsOf(tx)
  const ids = team.map(({ officialId }) => officialId)
  const people = await peopleOf(tx, ids)
  const obstacles = obstaclesToTeam({
    team: team.map((seat) => ({ ...seat, fullName: people.get(seat.officialId)?.fullName ?? '' })),
    ...(await interestsOf(tx, ids, looked)),
    inspectorIds: new Set(inspectors.map(({ officialId }) => officialId)),
  })
  refuse('inspection.team-not-in-order', obstacles)
}

type Looked = { unitId: string; periodFrom: string; periodTo: string }

/** A seat is lost where a merger, or a new post, has put its holder among those inspected. */
export async function lostSeats(
  tx: Tx,
  team: readonly Seat[],
  looked: Looked,
): Promise<Map<string, HeldPost>> {
  const ids = team.map(({ officialId }) => officialId)
  const { posts, inspected } = await interestsOf(tx, ids, looked)
  return new Map(conflictsOfInterest(posts, inspected).map((post) => [post.officialId, post]))
}

/**
 * Every post they hold or held, the main unit of each included; and the unit with all that were
 * merged into it, because a conflict of interest follows the merger. One statement.
 */
async function interestsOf(
  tx: Tx,
  officialIds: readonly string[],
  { unitId, periodFrom, periodTo }: Looked,
): Promise<{ posts: HeldPost[]; inspected: Inspected }> {
  const { rows } = await sql<HeldPost & { unitPaths: string[] }>`
    with recursive answering as (
      select id from unit where id = ${unitId}
      union
      select s.unit_id from unit_succession s join answering a on a.id = s.successor_id
    )
    select p.official_id, u.name as unit_name, u.path::text as unit_path, p.since, p.until,
      array(select o.path::text from answering a join unit o on o.id = a.id) as unit_paths
    from post p join unit u on u.id = p.unit_id
    where p.official_id = any (${[...officialIds]}::uuid[])
    order by p.since desc`.execute(tx)
  const unitPaths = rows[0]?.unitPaths ?? []
  return { posts: rows, inspected: { unitPaths, periodFrom, periodTo } }
}

async function peopleOf(tx: Tx, officialIds: readonly string[]) {
  const rows = await tx
    .selectFrom('official')
    .select(['id', 'fullName', 'position'])
    .where('id', 'in', [...officialIds])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names and positions are kept as they were when the team was made up. */
export async function seatTeam(
  tx: Tx,
  { id, federationId }: { id: string; federationId: string },
  team: Seats,
): Promise<void> {
  const people = await peopleOf(
    tx,
    team.map(({ officialId }) => officialId),
  )
  await tx.deleteFrom('inspectionMember').where('inspectionId', '=', id).execute()
  await tx
    .insertInto('inspectionMember')
    .values(
      team.map(({ officialId, role }) => ({
        inspectionId: id,
        federationId,
        officialId,
        role,
        fullName: people.get(officialId)?.fullName ?? '',
        position: people.get(officialId)?.position ?? '',
      })),
    )
    .execute()
}

export type Seat = { officialId: string; fullName: string; position: string; role: TeamRole }

const ranks: readonly TeamRole[] = ['LEAD', 'SECRETARY', 'MEMBER']

/** The lead first, then the secretary. */
export async function teamOf(tx: Tx, inspectionId: string): Promise<Seat[]> {
  const rows = await tx
    .selectFrom('inspectionMember')
    .select(['officialId', 'fullName', 'position', 'role'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('fullName')
    .execute()
  return (
    rows
      // Held to these words by a check of the table.
      .map((row) => ({ ...row, role: row.role as TeamRole }))
      .toSorted((a, b) => ranks.indexOf(a.role) - ranks.indexOf(b.role))
  )
}

type Held = Looked & { id: string }

/**
 * The role of an inspector opens the door; the team's list says which inspections are theirs, and
 * not even then those of a unit in which they hold or held a post.
 */
export async function mustBeInTeam(
  tx: Tx,
  caller: Caller,
  inspection: Held,
  only?: TeamRole,
): Promise<Seat[]> {
  const team = await teamOf(tx, inspection.id)
  const seat = team.find(({ officialId }) => officialId === caller.officialId)
  if (!seat) throw new Refusal('inspection.not-in-team', 'not-allowed')
  if (only && seat.role !== only) throw new Refusal('inspection.lead-only', 'not-allowed')
  const post = (await lostSeats(tx, [seat], inspection)).get(seat.officialId)
  if (post) {
    const { code, params = {} } = conflictOf(seat.fullName, post, '')
    throw new Refusal(code, 'not-allowed', { params })
  }
  return team
}
