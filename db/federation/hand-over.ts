import { sql } from 'kysely'
import type { Grant } from '../../domain/grammar/deed.ts'
import { tellHolders } from '../outbox.ts'
import type { Stage } from '../performer.ts'
import { enterDeed } from '../register.ts'
import { takenOverLinkOf } from '../feedback/round-link.ts'
import type { UnitRow } from './unit-row.ts'

type Giving = { unit: UnitRow; heir: UnitRow; basis: string; as: Grant }

/** Everything open that a unit leaves behind goes to the one that takes it over: so many matters. */
export async function handOver(stage: Stage, giving: Giving): Promise<number> {
  const { unit, heir } = giving
  await excuseDoubled(stage, giving)
  const opinions = await handOverOpinions(stage, giving)
  const inspections = await handOverInspections(stage, giving)
  const months = await handOverMovements(stage, giving)
  // last, because it ends what still waits for the unit
  const { rows } = await sql<{ moved: number }>`
    select hand_over_obligations(${unit.id}::uuid, ${heir.id}::uuid) as moved`.execute(stage.tx)
  return (rows[0]?.moved ?? 0) + opinions + inspections + months
}

/** Where the successor answers the same round itself: who excused it, and by which paper. */
async function excuseDoubled({ tx, caller }: Stage, { unit, heir, basis }: Giving): Promise<void> {
  // held in the order in which every write into an answer holds them
  await sql`select from round where state = 'OPEN' order by id for share`.execute(tx)
  await sql`select from answer where unit_id = ${unit.id} order by id for update`.execute(tx)
  await sql`
    insert into excuse (federation_id, round_id, answer_id, unit_id, state_before, reason, excused_by)
    select a.federation_id, a.round_id, a.id, a.unit_id, a.state, ${basis}, ${caller.officialId}::uuid
    from open_obligations(${unit.id}::uuid, ${heir.id}::uuid) o
    join answer a on a.id = o.answer_id where o.is_double`.execute(tx)
}

type Staying = {
  answerId: string
  number: string
  cycleId: string
  planYear: number
  opinions: number
}

/** What was said and not confirmed, where the answer itself stays behind. */
async function handOverOpinions(stage: Stage, { unit, heir, as }: Giving): Promise<number> {
  const { tx, caller, key, trace } = stage
  const { rows } = await sql<{ staying: Staying[] }>`
    select hand_over_opinions(${unit.id}::uuid, ${heir.id}::uuid) as staying`.execute(tx)
  const staying = rows[0]?.staying ?? []
  for (const { answerId, cycleId, number, planYear, opinions } of staying) {
    const facts = { unitName: unit.name, successor: heir.name, number, planYear, opinions }
    await enterDeed(tx, caller, as, {
      deed: 'opinion.handedOver',
      object: { type: 'answer', id: answerId, cycleId, unitId: heir.id },
      facts,
      trace,
      key: `${key}/opinions/${answerId}`,
    })
    await tellHolders(
      tx,
      caller.federationId,
      { roles: keyHolders, unitIds: [heir.id] },
      {
        eventKey: `answer/${answerId}/opinions-handed-over/${key}`,
        textKey: 'feedback.letters.opinionsHandedOver',
        params: facts,
        link: takenOverLinkOf({ planYear }),
      },
    )
  }
  return staying.reduce((sum, { opinions }) => sum + opinions, 0)
}

type OpenInspection = {
  inspectionId: string
  cycleId: string
  topUnitId: string
  unitName: string
  subject: string
  isAnnounced: boolean
  revision: number
  remedies: number
}

/** Each says in its own history whose it is now; the committee and the successor are told. */
async function handOverInspections(stage: Stage, { unit, heir, as }: Giving): Promise<number> {
  const { tx, caller, key, trace } = stage
  const { rows } = await sql<OpenInspection>`
    select * from open_inspections(${unit.id}::uuid) order by inspection_id`.execute(tx)
  await sql`select hand_over_inspections(${unit.id}::uuid, ${heir.id}::uuid)`.execute(tx)
  for (const { inspectionId, cycleId, isAnnounced, revision, remedies, ...told } of rows) {
    const { unitName, subject, topUnitId } = told
    const facts = { unitName, subject, successor: heir.name, remedies }
    await enterDeed(tx, caller, as, {
      deed: 'inspection.handedOver',
      object: {
        type: 'inspection',
        id: inspectionId,
        revision: revision + 1,
        cycleId,
        unitId: isAnnounced ? heir.id : null,
      },
      facts,
      trace,
      key: `${key}/${inspectionId}`,
    })
    await tellOf(
      stage,
      { inspectionId, unitId: topUnitId, roles: ['inspectionHead'] },
      'Team',
      facts,
    )
    if (isAnnounced)
      await tellOf(stage, { inspectionId, unitId: heir.id, roles: keyHolders }, '', facts)
  }
  return rows.length
}

const keyHolders = ['unitHead', 'unitDrafter']

type Told = { inspectionId: string; unitId: string; roles: readonly string[] }

function tellOf(
  { tx, caller, key }: Stage,
  { inspectionId, unitId, roles }: Told,
  which: 'Team' | '',
  params: Record<string, string | number>,
): Promise<void> {
  return tellHolders(
    tx,
    caller.federationId,
    { roles, unitIds: [unitId] },
    {
      eventKey: `inspection/${inspectionId}/handed-over${which}/${key}`,
      textKey: `inspection.letters.handedOver${which}`,
      params,
      link: `/inspections/${inspectionId}`,
    },
  )
}

type MovedMonth = { planYear: number; month: number }

/** What was written and not sent; its figures stand in the register as they were. */
async function handOverMovements(stage: Stage, { unit, heir, as }: Giving): Promise<number> {
  const { tx, caller, key, trace } = stage
  const { rows } = await sql<{ moved: MovedMonth[] }>`
    select hand_over_movements(${unit.id}::uuid, ${heir.id}::uuid) as moved`.execute(tx)
  const moved = rows[0]?.moved ?? []
  if (moved.length === 0) return 0
  await enterDeed(tx, caller, as, {
    deed: 'movement.handedOver',
    object: { type: 'movement', id: heir.id, unitId: heir.id },
    facts: {
      name: unit.name,
      successor: heir.name,
      months: moved.map(({ month, planYear }) => `${month}/${planYear}`).join(', '),
    },
    content: { from: unit.id, to: heir.id, moved },
    trace,
    key: `${key}/movements`,
  })
  return moved.length
}
