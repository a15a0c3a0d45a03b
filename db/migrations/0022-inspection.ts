import { type Kysely, sql } from 'kysely'

/** Inspections of units: plan, team, checklist, findings, minutes, replies, result and remedies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table inspection (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      unit_id uuid not null references unit,
      unit_path ltree not null,
      -- @NOTE as it was called on the day of planning (S1.01): units end and are renamed
      unit_name text not null,
      kind text not null check (kind in ('CHARTER', 'VIOLATION_SIGN', 'FINANCE', 'SUPERVISION', 'TRAINING')),
      subject text not null,
      period_from date not null,
      period_to date not null,
      decision_number text not null,
      decision_on date not null,
      visit_from date not null,
      visit_to date not null,
      state text not null check (state in ('PLANNED', 'ANNOUNCED', 'SELF_REPORT_IN', 'ON_SITE', 'MINUTES_SIGNED',
        'RESULT_DRAFT', 'COMMITTEE_PASSED', 'NOTICE_ISSUED', 'FOLLOW_UP', 'CLOSED', 'CANCELLED')),
      state_because text,
      process_id text not null unique,
      self_report_due_on date,
      announced_at timestamptz,
      consented_at timestamptz,
      consented_by uuid references official,
      consent_words text,
      -- what the team sums up at the table
      summary jsonb not null default '{}',
      summary_revision integer not null default 0,
      minutes_signed_at timestamptz,
      reply_due_at timestamptz,
      result_due_at timestamptz,
      result jsonb,
      rating text check (rating in ('GOOD', 'FAIR', 'AVERAGE', 'WEAK')),
      score_percent numeric(5, 2) check (score_percent between 0 and 100),
      passed_at timestamptz,
      passed_by uuid references official,
      paper_id uuid references paper,
      issued_at timestamptz,
      closed_at timestamptz,
      -- the moments at which its process has told somebody already
      told text[] not null default '{}',
      planned_by uuid not null references official,
      planned_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1,
      check (period_from <= period_to),
      check (visit_from <= visit_to),
      -- nothing is asked of a unit that was not told
      check (announced_at is not null or state in ('PLANNED', 'CANCELLED')),
      check (minutes_signed_at is not null
        or state in ('PLANNED', 'ANNOUNCED', 'SELF_REPORT_IN', 'ON_SITE', 'CANCELLED'))
    );
    create index inspection_in_order on inspection (federation_id, visit_from desc, id);
    create index inspection_unit on inspection (unit_id, visit_to desc);
    create index inspection_cycle on inspection (cycle_id);

    create table inspection_member (
      inspection_id uuid not null references inspection,
      official_id uuid not null references official,
      federation_id uuid not null references federation,
      role text not null check (role in ('LEAD', 'SECRETARY', 'MEMBER')),
      full_name text not null,
      position text not null,
      primary key (inspection_id, official_id)
    );
    create unique index one_lead on inspection_member (inspection_id) where role = 'LEAD';
    create index inspection_member_official on inspection_member (official_id);

    create table inspection_criterion (
      id uuid primary key default gen_random_uuid(),
      inspection_id uuid not null references inspection,
      federation_id uuid not null references federation,
      number integer not null check (number > 0),
      section text not null,
      criterion text not null,
      evidence text not null,
      max_score integer not null check (max_score between 1 and 100),
      -- which figures of the system stand beside it
      figure text,
      unique (inspection_id, number)
    );

    create table finding (
      criterion_id uuid primary key references inspection_criterion,
      inspection_id uuid not null references inspection,
      federation_id uuid not null references federation,
      outcome text check (outcome in ('PASSED', 'PARTLY', 'FAILED', 'NOT_APPLICABLE')),
      note text not null default '',
      score integer check (score between 0 and 100),
      severity text check (severity in ('LIGHT', 'SERIOUS')),
      written_by uuid not null references official,
      written_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1
    );
    create index finding_inspection on finding (inspection_id);

    -- Minutes drawn up anew are a further row; what was signed is never changed.
    create table inspection_minutes (
      inspection_id uuid not null references inspection,
      number integer not null check (number > 0),
      federation_id uuid not null references federation,
      content jsonb not null,
      content_sha256 text not null,
      drawn_by uuid not null references official,
      drawn_at timestamptz not null default clock_timestamp(),
      primary key (inspection_id, number)
    );
    create table inspection_signature (
      inspection_id uuid not null,
      minutes_number integer not null,
      federation_id uuid not null references federation,
      side text not null check (side in ('TEAM', 'UNIT')),
      official_id uuid not null references official,
      signer_name text not null,
      signer_position text not null,
      content_sha256 text not null,
      signed_at timestamptz not null default clock_timestamp(),
      primary key (inspection_id, minutes_number, side),
      foreign key (inspection_id, minutes_number) references inspection_minutes
    );

    create table self_report (
      inspection_id uuid primary key references inspection,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      text text not null default '',
      revision integer not null default 1,
      written_by uuid not null references official,
      written_at timestamptz not null default clock_timestamp(),
      sent_by uuid references official,
      sent_at timestamptz
    );

    create table finding_reply (
      criterion_id uuid primary key references inspection_criterion,
      inspection_id uuid not null references inspection,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      stance text not null check (stance in ('AGREE', 'OBJECT')),
      words text not null default '',
      replied_by uuid not null references official,
      replied_at timestamptz not null default clock_timestamp(),
      check (stance = 'AGREE' or words <> '')
    );
    create index finding_reply_inspection on finding_reply (inspection_id);

    create table remedy (
      id uuid primary key default gen_random_uuid(),
      inspection_id uuid not null references inspection,
      federation_id uuid not null references federation,
      number integer not null check (number > 0),
      criterion_id uuid references inspection_criterion,
      measure text not null,
      -- the unit, or the federation itself through one of its departments
      owner_unit_id uuid not null references unit,
      department_id uuid references department,
      due_on date not null,
      due_at timestamptz not null,
      state text not null check (state in ('DRAFT', 'OPEN', 'ANSWERED', 'SENT_BACK', 'CLOSED')),
      -- its process has reminded the owner, and has said that it is late
      reminded_at timestamptz,
      overdue_at timestamptz,
      closed_at timestamptz,
      revision integer not null default 1,
      unique (inspection_id, number)
    );
    create index remedy_owner on remedy (owner_unit_id, due_at) where state in ('OPEN', 'ANSWERED', 'SENT_BACK');

    -- Every proof given stays, with what became of it.
    create table remedy_answer (
      id bigint generated always as identity primary key,
      remedy_id uuid not null references remedy,
      federation_id uuid not null references federation,
      words text not null,
      answered_by uuid not null references official,
      answered_at timestamptz not null default clock_timestamp(),
      outcome text check (outcome in ('ACCEPTED', 'SENT_BACK')),
      because text,
      judged_by uuid references official,
      judged_at timestamptz,
      check (outcome is distinct from 'SENT_BACK' or because is not null)
    );
    create index remedy_answer_last on remedy_answer (remedy_id, id desc);

    -- Where a paper that is not a plan is printed.
    alter table paper add column if not exists print_link text;
  `.execute(db)

  await sql`
    do $$
    declare t text;
    begin
      foreach t in array array['inspection', 'inspection_member', 'inspection_criterion', 'finding', 'inspection_minutes',
        'inspection_signature', 'self_report', 'finding_reply', 'remedy', 'remedy_answer'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
          'create policy own_federation on %I as restrictive for all using (federation_id = (select app_federation()))', t);
        execute format('grant select, insert on %I to training_api, training_worker', t);
      end loop;
    end $$;
    grant update on inspection, finding, self_report, finding_reply, remedy, remedy_answer
      to training_api, training_worker;
    grant delete on inspection_member, inspection_criterion, remedy to training_api, training_worker;
    grant usage on all sequences in schema public to training_api, training_worker;

    -- A unit learns of its inspection by the notice, never before; of other units' it learns nothing.
    create function app_is_inspected(p_inspection uuid) returns boolean language sql stable as $$
      select exists (select from inspection i where i.id = p_inspection and i.announced_at is not null
        and i.unit_path <@ any (app_paths())) $$;
    create function app_inspects(p_inspection uuid) returns boolean language sql stable as $$
      select app_is_system() or exists (select from inspection_member m
        where m.inspection_id = p_inspection and m.official_id = app_official()) $$;

    create policy seen_inspections on inspection for select using (
      (select app_reaches_all()) or (announced_at is not null and unit_path <@ any ((select app_paths())::ltree[])));
    create policy planned_by_offices on inspection for insert with check ((select app_reaches_all()));
    create policy moved_by_both on inspection for update using (
      (select app_reaches_all()) or (announced_at is not null and unit_path <@ any ((select app_paths())::ltree[])));
    -- The unit moves its inspection by consenting, reporting and signing, and changes nothing else in it.
    create function keep_to_the_unit_s_part() returns trigger language plpgsql as $$
    declare own text[] := array['state', 'consented_at', 'consented_by', 'consent_words', 'minutes_signed_at',
      'reply_due_at', 'result_due_at', 'revision'];
    begin
      if app_official() is not null and not app_reaches_all()
        and (to_jsonb(new) - own) is distinct from (to_jsonb(old) - own) then
        raise exception 'a unit does not write this part of its inspection' using errcode = 'insufficient_privilege';
      end if;
      return new;
    end $$;
    create trigger unit_s_part before update on inspection for each row execute function keep_to_the_unit_s_part();

    do $$
    declare t text;
    begin
      foreach t in array array['inspection_member', 'inspection_criterion'] loop
        execute format('create policy seen_with_inspection on %I for select using (
          (select app_reaches_all()) or app_is_inspected(inspection_id))', t);
        execute format('create policy written_by_offices on %I for all
          using ((select app_reaches_all())) with check ((select app_reaches_all()))', t);
      end loop;
    end $$;

    -- Notes of the visit are the team's own until the minutes are drawn up.
    create policy seen_after_minutes on finding for select using (
      (select app_reaches_all()) or (app_is_inspected(inspection_id) and exists (
        select from inspection_minutes m where m.inspection_id = finding.inspection_id)));
    create policy written_by_team on finding for insert with check (app_inspects(inspection_id));
    create policy changed_by_team on finding for update
      using (app_inspects(inspection_id)) with check (app_inspects(inspection_id));

    create policy seen_with_inspection on inspection_minutes for select using (
      (select app_reaches_all()) or app_is_inspected(inspection_id));
    create policy drawn_by_team on inspection_minutes for insert with check (app_inspects(inspection_id));
    create policy seen_with_inspection on inspection_signature for select using (
      (select app_reaches_all()) or app_is_inspected(inspection_id));
    create policy signed_by_each_side on inspection_signature for insert with check (
      official_id = app_official() and case side when 'TEAM' then app_inspects(inspection_id)
        else app_is_inspected(inspection_id) end);

    -- What the unit writes is its own: the offices see the report when it is sent, and never write it.
    create policy of_the_unit on self_report for select using (
      app_is_inspected(inspection_id) or ((select app_reaches_all()) and sent_at is not null));
    create policy written_by_unit on self_report for insert with check (app_is_inspected(inspection_id));
    create policy changed_by_unit on self_report for update
      using (app_is_inspected(inspection_id) and sent_at is null) with check (app_is_inspected(inspection_id));
    create policy seen_with_inspection on finding_reply for select using (
      (select app_reaches_all()) or app_is_inspected(inspection_id));
    create policy written_by_unit on finding_reply for insert with check (app_is_inspected(inspection_id));
    create policy changed_by_unit on finding_reply for update using (app_is_inspected(inspection_id));

    create function app_owns_remedy(p_unit uuid) returns boolean language sql stable as $$
      select exists (select from unit u where u.id = p_unit and (
        u.path <@ any (app_paths()) or (u.parent_id is null and app_reaches_all()))) $$;
    create policy seen_remedies on remedy for select using (
      (select app_reaches_all()) or (state <> 'DRAFT' and (app_is_inspected(inspection_id)
        or app_owns_remedy(owner_unit_id))));
    create policy drafted_by_team on remedy for insert with check (app_inspects(inspection_id));
    create policy taken_back_by_team on remedy for delete using (app_inspects(inspection_id) and state = 'DRAFT');
    create policy moved_by_both on remedy for update using (
      (select app_reaches_all()) or (state <> 'DRAFT' and app_owns_remedy(owner_unit_id)));
    create policy seen_with_remedy on remedy_answer for select using (
      exists (select from remedy r where r.id = remedy_id));
    create policy given_by_owner on remedy_answer for insert with check (
      exists (select from remedy r where r.id = remedy_id and app_owns_remedy(r.owner_unit_id)));
    create policy judged_by_offices on remedy_answer for update using ((select app_reaches_all()));

    -- The ribbon's figures, for everyone: how many were planned, and how many have their result.
    create function inspection_standing(p_cycle uuid) returns table (planned integer, issued integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select count(*)::integer, count(i.issued_at)::integer from inspection i
      where i.cycle_id = p_cycle and i.state <> 'CANCELLED' and i.federation_id = app_federation()
    $$;
    revoke execute on function inspection_standing(uuid) from public;
    grant execute on function inspection_standing(uuid) to training_api, training_worker;
  `.execute(db)
}
