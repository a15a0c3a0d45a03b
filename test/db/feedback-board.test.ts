import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import { boardOf } from '../../db/feedback/board.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { closurePreviewOf, reminderPreviewOf } from '../../db/feedback/previews.ts'
import { openPool } from '../../db/database.ts'
import type { DB } from '../../db/generated.ts'
import {
  countsByKind,
  countsBySuperior,
  countsOfCells,
} from '../../domain/feedback/board-figures.ts'
import { boardQuery } from '../../domain/feedback/board.contract.ts'
import { anAnswer, answersFor, aRound, type Round } from './feedback-round.ts'

let round: Round
afterEach(() => round.close())

const board = (wish: Record<string, unknown> = {}) =>
  asPerson(round.db, round.federation.person('drafter').accountId, (entered) =>
    boardOf(entered, { ...boardQuery.parse(wish), planYear: 2027 }),
  )

test('the board tells who has not opened, reads, writes and has sent', async () => {
  round = await aRound({ unitCount: 4 })
  await answersFor(round, 1)
  const { id } = await round.answerOf(2)
  await round.by('unit2.drafter').does('answer.opened', { params: { answerId: id } })
  await round.by('unit2.drafter').does('answer.read', { params: { answerId: id } })
  const writing = await round.answerOf(3)
  await round.by('unit3.drafter').does('answer.saved', {
    params: { answerId: writing.id },
    body: { form: anAnswer(round) },
  })
  const view = await board()
  expect(view.counts).toMatchObject({
    units: 4,
    open: 3,
    notOpened: 1,
    read: 1,
    writing: 1,
    sent: 1,
    comments: 1,
    requests: 1,
  })
  expect(view.rows.map(({ unitName, status }) => [unitName, status])).toEqual([
    ['Công đoàn phường Số 4', 'notOpened'],
    ['Công đoàn phường Số 2', 'read'],
    ['Công đoàn phường Số 3', 'writing'],
  ])
  expect(view.stances).toContainEqual(
    expect.objectContaining({ stance: 'AGREE_IN_PRINCIPLE', units: 1 }),
  )
})

test('by kind and by superior the board counts what its filters find', async () => {
  round = await aRound({ unitCount: 4 })
  await answersFor(round, 1)
  const [first, second, third] = round.federation.units
  await round.sql(`update unit set kind = 'COMMUNE_UNION' where id = $1`, [second?.id])
  await round.sql(
    `update unit set parent_id = $1, level = 'GRASSROOTS', kind = 'GRASSROOTS_UNION' where id = $2`,
    [first?.id, third?.id],
  )
  await round.sql(`update answer set is_late = true where unit_id = $1`, [first?.id])
  const all = await board()
  expect(countsOfCells(all.cells)).toEqual(all.counts)
  expect(
    countsByKind(all.cells).map(({ kind, counts }) => [kind, counts.units, counts.late]),
  ).toEqual([
    ['WARD_UNION', 2, 1],
    ['COMMUNE_UNION', 1, 0],
    ['GRASSROOTS_UNION', 1, 0],
  ])
  const found = async (wish: Record<string, unknown>) =>
    (await board(wish)).rows.map(({ unitId }) => unitId)
  expect(await found({ kind: 'COMMUNE_UNION' })).toEqual([second?.id])
  expect(await found({ above: first?.id, status: 'all' })).toEqual([third?.id])
  expect(await found({ above: second?.id, status: 'all' })).toEqual([])
  expect(await found({ status: 'late' })).toEqual([first?.id])
  expect(await found({ status: 'late', kind: 'COMMUNE_UNION' })).toEqual([])
  const below = countsBySuperior(all.cells).find(({ id }) => id === first?.id)
  expect(below).toMatchObject({ name: first?.name, counts: { units: 1, open: 1 } })
})

test('units are found without marks', async () => {
  round = await aRound({ unitCount: 12 })
  const view = await board({ status: 'all', unit: 'phuong so 12' })
  expect(view.rows.map(({ unitName }) => unitName)).toEqual(['Công đoàn phường Số 12'])
})

test('what a unit writes is not on the board, only that it writes', async () => {
  round = await aRound()
  const { id } = await round.answerOf(1)
  await round.by('unit1.drafter').does('answer.saved', {
    params: { answerId: id },
    body: { form: anAnswer(round) },
  })
  const seen = await asPerson(round.db, round.federation.person('head').accountId, ({ tx }) =>
    tx.selectFrom('answerForm').selectAll().execute(),
  )
  expect(seen).toEqual([])
})

test('a reminder is previewed for each unit, sent once in 24 hours, and the refused are named', async () => {
  round = await aRound()
  await answersFor(round, 3)
  const answerIds = await Promise.all(
    [1, 2, 3].map(async (unit) => String((await round.answerOf(unit)).id)),
  )
  const preview = () =>
    asPerson(round.db, round.federation.person('drafter').accountId, ({ tx }) =>
      reminderPreviewOf(tx, round.roundId, answerIds),
    )
  const before = await preview()
  expect(before.to[0]?.text).toContain('Kính gửi: Công đoàn phường Số 1')
  expect(before.refused).toMatchObject([{ code: 'feedback.already-answered' }])

  const params = { roundId: round.roundId }
  const body = { answerIds, text: null }
  expect(await round.by('drafter').does('round.reminded', { params, body })).toMatchObject({
    reminded: 2,
  })
  await expect(round.by('head').does('round.reminded', { params, body })).rejects.toMatchObject({
    code: 'feedback.nobody-to-remind',
    details: { refused: [{}, {}, {}] },
  })
  expect((await preview()).refused.map(({ code }) => code)).toEqual([
    'feedback.reminded-recently',
    'feedback.reminded-recently',
    'feedback.already-answered',
  ])
  const { rows } = await round.sql(
    `select params from letter where text_key = 'feedback.letters.reminderMade'`,
  )
  // days and codes, to become words in the language of who reads it
  const facts = { howFar: 'notOpened', dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row).toMatchObject({ params: facts })
})

test('two offices that remind at once remind once', async () => {
  round = await aRound()
  const answerIds = [String((await round.answerOf(1)).id)]
  const given = { params: { roundId: round.roundId }, body: { answerIds, text: null } }
  const results = await Promise.allSettled(
    ['drafter', 'head'].map((who) => round.by(who).does('round.reminded', given)),
  )
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('an extension only gives time, ends on a working day, and the process is told', async () => {
  round = await aRound()
  const { id } = await round.answerOf(1)
  const params = { roundId: round.roundId }
  const extend = (dueOn: string) =>
    round.by('drafter').does('round.extended', {
      params,
      body: { answerId: id, dueOn, reason: 'Mưa lũ, mất điện' },
    })
  await expect(extend('2020-01-06')).rejects.toMatchObject({
    code: 'feedback.extension-not-later',
    faults: [{ at: '/dueOn' }],
  })
  const later = new Date(Date.parse(round.dueAt) + 4 * 86_400_000)
  while (later.getUTCDay() !== 6) later.setUTCDate(later.getUTCDate() + 1)
  await expect(extend(later.toISOString().slice(0, 10))).rejects.toMatchObject({
    code: 'feedback.day-not-working',
  })
  later.setUTCDate(later.getUTCDate() + 2)
  await extend(later.toISOString().slice(0, 10))
  const { rows } = await round.sql(`select name, workflow_id from process_request`)
  expect(rows).toEqual([{ name: 'calendarChanged', workflow_id: 'cycle/HT/2027/consultation/1' }])
  const preview = await asPerson(round.db, round.federation.person('leader').accountId, ({ tx }) =>
    closurePreviewOf(tx, round.roundId),
  )
  expect(preview.cutOff).toHaveLength(3)
  expect(preview.cutOff[0]?.extendedTo).toContain(later.toISOString().slice(0, 10))
})

test('a round opens for 10,000 units, and its board costs as many statements as for three', async () => {
  round = await aRound()
  const few = await statementsOfBoard()
  await round.sql(
    `insert into unit (federation_id, parent_id, code, name, level, kind, path, valid_from)
     select federation_id, id, 'V' || n, 'Công đoàn xã ' || n, 'IMMEDIATE_UPPER', 'COMMUNE_UNION',
       (path::text || '.v' || n)::ltree, '2025-07-01'
     from unit, generate_series(1, 9997) n where code = 'HT'`,
  )
  const { statements, units } = await statementsOfOpening()
  expect(units).toBe(10_000)
  expect(statements).toBeLessThanOrEqual(10)
  const { rows } = await round.sql('select max(number) as last from answer')
  expect(rows[0].last).toBe('GY-2027-9999')
  expect(await statementsOfBoard()).toBe(few)
}, 60_000)

async function counting<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<[number, T]> {
  let statements = 0
  const pool = openPool(round.appUrl, { role: 'training_worker', poolSize: 1 })
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    log: () => {
      statements += 1
    },
  })
  const result = await work(db)
  await db.destroy()
  return [statements, result]
}

async function statementsOfBoard(): Promise<number> {
  const accountId = round.federation.person('drafter').accountId
  const [statements] = await counting((db) =>
    asPerson(db, accountId, (entered) =>
      boardOf(entered, {
        ...boardQuery.parse({ status: 'all', unit: 'cong doan' }),
        planYear: 2027,
      }),
    ),
  )
  return statements
}

async function statementsOfOpening(): Promise<{ statements: number; units: number }> {
  const { asSystem } = await import('../../db/context.ts')
  const who = { federationId: round.federation.federationId, process: 'test' }
  const [statements, { units }] = await counting((db) =>
    asSystem(db, who, (tx) => openObligations(tx, round.roundId)),
  )
  return { statements, units }
}
