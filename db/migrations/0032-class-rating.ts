import { type Kysely, sql } from 'kysely'

/**
 * What trainees think of a class they attended (S0.05). The words are the trainee's own: nobody
 * else reads a row, and everybody else learns figures, once there are enough of them to hide behind.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table class_rating (
      nomination_id uuid primary key references nomination,
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      official_id uuid not null references official,
      satisfaction smallint not null check (satisfaction between 1 and 5),
      usefulness smallint not null check (usefulness between 1 and 5),
      remark text check (char_length(remark) between 1 and 1000),
      -- when it was given last: a changed opinion takes the place of the former one
      rated_at timestamptz not null default clock_timestamp()
    );
    create index class_rating_of_class on class_rating (class_id);
    alter table class_rating enable row level security;
    alter table class_rating force row level security;
    create policy own_federation on class_rating as restrictive for all
      using (federation_id = (select app_federation()));
    create policy of_the_trainee on class_rating for all
      using (official_id = (select app_official()))
      with check (official_id = (select app_official()) and exists (select from nomination n
        where n.id = nomination_id and n.class_id = class_rating.class_id and n.official_id = (select app_official())));
    -- no process has anything to do with a single opinion
    grant select, insert, update on class_rating to training_api;
  `.execute(db)

  await sql`
    -- Sums of each class that has three opinions or more, for who organises it, teaches it, or sits in
    -- the federation's offices. Fewer are no figure: whoever knows two of them would know the third.
    create function ratings_of_classes(p_classes uuid[])
      returns table (class_id uuid, ratings integer, satisfaction integer, usefulness integer, satisfied integer,
        remarks integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select r.class_id, count(*)::integer, sum(r.satisfaction)::integer, sum(r.usefulness)::integer,
        (count(*) filter (where r.satisfaction >= 4))::integer, count(r.remark)::integer
      from class_rating r
      where r.class_id = any (p_classes) and r.federation_id = app_federation()
      group by r.class_id
      having count(*) >= 3 and (app_reaches_all() or app_organises(r.class_id) or app_teaches(r.class_id))
    $$;

    -- The remarks without their names, in an order that tells nobody who wrote when.
    create function remarks_on_class(p_class uuid) returns table (remark text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select r.remark from class_rating r
      where r.class_id = p_class and r.federation_id = app_federation() and r.remark is not null
        and app_organises(p_class)
        and (select count(*) from class_rating a where a.class_id = p_class) >= 3
      order by md5(r.remark)
    $$;

    -- Who was there at least once, may answer and has not yet: whom a class asks.
    create function unrated_in_class(p_class uuid) returns table (nomination_id uuid, official_id uuid, unit_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
      with last_mark as (
        select distinct on (a.session_id, a.nomination_id) a.nomination_id, a.mark from attendance a
        where a.class_id = p_class order by a.session_id, a.nomination_id, a.id desc
      )
      select n.id, n.official_id, n.unit_id from nomination n
      where n.class_id = p_class and n.federation_id = app_federation()
        and n.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') and (app_organises(p_class) or app_teaches(p_class))
        and exists (select from last_mark m where m.nomination_id = n.id and m.mark in ('PRESENT', 'LATE'))
        and exists (select from role_grant g where g.official_id = n.official_id and g.role = 'trainee'
          and g.since <= current_date and (g.until is null or g.until >= current_date))
        and not exists (select from class_rating r where r.nomination_id = n.id)
    $$;

    revoke execute on function ratings_of_classes(uuid[]), remarks_on_class(uuid), unrated_in_class(uuid) from public;
    grant execute on function ratings_of_classes(uuid[]), unrated_in_class(uuid) to training_api, training_worker;
    grant execute on function remarks_on_class(uuid) to training_api;
  `.execute(db)
}
