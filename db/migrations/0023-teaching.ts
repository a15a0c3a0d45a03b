import { type Kysely, sql } from 'kysely'

/** What teaching, certifying and the public look-up need beside the tables of 0020. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- What a job was asked to do beside its items: the day and the signer of certificates.
    alter table job add column input jsonb not null default '{}';

    -- The public is told the class of the reason, never the words.
    alter table certificate
      add column reason_class text check (reason_class in
        ('RULE_NOT_MET', 'ISSUED_IN_ERROR', 'FALSE_STATEMENT', 'LOST', 'DAMAGED', 'CORRECTED')),
      add column issued_by uuid references official,
      add constraint ended_with_reason check ((state = 'VALID') = (reason_class is null));
    create index certificate_holder on certificate (fold(full_name), birth_year);

    -- Who asked the public page lately, by address: rows of a day, and no word of what was asked.
    create table certificate_look_up (
      id bigint generated always as identity primary key,
      address text not null,
      kind text not null check (kind in ('PAPER', 'PERSON')),
      at timestamptz not null default clock_timestamp()
    );
    create index certificate_look_up_address on certificate_look_up (address, at);
    create index certificate_look_up_at on certificate_look_up (at);

    -- An organiser of a unit asks for the certificates of its class, and draws their numbers.
    create function app_organises_classes() returns boolean language sql stable as $$
      select exists (select from role_grant g where g.official_id = app_official() and g.role = 'classOrganiser'
        and g.since <= current_date and (g.until is null or g.until >= current_date)) $$;
    create policy asked_by_me on job for all
      using (asked_by = (select app_official())) with check (asked_by = (select app_official()));
    create policy asked_by_me on job_item for all
      using (exists (select from job j where j.id = job_id and j.asked_by = (select app_official())))
      with check (exists (select from job j where j.id = job_id and j.asked_by = (select app_official())));
    create policy of_certificates on number_series for all
      using (doc_type = 'CN' and (select app_organises_classes()))
      with check (doc_type = 'CN' and (select app_organises_classes()));
  `.execute(db)

  await sql`
    -- To teach or to learn somewhere gives no sight of that unit's people.
    create or replace function enter_as(p_user uuid) returns jsonb language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare c jsonb := caller_of(p_user);
    begin
      if c is null then return null; end if;
      perform set_config('app.actor', 'account:' || p_user, true),
        set_config('app.federation', c->>'federationId', true),
        set_config('app.official', c->>'officialId', true),
        set_config('app.reach', case when exists (
          select from jsonb_array_elements(c->'grants') g
          where (g->>'ofFederation')::boolean and g->>'role' not in ('lecturer', 'trainee'))
          then 'federation' else 'units' end, true),
        set_config('app.paths', coalesce((
          select array_agg(g->>'unitPath')::text from jsonb_array_elements(c->'grants') g
          where not (g->>'ofFederation')::boolean and g->>'role' not in ('lecturer', 'trainee')), '{}'), true);
      return c || jsonb_build_object('at', clock_timestamp());
    end $$;

    -- Who sits in a class, for those who organise or teach it: the fence hides officials of other
    -- units, and a lecturer must still read their names. Units see their own, a trainee oneself.
    create function people_of_class(p_class uuid)
      returns table (nomination_id uuid, official_id uuid, full_name text, sort_name text, birth_year integer,
        unit_name text, "position" text, state text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select n.id, o.id, o.full_name, o.sort_name, o.birth_year, u.name, o.position, n.state
      from nomination n
      join official o on o.id = n.official_id
      join unit u on u.id = o.unit_id
      where n.class_id = p_class and n.federation_id = app_federation()
        and n.state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')
        and (app_organises(p_class) or app_teaches(p_class)
          or n.unit_path <@ any (app_paths()) or n.official_id = app_official())
    $$;
    -- Who took a mark there: a lecturer is told who else has marked the same person.
    create function markers_of_class(p_class uuid) returns table (official_id uuid, full_name text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select o.id, o.full_name from official o
      where o.federation_id = app_federation()
        and o.id in (select a.taken_by from attendance a where a.class_id = p_class
                     union select m.marked_by from test_mark m where m.class_id = p_class)
    $$;
    revoke execute on function people_of_class(uuid), markers_of_class(uuid) from public;
    grant execute on function people_of_class(uuid), markers_of_class(uuid) to training_api, training_worker;
  `.execute(db)

  await sql`
    -- False when this address has asked too often; otherwise it is noted that it has asked again.
    create function may_look_up(p_address text, p_kind text) returns boolean language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare
      v_limit integer := case p_kind when 'PERSON' then 10 else 60 end;
    begin
      delete from certificate_look_up where at < clock_timestamp() - interval '1 day';
      if (select count(*) from certificate_look_up where address = p_address and kind = p_kind
          and at > clock_timestamp() - interval '10 minutes') >= v_limit then
        return false;
      end if;
      insert into certificate_look_up (address, kind) values (p_address, p_kind);
      return true;
    end $$;

    -- What anybody may know of a paper they hold in their hand.
    create function look_up_certificate(p_code text, p_number integer, p_year integer, p_body text)
      returns table (register_no text, full_name text, unit_name text, programme text, venue text, held_from date,
        held_to date, hours numeric, issuer text, issued_on date, state text, reason_class text,
        state_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      with found as (
        select k.* from certificate k where k.verify_code = p_code
        union all
        select k.* from certificate k where k.register_year = p_year and k.register_number = p_number
          and (p_body is null or fold(k.issuing_body) = p_body)
      )
      select k.register_no, k.full_name, k.unit_name, k.programme, c.venue, k.held_from, k.held_to, k.hours, u.name,
        k.issued_on, k.state, k.reason_class, k.state_at
      from found k join training_class c on c.id = k.class_id join unit u on u.id = c.organiser_unit_id
      -- two bodies may have the same number: then the number must be given whole
      where (select count(*) from found) = 1
    $$;
    create index certificate_number on certificate (register_year, register_number);

    -- Whether such a person holds a paper; the answer is yes or no and nothing else.
    create function has_certificate(p_name text, p_birth_year integer, p_unit text) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from certificate k where fold(k.full_name) = fold(p_name) and k.birth_year = p_birth_year
        and k.state = 'VALID' and position(fold(p_unit) in fold(k.unit_name)) > 0)
    $$;

    revoke execute on function may_look_up(text, text), look_up_certificate(text, integer, integer, text),
      has_certificate(text, integer, text) from public;
    grant execute on function may_look_up(text, text), look_up_certificate(text, integer, integer, text),
      has_certificate(text, integer, text) to training_api;
  `.execute(db)
}
