import { type Kysely, sql } from 'kysely'

/** What a unit has of classes that are not over goes to its successor; what is typed for hours is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The seats and names that a merger still has to place: the class was not held yet, or is being held.
    create function open_class_parts(p_unit uuid) returns table (class_id uuid, quota_id uuid, code text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.id, q.id, c.code
      from class_quota q join training_class c on c.id = q.class_id
      where q.federation_id = app_federation() and app_administers() and q.unit_id = p_unit
        and c.state in ('PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'RUNNING', 'POSTPONED')
    $$;

    -- Seats, names and what waits for the unit go along; the names stand behind the successor's own.
    -- Each class is held meanwhile, as by every deed on it.
    create function hand_over_class_parts(p_unit uuid, p_successor uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_heir unit := must_administer_unit(p_successor);
      v_own uuid;
      v_last integer;
      v_moved integer := 0;
      part record;
    begin
      perform must_administer_unit(p_unit);
      for part in select * from open_class_parts(p_unit) p order by p.class_id loop
        perform from training_class where id = part.class_id for update;
        select id into v_own from class_quota where class_id = part.class_id and unit_id = v_heir.id;
        select coalesce(max(priority), 0) into v_last from nomination
          where class_id = part.class_id and unit_id = v_heir.id;
        -- @NOTE a list that gets names which no president has approved is nobody's approved list
        update class_quota h set seats = h.seats + o.seats, given_back = h.given_back + o.given_back,
            revision = h.revision + 1,
            approved_at = case when x.is_open then null else h.approved_at end,
            approved_by = case when x.is_open then null else h.approved_by end
          from class_quota o, lateral (select exists (select from nomination n
            where n.class_id = part.class_id and n.unit_id = p_unit and n.state = 'PROPOSED') as is_open) x
          where h.id = v_own and o.id = part.quota_id;
        update nomination set unit_id = v_heir.id, unit_path = v_heir.path, priority = priority + v_last,
            revision = revision + 1
          where class_id = part.class_id and unit_id = p_unit;
        update task t set unit_id = v_heir.id, object_id = coalesce(v_own, t.object_id)
          where t.object_id = part.quota_id and t.unit_id = p_unit and t.done_at is null
            and not exists (select from task same where same.done_at is null and same.kind = t.kind
              and same.role = t.role and same.unit_id = v_heir.id and same.object_id = coalesce(v_own, t.object_id));
        if v_own is null then
          update class_quota set unit_id = v_heir.id, revision = revision + 1 where id = part.quota_id;
        else
          delete from class_quota where id = part.quota_id;
        end if;
        v_moved := v_moved + 1;
      end loop;
      return v_moved;
    end $$;

    -- As in 0014, and the unit's part of classes before its tasks are ended.
    create or replace function hand_over_obligations(p_unit uuid, p_successor uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_unit unit := must_administer_unit(p_unit);
      v_heir unit := must_administer_unit(p_successor);
      v_moved integer;
    begin
      perform from round where federation_id = v_unit.federation_id and state = 'OPEN' order by id for share;
      perform from answer where unit_id = p_unit order by id for update;
      create temporary table handed_over on commit drop as select * from open_obligations(p_unit, p_successor);
      update answer set state = 'EXCUSED', revision = revision + 1
        where id in (select h.answer_id from handed_over h where h.is_double);
      delete from handed_over where is_double;
      update answer set unit_id = v_heir.id, unit_path = v_heir.path, revision = revision + 1
        where id in (select h.answer_id from handed_over h);
      get diagnostics v_moved = row_count;
      update answer_form set unit_id = v_heir.id where answer_id in (select h.answer_id from handed_over h);
      update extension set unit_id = v_heir.id
        where unit_id = p_unit and round_id in (select h.round_id from handed_over h);
      update task set unit_id = v_heir.id
        where unit_id = p_unit and done_at is null
          and object_id in (select h.answer_id from handed_over h union select h.round_id from handed_over h);
      v_moved := v_moved + hand_over_class_parts(p_unit, p_successor);
      update task set done_at = clock_timestamp(), ended_because = 'unit.merged'
        where unit_id = p_unit and done_at is null;
      drop table handed_over;
      return v_moved;
    end $$;

    -- Who is sent to a class, for whoever sees the nomination: after a merger the people still stand
    -- under the unit that is no more, out of the reach of its successor's key-holders.
    create function nominated_people(p_class uuid, p_nomination uuid default null)
      returns table (nomination_id uuid, official_id uuid, full_name text, birth_year integer, "position" text,
        workplace_id uuid, workplace text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select n.id, o.id, o.full_name, o.birth_year, o.position, w.id, w.name
      from nomination n join official o on o.id = n.official_id join unit w on w.id = o.unit_id
      where n.class_id = p_class and n.federation_id = app_federation()
        and (p_nomination is null or n.id = p_nomination)
        and (app_reaches_all() or n.unit_path <@ any (app_paths()) or n.official_id = app_official()
          or app_organises(p_class) or app_teaches(p_class))
    $$;

    revoke execute on function open_class_parts(uuid), hand_over_class_parts(uuid, uuid),
      nominated_people(uuid, uuid) from public;
    grant execute on function open_class_parts(uuid) to training_api;
    grant execute on function nominated_people(uuid, uuid) to training_api, training_worker;
  `.execute(db)

  await sql`
    -- What the unit writes on the findings, and the team on the result, before it is sent. Sent, it is
    -- spent: the row stays with its revision, so that an old window cannot write over a new text.
    create table inspection_writing (
      inspection_id uuid not null references inspection,
      kind text not null check (kind in ('REPLIES', 'RESULT')),
      federation_id uuid not null references federation,
      content jsonb,
      revision integer not null default 1,
      written_by uuid not null references official,
      written_at timestamptz not null default clock_timestamp(),
      primary key (inspection_id, kind)
    );
    alter table inspection_writing enable row level security;
    alter table inspection_writing force row level security;
    create policy own_federation on inspection_writing as restrictive for all
      using (federation_id = (select app_federation()));
    -- Each side sees and writes its own text only.
    create policy of_its_side on inspection_writing for all
      using (case kind when 'REPLIES' then app_is_inspected(inspection_id) else app_inspects(inspection_id) end)
      with check (case kind when 'REPLIES' then app_is_inspected(inspection_id) else app_inspects(inspection_id) end);
    grant select, insert, update on inspection_writing to training_api, training_worker;
  `.execute(db)
}
