import { type Kysely, sql } from 'kysely'

/**
 * What was taken down of a unit waits for its president. Where the unit had signed its answer, or its
 * successor answers the round itself, the answer stays behind at a merger and nobody could confirm what
 * was said. Whose it is to say is therefore written beside the opinion, and goes to the successor.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The unit itself while it stands, else whoever took it over, and whoever took that one over.
    create function unit_standing_for(p_unit uuid) returns uuid language sql stable as $$
      with recursive line (unit_id, step) as (
        select p_unit, 0
        union all
        select s.successor_id, l.step + 1 from line l join unit u on u.id = l.unit_id and u.valid_to is not null
          cross join lateral (select successor_id from unit_succession s where s.unit_id = l.unit_id
            order by s.since desc, s.successor_id limit 1) s
        where l.step < 50
      ) select unit_id from line order by step desc limit 1
    $$;

    alter table conference_opinion
      -- which unit said it, and which one is asked whether it is its own
      add column spoke_id uuid references unit,
      add column unit_id uuid references unit, add column unit_path ltree;
    update conference_opinion o set spoke_id = a.unit_id, unit_id = u.id, unit_path = u.path
      from answer a join round r on r.id = a.round_id, unit u
      where a.id = o.answer_id and u.id = case when o.state = 'RECORDED' and r.state = 'OPEN'
        then unit_standing_for(a.unit_id) else a.unit_id end;
    alter table conference_opinion alter column spoke_id set not null,
      alter column unit_id set not null, alter column unit_path set not null;
    create index conference_opinion_unit on conference_opinion (unit_id, round_id);

    alter policy seen_by_unit_and_offices on conference_opinion using ((select app_reaches_all())
      or unit_path <@ any ((select app_paths())::ltree[]));
    alter policy decided_by_unit on conference_opinion
      using (state = 'RECORDED' and unit_path <@ any ((select app_paths())::ltree[]))
      with check (state in ('CONFIRMED', 'DISOWNED') and unit_path <@ any ((select app_paths())::ltree[]));

    -- What a merger has to place: not decided yet, in a round that is open. Where the answer goes along,
    -- its successor finds them beside it.
    create function open_opinions(p_unit uuid, p_successor uuid) returns table (opinion_id uuid, answer_id uuid,
        round_id uuid, goes_with_answer boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select o.id, o.answer_id, o.round_id, exists (select from open_obligations(p_unit, p_successor) m
        where m.answer_id = o.answer_id and not m.is_double)
      from conference_opinion o join round r on r.id = o.round_id and r.state = 'OPEN'
      where o.federation_id = app_federation() and app_administers() and o.unit_id = p_unit
        and o.state = 'RECORDED'
    $$;

    -- Before the obligations are handed over, because that ends what still waits for the unit. Given back
    -- is each answer that stays behind, with what waits beside it.
    create function hand_over_opinions(p_unit uuid, p_successor uuid) returns jsonb
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_heir unit := must_administer_unit(p_successor);
      v_staying jsonb;
    begin
      perform must_administer_unit(p_unit);
      create temporary table moving_opinion on commit drop as select * from open_opinions(p_unit, p_successor);
      select coalesce(jsonb_agg(s), '[]') into v_staying from (
        select jsonb_build_object('answerId', a.id, 'number', a.number, 'cycleId', c.id, 'planYear', c.plan_year,
          'opinions', count(*)) as s
        from moving_opinion m join answer a on a.id = m.answer_id join round r on r.id = m.round_id
          join cycle c on c.id = r.cycle_id
        where not m.goes_with_answer group by a.id, c.id order by a.number) staying;
      update conference_opinion o set unit_id = v_heir.id, unit_path = v_heir.path
        from moving_opinion m where o.id = m.opinion_id and o.state = 'RECORDED';
      update task t set unit_id = v_heir.id, link = t.link || '/taken-over-opinions'
        where t.kind = 'feedback.confirmOpinion' and t.unit_id = p_unit and t.done_at is null
          and t.object_id in (select m.answer_id from moving_opinion m where not m.goes_with_answer)
          and t.link not like '%/taken-over-opinions';
      update task t set unit_id = v_heir.id
        where t.kind = 'feedback.confirmOpinion' and t.unit_id = p_unit and t.done_at is null
          and t.object_id in (select m.answer_id from moving_opinion m where not m.goes_with_answer);
      drop table moving_opinion;
      return v_staying;
    end $$;

    revoke execute on function open_opinions(uuid, uuid), hand_over_opinions(uuid, uuid) from public;
    grant execute on function open_opinions(uuid, uuid), hand_over_opinions(uuid, uuid) to training_api;
  `.execute(db)
}
