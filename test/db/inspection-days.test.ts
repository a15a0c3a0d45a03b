import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { comeToMoment } from '../../db/inspection/moments.ts'
import { standingOfInspection } from '../../db/inspection/standing.ts'
import { inspectionView } from '../../db/inspection/view.ts'
import { addDays, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

const today = dayOfInstant(new Date())
let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(2027)
}, 60_000)
afterAll(() => desk?.close())

const inDays = (days: number) => addDays(today, days)
const refusalOf = (deed: Promise<unknown>) =>
  deed.then(() => null).catch((error: { code?: string; faults?: unknown[] }) => error)
const viewOf = (who: string, id: string) =>
  desk.reads(who, (entered) => inspectionView(entered, id))
const inProcess = <T>(work: Parameters<typeof asSystem<T>>[2]) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)

/** Announced today for a visit on that day; the unit reports three days before. */
async function announced(unit: number, visitIn: number) {
  const { inspectionId } = await desk.does('inspectionHead', routes.plan, {
    body: {
      planYear: 2027,
      unitId: desk.federation.units[unit - 1]?.id ?? '',
      kind: 'TRAINING',
      subject: 'Công tác đào tạo năm trước',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      decisionNumber: '05/QĐ-UBKT',
      decisionOn: '2025-01-05',
      visitFrom: inDays(visitIn),
      visitTo: inDays(visitIn),
      team: [{ officialId: desk.federation.person('inspector1').officialId, role: 'LEAD' }],
    },
  })
  const params = { inspectionId }
  const body = { selfReportDueOn: inDays(visitIn - 3) }
  await desk.does('inspectionHead', routes.announce, { params, body })
  return params
}
const putOff = (params: { inspectionId: string }, from: number, report: number | null = from - 3) =>
  desk.does('inspectionHead', routes.putOff, {
    params,
    body: {
      visitFrom: inDays(from),
      visitTo: inDays(from + 1),
      selfReportDueOn: report === null ? null : inDays(report),
      reason: 'Đơn vị tổ chức đại hội',
    },
  })
const openTasksOf = async ({ inspectionId }: { inspectionId: string }) =>
  (
    await desk.asOwner(
      `select kind, due_at from task where object_id = $1 and done_at is null order by kind, role`,
      [inspectionId],
    )
  ).map(({ kind, due_at }) => [kind, due_at instanceof Date ? due_at.toISOString() : null])

describe('an announced visit', () => {
  test('comes later, with its tasks and its process, and everybody concerned is told why', async () => {
    const params = await announced(1, 20)
    expect(await putOff(params, 30)).toMatchObject({ state: 'ANNOUNCED' })
    const view = await viewOf('unit1.head', params.inspectionId)
    expect([view.visitFrom, view.visitTo, view.selfReportDueOn]).toEqual([
      inDays(30),
      inDays(31),
      inDays(27),
    ])
    const report = instantAt(inDays(27), '17:00')
    expect(await openTasksOf(params)).toEqual([
      ['inspection.selfReport', report],
      ['inspection.selfReport', report],
      ['inspection.visit', instantAt(inDays(31), '17:00')],
    ])
    const letters = await desk.asOwner(
      `select o.full_name, l.params ->> 'reason' as reason from letter l join official o on o.id = l.official_id
       where l.text_key = 'inspection.letters.putOff'`,
    )
    expect(letters).toHaveLength(3)
    expect(new Set(letters.map(({ reason }) => reason))).toEqual(
      new Set(['Đơn vị tổ chức đại hội']),
    )
    const standing = await inProcess((tx) => standingOfInspection(tx, params.inspectionId))
    expect(standing.next).toEqual({ moment: 'reportDue', at: report })
  })

  test('never comes earlier, nor does the report of the unit', async () => {
    const params = await announced(2, 20)
    expect(await refusalOf(putOff(params, 19))).toMatchObject({
      code: 'inspection.not-put-off',
      faults: [
        { code: 'inspection.visit-only-later', at: '/visitFrom' },
        { code: 'inspection.report-only-later', at: '/selfReportDueOn' },
      ],
    })
    expect(await refusalOf(putOff(params, 25, 27))).toMatchObject({
      faults: [{ code: 'inspection.report-only-later' }],
    })
    expect((await viewOf('unit2.head', params.inspectionId)).visitFrom).toBe(inDays(20))
  })

  test('within ten days of the notice asks the unit anew, and beyond them no more', async () => {
    const params = await announced(3, 4)
    await desk.does('unit3.head', routes.consent, { params, body: { words: 'Nhất trí' } })
    await putOff(params, 7)
    expect((await viewOf('unit3.head', params.inspectionId)).consent).toBeNull()
    expect(await openTasksOf(params)).toContainEqual(['inspection.consent', null])
    await putOff(params, 15)
    const kinds = (await openTasksOf(params)).map(([kind]) => kind)
    expect(kinds).not.toContain('inspection.consent')
  })
})

describe('what is typed on the findings and on the result', () => {
  let params: { inspectionId: string }
  let criterionId = ''
  const draft = (conclusion: string) => ({
    rating: 'GOOD' as const,
    conclusion,
    answers: {},
    remedies: [],
  })

  beforeAll(async () => {
    params = await announced(1, 5)
    await desk.does('unit1.head', routes.consent, { params, body: { words: 'Nhất trí' } })
    await desk.asOwner('update inspection set visit_from = $2, visit_to = $2 where id = $1', [
      params.inspectionId,
      today,
    ])
    await inProcess((tx) => comeToMoment(tx, params.inspectionId, 'visit'))
    const { criteria } = await viewOf('inspector1', params.inspectionId)
    criterionId = criteria[0]?.criterionId ?? ''
    for (const each of criteria)
      await desk.does('inspector1', routes.writeFinding, {
        params: { ...params, criterionId: each.criterionId },
        body: { outcome: 'PASSED', note: '', score: null, severity: null },
      })
    const drawn = await desk.does('inspector1', routes.drawMinutes, { params, body: {} })
    await desk.does('inspector1', routes.signMinutes, { params, body: drawn })
    await desk.does('unit1.head', routes.countersignMinutes, { params, body: drawn })
  })

  test('is kept for its own side only, until it is sent', async () => {
    const said = { [criterionId]: { stance: 'OBJECT' as const, words: 'Danh sách có đủ chữ ký' } }
    await desk.does('unit1.head', routes.writeReplies, { params, body: { said } })
    expect((await viewOf('unit1.head', params.inspectionId)).repliesWriting).toEqual({
      form: { said },
      revision: 1,
    })
    for (const who of ['inspector1', 'inspectionHead', 'leader'])
      expect((await viewOf(who, params.inspectionId)).repliesWriting).toBeNull()
    await desk.does('inspector1', routes.writeResult, { params, body: draft('Đơn vị làm') })
    expect((await viewOf('inspector1', params.inspectionId)).resultWriting?.form).toEqual(
      draft('Đơn vị làm'),
    )
    for (const who of ['unit1.head', 'inspectionHead', 'inspector2'])
      expect((await viewOf(who, params.inspectionId)).resultWriting).toBeNull()
  })

  test('is not written over by an old window', async () => {
    const old = desk.does('inspector1', routes.writeResult, { params, body: draft('Cũ') })
    expect(await refusalOf(old)).toMatchObject({ code: 'grammar.edited-meanwhile' })
    const body = draft('Đơn vị làm tốt công tác này.')
    await desk.does('inspector1', routes.writeResult, { params, body }, { revision: 1 })
  })

  test('sent, it is spent, and the text that is begun after it is not written over', async () => {
    await desk.does('unit1.head', routes.answerFindings, {
      params,
      body: { replies: [{ criterionId, stance: 'OBJECT', words: 'Danh sách có đủ chữ ký' }] },
    })
    const { repliesWriting } = await viewOf('unit1.head', params.inspectionId)
    expect(repliesWriting).toEqual({ form: null, revision: 1 })
    const said = { [criterionId]: { stance: 'AGREE' as const, words: '' } }
    const writing = { params, body: { said } }
    await desk.does('unit1.head', routes.writeReplies, writing, { revision: 1 })
    const late = desk.does(
      'unit1.head',
      routes.writeReplies,
      { params, body: { said: {} } },
      { revision: 1 },
    )
    expect(await refusalOf(late)).toMatchObject({
      code: 'grammar.edited-meanwhile',
      details: { revision: 2, theirs: { said } },
    })
  })

  test('leaves no line in the register', async () => {
    const entries = await desk.asOwner(
      `select 1 from register_entry where deed in ('replies.written', 'result.written')`,
    )
    expect(entries).toEqual([])
  })
})
