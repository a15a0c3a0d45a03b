import { sql } from 'kysely'
import type { Tx } from './database.ts'

export type OutgoingLetter = {
  id: string
  textKey: string
  params: Record<string, string | number>
  link: string
  email: string | null
  fullName: string
}

const perPage = 100

/** The next letters to send, held for this transaction so that two workers never send one twice. */
export async function takeLetters(tx: Tx): Promise<OutgoingLetter[]> {
  const { rows } = await sql<OutgoingLetter>`
    select l.id, l.text_key, l.params, l.link, o.email, o.full_name
    from letter l join official o on o.id = l.official_id
    where l.sent_at is null and l.next_try_at <= clock_timestamp()
    order by l.next_try_at limit ${perPage}
    for update of l skip locked`.execute(tx)
  return rows
}

export async function markSent(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('letter')
    .set({ sentAt: sql`clock_timestamp()` })
    .where('id', 'in', [...ids])
    .execute()
}

/** Tried again later each time: 1, 2, 4 … minutes, at most an hour apart. */
export async function markFailed(tx: Tx, id: string, error: string): Promise<void> {
  await sql`
    update letter set tries = tries + 1, last_error = ${error.slice(0, 500)},
      next_try_at = clock_timestamp() + least(interval '1 hour', interval '1 minute' * power(2, tries))
    where id = ${id}`.execute(tx)
}
