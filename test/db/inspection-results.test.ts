import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionResults } from '../../db/inspection/results.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ unitCount: 3 })
  const cycleId = await desk.openYear(2027)
  const { federationId, units, person } = desk.federation
  const held = [
    { unit: units[0], percent: 84, number: 1 },
    { unit: units[1], percent: 92.5, number: 2 },
    { unit: units[2], percent: 60, number: null },
  ]
  for (const { unit, percent, number } of held) {
    const paper = number && {
      id: (
        await desk.asOwner(
          `insert into paper (federation_id, issuing_body, doc_type, series_year, number, symbol, abstract, signer,
             signing_capacity, issued_on, state) values ($1, 'UBKT', 'TB', 2027, $2, 'TB-UBKT', 'Kết quả kiểm tra',
             'Mai Văn Lễ', 'ON_BEHALF_OF_COLLECTIVE', '2027-06-01', 'ISSUED') returning id`,
          [federationId, number],
        )
      )[0]?.id,
    }
    await desk.asOwner(
      `insert into inspection (federation_id, cycle_id, unit_id, unit_path, unit_name, kind, subject, period_from,
         period_to, decision_number, decision_on, visit_from, visit_to, state, process_id, announced_at,
         minutes_signed_at, rating, score_percent, paper_id, issued_at, planned_by)
       values ($1, $2, $3, $4::ltree, $5, 'TRAINING', 'Công tác đào tạo', '2026-01-01', '2026-12-31', '05/QĐ-UBKT',
         '2027-05-01', '2027-05-20', '2027-05-20', 'FOLLOW_UP', 'inspection/' || gen_random_uuid(), now(), now(),
         'GOOD', $6, $7, $8, $9)`,
      [
        federationId,
        cycleId,
        unit?.id,
        unit?.path,
        unit?.name,
        percent,
        paper ? paper.id : null,
        paper ? new Date() : null,
        person('head').officialId,
      ],
    )
  }
})
afterAll(() => desk?.close())

test('the results of a year are those that were issued, the best first', async () => {
  const results = await desk.reads('leader', ({ tx }) => inspectionResults(tx, 2027))
  expect(results).toMatchObject([
    { unitName: 'Công đoàn phường Số 2', scorePercent: 92.5, number: '02/TB-UBKT' },
    { unitName: 'Công đoàn phường Số 1', scorePercent: 84, issuedOn: '2027-06-01' },
  ])
  expect(await desk.reads('leader', ({ tx }) => inspectionResults(tx, 2026))).toEqual([])
})

test('a unit finds its own result, and no word of another’s', async () => {
  const results = await desk.reads('unit1.head', ({ tx }) => inspectionResults(tx, 2027))
  expect(results.map(({ unitName }) => unitName)).toEqual(['Công đoàn phường Số 1'])
})
