import { sql } from 'kysely'
import type { HitView } from '../../domain/cycle/history.contract.ts'
import type { Entered } from '../context.ts'
import { givenVersion } from '../draft/given-version.ts'

/**
 * Ctrl K: units, people, plans and papers by any of their words, with or without marks. What is
 * spelt exactly as typed comes first. One statement; the fence and the scope of the search
 * functions hold for each of its parts.
 */
export async function search({ tx, caller }: Entered, q: string): Promise<HitView[]> {
  const isOffice = caller.grants.some((grant) => grant.ofFederation)
  const words = sql`(select '%' || replace(replace(w, '\\', ''), '%', '') || '%'
    from unnest(string_to_array(fold(trim(${q})), ' ')) w where w <> '')`
  const exactly = `%${q.normalize('NFC').toLowerCase()}%`
  const { rows } = await sql<HitView>`
    (select 'unit' as kind, u.id::text as id, u.name as title,
       case when u.valid_to is null then p.name else 'đến ' || to_char(u.valid_to, 'DD/MM/YYYY') end as note,
       '/units?q=' || u.code as link
     from unit u left join unit p on p.id = u.parent_id
     where u.id in (select unit_ids_matching(${q}))
     order by (lower(u.name) like ${exactly}) desc, u.valid_to is not null, nlevel(u.path),
       u.name collate vi_natural
     limit 6)
    union all
    (select 'official', o.id::text, o.full_name, o.position || ', ' || u.name, '/officials/' || o.id
     from official o join unit u on u.id = o.unit_id
     where o.id in (select official_ids_matching(${q}))
     order by (lower(o.full_name) like ${exactly}) desc, o.employment, o.sort_words
     limit 6)
    union all
    (select 'plan', p.id::text, p.title, p.plan_year::text, '/cycles/' || p.plan_year || '/draft?plan=' || p.id
     from plan p
     where (${isOffice} or ${givenVersion('p')} > 0) and fold(p.title || ' ' || p.plan_year) like all (${words})
     order by p.plan_year desc, p.plan_type limit 6)
    union all
    (select 'paper', p.id::text, p.abstract, lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol,
       '/papers?q=' || p.number
     from paper p
     where (${isOffice} or p.state = 'ISSUED')
       and fold(lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol || ' ' || p.abstract) like all (${words})
     order by p.issued_on desc, p.number desc limit 6)
    union all
    (select 'cycle', c.id::text, c.plan_year::text, c.phase, '/cycles/' || c.plan_year
     from cycle c
     where fold('chu trinh nam ' || c.plan_year) like all (${words})
     order by c.plan_year desc limit 3)`.execute(tx)
  return rows
}
