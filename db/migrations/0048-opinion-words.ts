import { type Kysely, sql } from 'kysely'

/**
 * The table of opinions is searched by words, with marks or without. Folding 20,000 opinions anew at
 * each search took about a second; folded once, when they are written, they have an index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table comment add column folded text not null
      generated always as (fold(text || ' ' || coalesce(suggested_text, ''))) stored;
    create index comment_folded on comment using gin (folded gin_trgm_ops);

    -- As the other searches of 0010: the index serves no query behind the fence, so the function says
    -- itself whose opinions are seen. Each word is looked for in what was said, in the number it was
    -- said under and in the name of who said it; words have no spaces, so that each stands in one of them.
    create function comment_ids_matching(p_plan uuid, p_text text) returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare
      by_whom constant text := $q$(c.folded like %2$L or c.answer_id = any (array(
        select a.id from answer a join unit u on u.id = a.unit_id
        where a.federation_id = app_federation()
          and a.round_id in (select asked.round_id from round_plan asked where asked.plan_id = %1$L)
          and (lower(a.number) like %2$L or u.folded like %2$L))))$q$;
      every_word text;
    begin
      select coalesce(string_agg(format(by_whom, p_plan,
          '%' || replace(replace(replace(w, '\\', ''), '%', ''), '_', '\\_') || '%'), ' and '), 'true')
        into every_word
        from unnest(string_to_array(fold(trim(p_text)), ' ')) w where w <> '';
      return query execute format('select c.id from comment c where c.federation_id = app_federation()
        and c.plan_id = %L and (app_reaches_all()
          or (select u.path from unit u where u.id = c.unit_id) <@ any (app_paths())) and ', p_plan) || every_word;
    end $$;
    revoke execute on function comment_ids_matching(uuid, text) from public;
    grant execute on function comment_ids_matching(uuid, text) to training_api, training_worker;
  `.execute(db)
}
