import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { opinionsOf } from '../../db/revision/opinions.ts'
import { opinionsQuery } from '../../domain/revision/opinions.contract.ts'
import { openRevisionDesk } from '../setup/revision-desk.ts'

test('words are found through an index, two letters too, and what stands for any word is a letter', async () => {
  const many = await openRevisionDesk({ comments: 300 })
  const found = async (q: string) => {
    const page = await many.reads('drafter', async (entered) => {
      // all of these are of one answer, so that reading all would be no dearer; that it need not be is asked
      await sql`select pg_stat_force_next_flush(), set_config('enable_seqscan', 'off', true)`.execute(
        entered.tx,
      )
      return opinionsOf(entered, many.planId, opinionsQuery.parse({ q }))
    })
    return page.total
  }
  const scans = async () => {
    const [row] = await many.asOwner(
      `select idx_scan from pg_stat_user_indexes where indexrelname = 'comment_folded'`,
    )
    return Number(row?.idx_scan)
  }
  await many.asOwner(`update comment set text = 'Mở lớp Ở ĐẢO xa, 777%' where position = 7`)
  await many.asOwner('vacuum analyze comment')
  const before = await scans()
  expect(await found('mo dao 777')).toBe(1)
  expect(await scans()).toBeGreaterThan(before)
  expect(await found('xa')).toBe(1)
  expect(await found('d_o')).toBe(0)
  expect(await found('777%')).toBe(1)
  await many.close()
}, 60_000)
