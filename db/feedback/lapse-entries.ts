import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { linkOf } from './round-link.ts'
import type { RoundRow } from './round.ts'

const mostNamed = 20

/** What was entered from paper and not confirmed does not count; the department reads for whom. */
export async function lapseEntries(tx: Tx, round: RoundRow): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    update assisted_entry e set state = 'LAPSED', ended_at = clock_timestamp()
    from answer a join unit u on u.id = a.unit_id
    where a.id = e.answer_id and a.round_id = ${round.id} and e.state in ('ENTERING', 'OFFERED')
    returning u.name`.execute(tx)
  if (rows.length === 0) return
  const named = rows.slice(0, mostNamed).map(({ name }) => name)
  const names = rows.length > mostNamed ? [...named, `… (${rows.length})`] : named
  await tellHolders(
    tx,
    round.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [round.unitId] },
    {
      eventKey: `round/${round.id}/entries-lapsed`,
      textKey: 'feedback.letters.entriesLapsed',
      params: { planYear: round.planYear, names: names.join('; ') },
      link: linkOf(round),
    },
  )
}
