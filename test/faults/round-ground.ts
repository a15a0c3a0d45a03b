import { asSystem } from '../../db/context.ts'
import { myAnswer } from '../../db/feedback/my-answer.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { conferenceRoutes } from '../../domain/feedback/conference.contract.ts'
import { preparationRoutes, USUAL_PREPARATION } from '../../domain/feedback/preparation.contract.ts'
import { addDays, type Day, dayOfInstant } from '../../domain/grammar/day.ts'
import { addWorkingDays, workingDaysLeft } from '../../domain/grammar/working-days.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { ownerPool } from '../setup/owner-pool.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'
import { completeForm } from '../setup/year-walk.ts'

const planYear = 2027
export const GRACE_DAYS = 4

/**
 * A round by deeds, its conference over; four units, the fourth not asked. Each life begins here:
 * whatever one has left is taken back, table by table, and the next finds what the first one found.
 */
export async function openGround() {
  const desk = await openDesk({ unitCount: 4 })
  const owner = ownerPool(desk.database.ownerUrl)
  const sql = async (statement: string, values: unknown[] = []) =>
    (await owner.query(statement, values)).rows
  const planId = await publish(desk)
  const roundId = String((await sql('select id from round'))[0].id)
  await asSystem(desk.db, systemOf(desk), (tx) => openObligations(tx, roundId))
  const conferenceId = await hold(desk, roundId)
  const unasked = desk.federation.units[3]?.id
  await sql(`delete from task where unit_id = $1`, [unasked])
  await sql(`delete from answer where unit_id = $1`, [unasked])
  await sql(keepAll)
  const view = await desk.reads('unit1.head', (entered) => myAnswer(entered, planYear))
  const holidays = await desk.reads('admin', ({ tx }) => holidaysOf(tx))
  const today = dayOfInstant(new Date())
  const withDeclared = (declared: readonly Day[]) => [
    ...holidays,
    ...declared.map((on) => ({ day: on, kind: 'OFF' as const, name: 'Nghỉ bù' })),
  ]
  return {
    desk,
    sql,
    planId,
    roundId,
    conferenceId,
    system: systemOf(desk),
    /** Complete; each life varies what it says of the unit, so that no two drafts are alike. */
    form: { ...completeForm(view), targetRequests: {} },
    workingDay: (days: number): Day => addWorkingDays(today, days, holidays),
    yesterday: addDays(today, -1),
    graceAfter: (dueOn: Day, declared: readonly Day[]): Day =>
      addWorkingDays(dueOn, GRACE_DAYS, withDeclared(declared)),
    /** How many are left until then, some of them having become holidays meanwhile. */
    workingDaysUntil: (on: Day, declared: readonly Day[]) =>
      workingDaysLeft(today, on, withDeclared(declared)),
    /** As it was before the first life. */
    restore: () => sql(bringBack),
    async close() {
      await owner.end()
      await desk.close()
    },
  }
}
export type Ground = Awaited<ReturnType<typeof openGround>>

const systemOf = ({ federation }: Desk) => ({
  federationId: federation.federationId,
  process: 'test',
})

async function publish(desk: Desk): Promise<string> {
  await desk.openYear(planYear)
  const form = { ...USUAL_PREPARATION, kinds: ['WRITTEN' as const, 'CONFERENCE' as const] }
  const params = { planYear }
  await desk.does('drafter', preparationRoutes.prepare, { params, body: { form } }, { revision: 0 })
  const planId = await writeSmallPlan(desk, planYear)
  await desk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await desk.does('head', draftRoutes.forward, { params: { planId } })
  await desk.does('leader', draftRoutes.publish, { params, body: { graceDays: GRACE_DAYS } })
  return planId
}

async function hold(desk: Desk, roundId: string): Promise<string> {
  const { federation, asOwner } = desk
  const { conferenceId } = await desk.does(
    'drafter',
    conferenceRoutes.setConference,
    {
      params: { roundId, kind: 'CONFERENCE' },
      body: {
        on: addWorkingDays(dayOfInstant(new Date()), 3, []),
        from: '08:00',
        to: '11:00',
        place: 'Hội trường A',
        agenda: 'Góp ý',
        chairId: federation.person('leader').officialId,
        secretaryId: federation.person('drafter').officialId,
      },
    },
    { revision: 0 },
  )
  await asOwner(`update conference set starts_at = now() - interval '3 hours',
    ends_at = now() - interval '1 hour'`)
  return conferenceId
}

/** Every table with all its rows, aside. */
const keepAll = `
  create schema kept;
  do $$ declare t text; begin
    for t in select tablename from pg_tables where schemaname = 'public' loop
      execute format('create table kept.%I as select * from public.%I', t, t);
    end loop;
  end $$`

/** No trigger and no foreign key looks on: the rows come back as they were, in whatever order. */
const bringBack = `
  do $$ declare t text; columns text; begin
    set local session_replication_role = replica;
    for t in select tablename from pg_tables where schemaname = 'public' loop
      select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
        where attrelid = format('public.%I', t)::regclass and attnum > 0 and not attisdropped
          and attgenerated = '';
      execute format('delete from public.%I', t);
      execute format('insert into public.%I (%s) overriding system value select %s from kept.%I',
        t, columns, columns, t);
    end loop;
  end $$`
