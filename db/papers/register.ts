import { sql } from 'kysely'
import { papersPerPage, type RegisterRow } from '../../domain/papers/papers.contract.ts'
import type { Entered } from '../context.ts'

export type RegisterQuery = {
  q: string
  year?: number | undefined
  docType?: string | undefined
  state?: RegisterRow['state'] | undefined
  page: number
}

export type Register = {
  total: number
  years: number[]
  docTypes: string[]
  papers: RegisterRow[]
}

/** The register of outgoing papers, the newest first; numbers and words are found without marks. */
export async function registerOf(
  entered: Entered,
  query: RegisterQuery,
  limit: number = papersPerPage,
): Promise<Register> {
  const { tx } = entered
  const found = where(entered, query)
  const { rows } = await sql<RegisterRow>`
    select p.id as paper_id, ${numberOf} as number, p.issued_on, p.doc_type, p.abstract, p.signer,
      p.recipients, coalesce('VT, ' || d.short_name, 'VT') as kept_by,
      case when ${isOffice(entered)} then nullif(r.total, 0) end as copies,
      p.issued_at as sent_at,
      case when ${isOffice(entered)} and r.total > 0
        then jsonb_build_object('done', r.done, 'total', r.total) end as received,
      p.void_because as note, p.state, p.plan_id
    from paper p
    left join plan l on l.id = p.plan_id
    left join department d on d.id = l.department_id
    left join lateral (
      select count(*)::integer as total, count(received_at)::integer as done
      from receipt where paper_id = p.id) r on true
    where ${found}
    order by p.issued_on desc, p.series_year desc, p.number desc, p.id
    limit ${limit} offset ${(query.page - 1) * limit}`.execute(tx)
  const { rows: facts } = await sql<{ total: number; years: number[]; docTypes: string[] }>`
    select (select count(*)::integer from paper p where ${found}) as total,
      coalesce((select array_agg(distinct series_year order by series_year desc) from paper), '{}') as years,
      coalesce((select array_agg(distinct doc_type order by doc_type) from paper), '{}') as doc_types`.execute(
    tx,
  )
  return { total: 0, years: [], docTypes: [], ...facts[0], papers: rows }
}

const numberOf = sql<string>`
  lpad(p.number::text, greatest(2, length(p.number::text)), '0') || '/' || p.symbol`

/** Units read what was issued to them; the offices see numbers that wait and numbers that are void. */
function where(entered: Entered, { q, year, docType, state }: RegisterQuery) {
  const words = sql`(select '%' || replace(replace(w, '\\', ''), '%', '') || '%'
    from unnest(string_to_array(fold(${q}), ' ')) w where w <> '')`
  return sql<boolean>`(${isOffice(entered)} or p.state = 'ISSUED')
    and (${q} = '' or fold(${numberOf} || ' ' || p.abstract || ' ' || p.signer) like all (${words}))
    and (${year ?? null}::integer is null or p.series_year = ${year ?? null})
    and (${docType ?? null}::text is null or p.doc_type = ${docType ?? null})
    and (${state ?? null}::text is null or p.state = ${state ?? null})`
}

function isOffice({ caller }: Entered): boolean {
  return caller.grants.some((grant) => grant.ofFederation)
}
