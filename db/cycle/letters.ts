import { sql } from 'kysely'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import {
  lettersPerPage,
  type LetterView,
  type MailedLetterView,
} from '../../domain/cycle/inbox.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { paramsOf } from './text-params.ts'

/** My letters; how many are unread stands on the bell. */
export async function bellOf({
  tx,
  caller,
}: Entered): Promise<{ unread: number; letters: LetterView[] }> {
  const rows = await tx
    .selectFrom('letter')
    .select(['id as letterId', 'textKey', 'params', 'link', 'createdAt as at', 'readAt'])
    .where('officialId', '=', caller.officialId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(lettersPerPage)
    .execute()
  const letters = rows.map((row) => ({ ...row, params: paramsOf(row.params) }))
  return { unread: await unreadOf(tx, caller.officialId), letters }
}

async function unreadOf(tx: Tx, officialId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('officialId', '=', officialId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const readLetters = performs(routes.readLetters, async ({ tx, caller }, { body }) => {
  const { officialId } = caller
  const as = mustAllow(deeds.lettersRead, caller, { officialId })
  const { letterIds } = body
  await tx
    .updateTable('letter')
    .set({ readAt: sql`clock_timestamp()` })
    .where('officialId', '=', officialId)
    .where('readAt', 'is', null)
    .$if(letterIds !== null, (query) =>
      query.where('id', '=', sql<string>`any(${letterIds ?? []}::uuid[])`),
    )
    .execute()
  return {
    reply: { unread: await unreadOf(tx, officialId) },
    as,
    object: { type: 'official', id: officialId },
  }
})

type Mailbox = { total: number; waiting: number; failed: number; letters: MailedLetterView[] }

/** What went out or would have gone out, to whom, and what became of it. */
export async function mailboxOf(
  tx: Tx,
  { page, q }: { page: number; q: string },
): Promise<Mailbox> {
  const addressed = tx
    .selectFrom('letter')
    .innerJoin('official', 'official.id', 'letter.officialId')
    .$if(q !== '', (query) =>
      query.where('official.id', 'in', sql<string>`(select official_ids_matching(${q}))`),
    )
  const { total, waiting, failed } = await addressed
    .select(({ fn }) => [
      fn.countAll<bigint>().as('total'),
      fn.countAll<bigint>().filterWhere('letter.sentAt', 'is', null).as('waiting'),
      fn.countAll<bigint>().filterWhere('letter.lastError', 'is not', null).as('failed'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await addressed
    .innerJoin('unit', 'unit.id', 'official.unitId')
    .select([
      'letter.id as letterId',
      'letter.textKey',
      'letter.params',
      'letter.link',
      'letter.createdAt as at',
      'letter.readAt',
      'letter.sentAt',
      'letter.tries',
      'letter.lastError',
      'official.fullName',
      'official.email',
      'unit.name as unitName',
    ])
    .orderBy('letter.createdAt', 'desc')
    .orderBy('letter.id')
    .limit(lettersPerPage)
    .offset((page - 1) * lettersPerPage)
    .execute()
  const letters = rows.map(({ fullName, email, unitName, ...row }) => ({
    ...row,
    params: paramsOf(row.params),
    to: { name: fullName, email, unitName },
  }))
  return { total: Number(total), waiting: Number(waiting), failed: Number(failed), letters }
}

/** Page by page, for the sheet of the whole mailbox. */
export async function* everyLetterOf(tx: Tx, q: string): AsyncGenerator<MailedLetterView> {
  for (let page = 1; ; page += 1) {
    const { letters } = await mailboxOf(tx, { page, q })
    yield* letters
    if (letters.length < lettersPerPage) return
  }
}
