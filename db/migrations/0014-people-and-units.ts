import { type Kysely, sql } from 'kysely'

/** People stand by their names word by word; units and people are edited, moved and merged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- @NOTE one text is compared by all its letters first and by their marks only afterwards, so that
    -- "Anh" and "Ánh" mingle; a list of words is compared word by word, each with its marks
    alter table official add column sort_words text[] collate vi not null
      generated always as (string_to_array(replace(sort_name, ',', ''), ' ')) stored;
    drop index official_by_name, official_by_position, official_by_employment, official_unit;
    create index official_by_name on official (federation_id, sort_words, id);
    create index official_by_position on official (federation_id, position, sort_words, id);
    create index official_by_employment on official (federation_id, employment, sort_words, id);
    create index official_unit on official (unit_id, sort_words, id);
  `.execute(db)

  await sql`
    -- What an edit was made on: the second of two is told, not lost.
    alter table unit add column revision integer not null default 1;
    alter table official add column revision integer not null default 1;

    -- A unit keeps the records of its own people and of those below it (không làm thay).
    create policy kept_by_unit on official for update
      using (unit_path <@ any ((select app_paths())::ltree[]))
      with check (unit_path <@ any ((select app_paths())::ltree[]));
    create policy added_by_unit on post for insert with check (exists (
      select from official o where o.id = post.official_id and o.unit_path <@ any ((select app_paths())::ltree[])));
    create policy kept_by_unit on post for update using (exists (
      select from official o where o.id = post.official_id and o.unit_path <@ any ((select app_paths())::ltree[])));

    create function must_administer_unit(p_unit uuid) returns unit language plpgsql stable security definer
      set search_path = public, pg_temp as $$
    declare u unit;
    begin
      select * into u from unit where id = p_unit and federation_id = app_federation();
      if u.id is null or not app_administers() then
        raise exception 'not a unit of this administrator' using errcode = 'insufficient_privilege';
      end if;
      return u;
    end $$;

    -- The unit, all below it, and every copy of a path go along: rights follow the tree of today.
    create function move_unit(p_unit uuid, p_above uuid) returns void language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare
      v_unit unit := must_administer_unit(p_unit);
      v_above unit := must_administer_unit(p_above);
      v_new ltree := v_above.path || subpath(v_unit.path, nlevel(v_unit.path) - 1);
      t text;
    begin
      if v_above.path <@ v_unit.path then raise exception 'a unit does not stand below itself'; end if;
      update unit set parent_id = p_above, revision = revision + 1 where id = p_unit;
      update unit set path = case when id = p_unit then v_new else v_new || subpath(path, nlevel(v_unit.path)) end
        where federation_id = v_unit.federation_id and path <@ v_unit.path;
      for t in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_path' and not a.attisdropped
        join pg_attribute b on b.attrelid = c.oid and b.attname = 'unit_id' and not b.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      loop
        execute format('update %I x set unit_path = u.path from unit u
          where u.id = x.unit_id and u.federation_id = $1 and u.path <@ $2 and x.unit_path <> u.path', t)
          using v_unit.federation_id, v_new;
      end loop;
    end $$;

    -- What a unit still owes to rounds that are open. Where the successor owes the same round an
    -- answer of its own, there is nothing to move: one unit answers once.
    create function open_obligations(p_unit uuid, p_successor uuid)
      returns table (answer_id uuid, round_id uuid, number text, is_double boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.id, a.round_id, a.number, exists (
        select from answer own where own.round_id = a.round_id and own.unit_id = p_successor)
      from answer a join round r on r.id = a.round_id and r.state = 'OPEN'
      where a.federation_id = app_federation() and app_administers() and a.unit_id = p_unit
        and a.state in ('NOT_OPENED', 'OPENED', 'READ', 'DRAFT', 'WITH_PRESIDENT', 'RETURNED_BY_PRESIDENT', 'WITHDRAWN')
    $$;

    -- Open obligations go to the successor with their drafts, extensions and tasks; what is finished
    -- stays under the old name. The rounds are held open meanwhile, as for every write into an answer.
    create function hand_over_obligations(p_unit uuid, p_successor uuid) returns integer
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
      update task set done_at = clock_timestamp(), ended_because = 'unit.merged'
        where unit_id = p_unit and done_at is null;
      drop table handed_over;
      return v_moved;
    end $$;

    revoke execute on function must_administer_unit(uuid), move_unit(uuid, uuid), open_obligations(uuid, uuid),
      hand_over_obligations(uuid, uuid) from public;
    grant execute on function move_unit(uuid, uuid), open_obligations(uuid, uuid), hand_over_obligations(uuid, uuid)
      to training_api;
  `.execute(db)
}
