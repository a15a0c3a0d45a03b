import { afterEach, beforeEach, expect, test } from 'vitest'
import { comparisonOf } from '../../db/revision/comparison.ts'
import { readingOf } from '../../db/revision/reading.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk()
})
afterEach(() => desk.close())

const reading = (who: string) => desk.reads(who, (entered) => readingOf(entered, desk.planId))
const mark = async (who: string, sha256?: string) =>
  desk.does(who, routes.markRead, {
    params: { planId: desk.planId },
    body: { sha256: sha256 ?? (await reading(who)).sha256 },
  })
const rewrite = (words: string) =>
  desk.asOwner(`update clause set text = $2 where plan_id = $1 and code = 'II.1'`, [
    desk.planId,
    words,
  ])

test('a reader is told what has changed since they last read, and each reader their own', async () => {
  expect(await reading('member1')).toMatchObject({ lastRead: null, version: null, changed: 0 })
  await mark('member1')
  await rewrite('Lớp mở làm hai đợt.')
  expect(await reading('member1')).toMatchObject({
    lastRead: { version: null },
    changed: 1,
    places: [{ kind: 'CLAUSE', code: 'II.1', after: 'Lớp mở làm hai đợt.' }],
  })
  expect(await reading('head')).toMatchObject({ lastRead: null, changed: 0 })
  const since = await desk.reads('member1', ({ tx }) =>
    comparisonOf(tx, desk.planId, { since: 'read' }),
  )
  expect(since).toMatchObject({ from: null, to: null, changed: 1 })
  await rewrite('Lớp mở làm ba đợt.')
  const { sha256 } = since
  const refused = await mark('member1', sha256).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'revision.written-meanwhile' })
  await mark('member1')
  expect(await reading('member1')).toMatchObject({ changed: 0 })
  // nothing of it is a deed of the register
  expect(
    await desk.asOwner(`select 1 from register_entry where deed = 'plan-reading.marked'`),
  ).toEqual([])
})

test('a unit reads the draft it was asked about, with its own shares alone, until the plan is issued', async () => {
  expect(await reading('unit1.head')).toMatchObject({ version: 1, lastRead: null })
  await mark('unit1.head')
  await desk.finish()
  await rewrite('Lớp mở làm hai đợt.')
  await desk.submit()
  // version 2 is the checkers' alone
  expect(await reading('unit1.head')).toMatchObject({ version: 1, changed: 0 })
  expect(await reading('member1')).toMatchObject({ version: 2 })
  await desk.asOwner(`update plan set state = 'ISSUED' where id = $1`, [desk.planId])
  const issued = await reading('unit1.head')
  expect(issued).toMatchObject({ version: 2, lastRead: { version: 1 } })
  expect(issued.places.map(({ code }) => code)).toContain('II.1')
  const [, other] = desk.federation.units
  expect(JSON.stringify(issued.places)).not.toContain(other?.name)
})
