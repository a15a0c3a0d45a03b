import { sql } from 'kysely'
import type { NominationState, ReleaseState } from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { inWaitingOrder } from '../../domain/classes/seats.ts'
import type {
  EmployerView,
  NomineeView,
  UnitListView,
} from '../../domain/classes/views.contract.ts'
import { allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { classOf, type ClassRow } from './class-row.ts'

const ofNominee = [
  deeds.releaseRecorded,
  deeds.nomineeWithdrawn,
  deeds.seatResigned,
  deeds.substituteSent,
]

type Row = Omit<NomineeView, 'allowedActions' | 'waitingNumber'> & {
  unitId: string
  unitPath: string
  proposedAt: string
}

/** Who is sent, by unit, as far as the reader may see it: four statements for any number. */
export async function nominationsOf({ tx, caller }: Entered, classId: string) {
  const trained = await classOf(tx, classId)
  const rows = await nomineesOf(tx, classId)
  const numbers = waitingNumbers(rows)
  const nominees = new Map<string, NomineeView[]>()
  for (const row of rows) {
    const waitingNumber = numbers.get(row.nominationId) ?? null
    const ofUnit = nominees.get(row.unitId) ?? []
    nominees.set(row.unitId, ofUnit)
    ofUnit.push(nomineeView(row, { caller, trained, waitingNumber }))
  }
  const units = await unitsOf(tx, classId)
  return {
    units: units.map((unit): UnitListView => ({
      ...unit,
      nominees: nominees.get(unit.unitId) ?? [],
    })),
    employers: await employersOf(tx, trained),
  }
}

function nomineeView(
  { unitId, unitPath, proposedAt: _, ...row }: Row,
  {
    caller,
    trained,
    waitingNumber,
  }: { caller: Caller; trained: ClassRow; waitingNumber: number | null },
): NomineeView {
  const subject = { unitId, unitPath, officialId: row.officialId, state: trained.state }
  return { ...row, waitingNumber, allowedActions: allowedActions(ofNominee, caller, subject) }
}

function waitingNumbers(rows: readonly Row[]): Map<string, number> {
  const waiting = rows
    .filter(({ state }) => state === 'WAITLISTED')
    .map(({ nominationId: id, ...row }) => ({ ...row, id }))
  return new Map(inWaitingOrder(waiting).map(({ id }, index) => [id, index + 1]))
}

async function nomineesOf(tx: Tx, classId: string): Promise<Row[]> {
  const { rows } = await sql<
    Omit<Row, 'state' | 'release'> & { state: NominationState; release: ReleaseState }
  >`
    select n.id as nomination_id, n.unit_id, n.unit_path::text as unit_path, n.official_id, p.full_name, p.birth_year,
      p.position, p.workplace_id, p.workplace, n.priority, n.reason, n.needs_lodging, n.state,
      n.state_because, n.release_state as release, n.release_asked_at, n.release_answered_at, n.release_because,
      n.release_letter_no, n.proposed_at,
      before.full_name as substitute_for
    from nomination n
    join nominated_people(${classId}) p on p.nomination_id = n.id
    left join nominated_people(${classId}) before on before.nomination_id = n.substitute_for
    where n.class_id = ${classId}
    order by array_position(array['CONFIRMED', 'ATTENDED', 'NO_SHOW', 'UNIT_APPROVED', 'RELEASE_PENDING', 'PROPOSED',
      'WAITLISTED'], n.state) nulls last, n.priority, n.proposed_at, n.id`.execute(tx)
  return rows
}

async function unitsOf(tx: Tx, classId: string): Promise<Omit<UnitListView, 'nominees'>[]> {
  const { rows } = await sql<Omit<UnitListView, 'nominees'>>`
    select q.unit_id, u.name as unit_name, q.seats, q.given_back, q.approved_at, o.full_name as approved_by
    from class_quota q join unit u on u.id = q.unit_id left join official o on o.id = q.approved_by
    where q.class_id = ${classId}
    order by u.name collate vi_natural`.execute(tx)
  return rows
}

/** How the workplaces of this class have answered, over all classes of the year (S0.07). */
async function employersOf(tx: Tx, { id, cycleId }: ClassRow): Promise<EmployerView[]> {
  const { rows } = await sql<EmployerView>`
    select w.id as workplace_id, w.name as workplace,
      (count(*) filter (where n.release_state <> 'NOT_ASKED'))::integer as asked,
      (count(*) filter (where n.release_state = 'GRANTED'))::integer as granted,
      (count(*) filter (where n.release_state = 'REFUSED'))::integer as refused,
      (count(*) filter (where n.release_state in ('NO_ANSWER', 'ASKED')))::integer as unanswered
    from nomination n
    join training_class c on c.id = n.class_id and c.cycle_id = ${cycleId}
    join official o on o.id = n.official_id
    join unit w on w.id = o.unit_id
    where n.release_state <> 'NOT_NEEDED' and w.id in (
      select here.unit_id from nomination m join official here on here.id = m.official_id where m.class_id = ${id})
    group by w.id, w.name
    having count(*) filter (where n.release_state <> 'NOT_ASKED') > 0
    order by refused desc, unanswered desc, w.name collate vi_natural`.execute(tx)
  return rows
}
