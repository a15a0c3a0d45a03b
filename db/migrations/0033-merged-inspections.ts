import { type Kysely, sql } from 'kysely'

/**
 * What a unit still has of inspections and of months not yet sent goes to its successor. Papers keep
 * the name of the unit they speak of; a visit that was made stays a visit to the unit it was made to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Where the team was, once another unit answers for what it found.
    alter table inspection add column visited_unit_id uuid references unit;

    -- The inspections that a merger has to place: not over yet, with the remedies still open in each.
    create function open_inspections(p_unit uuid) returns table (inspection_id uuid, cycle_id uuid,
        top_unit_id uuid, unit_name text, subject text, is_announced boolean, revision integer, remedies integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select i.id, i.cycle_id, c.unit_id, i.unit_name, i.subject, i.announced_at is not null, i.revision,
        (select count(*)::integer from remedy r
          where r.inspection_id = i.id and r.owner_unit_id = p_unit and r.state in ('OPEN', 'ANSWERED', 'SENT_BACK'))
      from inspection i join cycle c on c.id = i.cycle_id
      where i.federation_id = app_federation() and app_administers() and i.unit_id = p_unit
        and i.state not in ('CLOSED', 'CANCELLED')
    $$;

    -- The unit's part goes along with what waits for it; what is signed or sent keeps who did it.
    create function hand_over_inspections(p_unit uuid, p_successor uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_heir unit := must_administer_unit(p_successor);
      v_held uuid[];
    begin
      perform must_administer_unit(p_unit);
      -- in the order in which every deed on an inspection holds it
      perform from inspection i where i.id in (select o.inspection_id from open_inspections(p_unit) o)
        order by i.id for update;
      select coalesce(array_agg(o.inspection_id), '{}') into v_held from open_inspections(p_unit) o;
      update self_report set unit_id = v_heir.id where inspection_id = any (v_held) and sent_at is null;
      update remedy set owner_unit_id = v_heir.id, revision = revision + 1
        where inspection_id = any (v_held) and owner_unit_id = p_unit and state <> 'CLOSED';
      update task set unit_id = v_heir.id
        where unit_id = p_unit and done_at is null and (object_id = any (v_held)
          or object_id in (select r.id from remedy r where r.inspection_id = any (v_held)));
      update inspection set unit_id = v_heir.id, unit_path = v_heir.path, revision = revision + 1,
          visited_unit_id = coalesce(visited_unit_id, case when minutes_signed_at is not null then p_unit end)
        where id = any (v_held);
      return cardinality(v_held);
    end $$;

    -- Months written and not sent. Where the successor has sent its own figures of the month, nothing is
    -- added behind its signature: the form stays, and the successor corrects its own if need be.
    create function open_movements(p_unit uuid, p_successor uuid) returns table (form_id uuid, cycle_id uuid,
        plan_year integer, month integer, own_id uuid, stays boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select f.id, f.cycle_id, c.plan_year, f.month, own.id, coalesce(own.state = 'SENT', false)
      from movement_form f join cycle c on c.id = f.cycle_id and c.closed_at is null
      left join movement_form own on own.cycle_id = f.cycle_id and own.month = f.month and own.unit_id = p_successor
      where f.federation_id = app_federation() and app_administers() and f.unit_id = p_unit and f.state = 'DRAFT'
    $$;

    -- Into the successor's own form where it is writing one, else as it stands. What was written in each
    -- is given back for the register.
    create function hand_over_movements(p_unit uuid, p_successor uuid) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_heir unit := must_administer_unit(p_successor);
      v_moved jsonb;
    begin
      perform must_administer_unit(p_unit);
      perform from movement_form where unit_id in (p_unit, v_heir.id) and state = 'DRAFT' order by id for update;
      create temporary table moving_form on commit drop as
        select * from open_movements(p_unit, p_successor) o where not o.stays;
      select coalesce(jsonb_agg(jsonb_build_object('planYear', m.plan_year, 'month', m.month,
          'newlyDeveloped', f.newly_developed, 'otherDecrease', f.other_decrease,
          'transferIn', f.transfer_in, 'transferOut', f.transfer_out, 'isAdded', m.own_id is not null)
          order by m.plan_year, m.month), '[]')
        into v_moved from moving_form m join movement_form f on f.id = m.form_id;
      update movement_form own set newly_developed = own.newly_developed + f.newly_developed,
          other_decrease = own.other_decrease + f.other_decrease, transfer_in = own.transfer_in + f.transfer_in,
          transfer_out = own.transfer_out + f.transfer_out, revision = own.revision + 1
        from moving_form m join movement_form f on f.id = m.form_id where own.id = m.own_id;
      delete from movement_form where id in (select m.form_id from moving_form m where m.own_id is not null);
      update movement_form set unit_id = v_heir.id, unit_path = v_heir.path, revision = revision + 1
        where id in (select m.form_id from moving_form m where m.own_id is null);
      drop table moving_form;
      return v_moved;
    end $$;

    -- Who wrote the unit's part, for whoever sees the inspection: after a merger they still stand under
    -- the unit that is no more, out of the reach of its successor's key-holders.
    create function inspection_writers(p_inspection uuid) returns table (official_id uuid, full_name text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select o.id, o.full_name from official o
      where exists (select from inspection i where i.id = p_inspection and i.federation_id = app_federation()
          and (app_reaches_all() or (i.announced_at is not null and i.unit_path <@ any (app_paths()))))
        and o.id in (
          select consented_by from inspection where id = p_inspection
          union select unnest(array[written_by, sent_by]) from self_report where inspection_id = p_inspection
          union select replied_by from finding_reply where inspection_id = p_inspection
          union select unnest(array[a.answered_by, a.judged_by]) from remedy_answer a
            join remedy r on r.id = a.remedy_id where r.inspection_id = p_inspection)
    $$;

    revoke execute on function inspection_writers(uuid), open_inspections(uuid), hand_over_inspections(uuid, uuid),
      open_movements(uuid, uuid), hand_over_movements(uuid, uuid) from public;
    grant execute on function inspection_writers(uuid) to training_api, training_worker;
    grant execute on function open_inspections(uuid), hand_over_inspections(uuid, uuid),
      open_movements(uuid, uuid), hand_over_movements(uuid, uuid) to training_api;
  `.execute(db)
}
