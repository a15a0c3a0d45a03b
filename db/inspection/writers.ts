import { sql } from 'kysely'

/** Who wrote in an inspection, by name, also after a merger has taken them out of the reader's reach. */
export function writers<Alias extends string>(inspectionId: string, alias: Alias) {
  return sql<{ officialId: string; fullName: string }>`
    inspection_writers(${inspectionId}::uuid)`.as<Alias>(sql.ref(alias))
}
