import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { notInspected } from '../../db/inspection/frequency.ts'
import { inspectionsOf } from '../../db/inspection/list.ts'
import { comeToMoment } from '../../db/inspection/moments.ts'
import { printedMinutes } from '../../db/inspection/print.ts'
import { printedResult } from '../../db/inspection/print-result.ts'
import { standingOfInspection } from '../../db/inspection/standing.ts'
import { inspectionView } from '../../db/inspection/view.ts'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

const today = dayOfInstant(new Date())
let desk: Desk
beforeAll(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.openYear(2027)
}, 60_000)
afterAll(() => desk?.close())

const codeOf = (deed: Promise<unknown>) =>
  deed.then(() => null).catch((error: { code?: string }) => error.code ?? error)
const faultsOf = (deed: Promise<unknown>) =>
  deed.then(() => null).catch((error: { faults?: { code: string }[] }) => error.faults)

const team = () => [
  { officialId: desk.federation.person('inspector1').officialId, role: 'LEAD' as const },
  { officialId: desk.federation.person('inspector2').officialId, role: 'MEMBER' as const },
]
const planOf = (unit: number, visitFrom: string = today) => ({
  planYear: 2027,
  unitId: desk.federation.units[unit - 1]?.id ?? '',
  kind: 'TRAINING' as const,
  subject: 'Công tác đào tạo năm trước',
  periodFrom: '2024-01-01',
  periodTo: '2024-12-31',
  decisionNumber: '05/QĐ-UBKT',
  decisionOn: '2025-01-05',
  visitFrom,
  visitTo: visitFrom,
  team: team(),
})
const plan = (unit: number, visitFrom?: string) =>
  desk.does('inspectionHead', routes.plan, { body: planOf(unit, visitFrom) })
const inProcess = <T>(work: Parameters<typeof asSystem<T>>[2]) =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)
const viewOf = (who: string, id: string) =>
  desk.reads(who, (entered) => inspectionView(entered, id))

describe('who may not sit in the team', () => {
  test('is named with the post and its dates, and the inspection is not planned', async () => {
    const { officialId } = desk.federation.person('inspector2')
    const [post] = await desk.asOwner(
      `insert into post (federation_id, official_id, unit_id, position, since, until, is_main)
       values ($1, $2, $3, 'SPECIALIST', '2023-01-01', '2024-03-31', false) returning id`,
      [desk.federation.federationId, officialId, desk.federation.units[1]?.id],
    )
    expect(await faultsOf(plan(2))).toEqual([
      {
        code: 'inspection.conflict-of-interest-then',
        at: '/team/1/officialId',
        params: {
          name: 'Chu Thị Mai',
          unitName: 'Công đoàn phường Số 2',
          since: '01/01/2023',
          until: '31/3/2024',
        },
      },
    ])
    await desk.asOwner('delete from post where id = $1', [post?.id])
    expect(await codeOf(plan(2, addDays(today, 20)))).toBeNull()
  })
})

describe('an inspection with a day for its visit today', () => {
  let inspectionId: string
  let params: { inspectionId: string }

  test('is unknown to the unit until the notice, and then waits for its consent', async () => {
    inspectionId = (await plan(1)).inspectionId
    params = { inspectionId }
    expect(await codeOf(viewOf('unit1.head', inspectionId))).toBe('grammar.not-found')
    await desk.does('inspectionHead', routes.announce, { params, body: { selfReportDueOn: today } })
    expect(await viewOf('unit1.head', inspectionId)).toMatchObject({ isShortNotice: true })
    expect(await codeOf(viewOf('unit2.head', inspectionId))).toBe('grammar.not-found')
    expect(await codeOf(desk.does('inspector1', routes.beginVisit, { params, body: {} }))).toBe(
      'inspection.consent-missing',
    )
    await inProcess((tx) => comeToMoment(tx, inspectionId, 'visit'))
    expect((await viewOf('inspector1', inspectionId)).state).toBe('ANNOUNCED')
    await desk.does('unit1.head', routes.consent, { params, body: { words: 'Đơn vị nhất trí' } })
  })

  test('takes the report from the unit alone, and shows it when it is sent', async () => {
    const body = { text: 'Đơn vị đã mở hai lớp.' }
    await desk.does('unit1.drafter', routes.writeReport, { params, body })
    expect((await viewOf('inspector1', inspectionId)).selfReport).toBeNull()
    await desk.does('unit1.head', routes.sendReport, { params, body: {} })
    expect((await viewOf('inspector1', inspectionId)).selfReport).toMatchObject(body)
  })

  test('is opened by the clock, once, and its findings are the team’s until the minutes', async () => {
    await inProcess((tx) => comeToMoment(tx, inspectionId, 'visit'))
    await inProcess((tx) => comeToMoment(tx, inspectionId, 'visit'))
    const { criteria } = await viewOf('inspector1', inspectionId)
    expect(criteria).toHaveLength(9)
    for (const { criterionId, number } of criteria)
      await desk.does('inspector2', routes.writeFinding, {
        params: { ...params, criterionId },
        body: {
          outcome: number === 6 ? 'PARTLY' : 'PASSED',
          note: number === 6 ? 'Gọi 10 người, 8 người xác nhận.' : '',
          score: null,
          severity: null,
        },
      })
    const seen = await viewOf('unit1.head', inspectionId)
    expect(seen.criteria.every(({ finding }) => finding === null)).toBe(true)
  })

  test('is signed by both sides, and nothing in it changes after that', async () => {
    const drawn = await desk.does('inspector2', routes.drawMinutes, { params, body: {} })
    expect(await codeOf(desk.does('inspector2', routes.signMinutes, { params, body: drawn }))).toBe(
      'inspection.lead-only',
    )
    await desk.does('inspector1', routes.signMinutes, { params, body: drawn })
    const [criterion] = (await viewOf('inspector1', inspectionId)).criteria
    const late = desk.does(
      'inspector1',
      routes.writeFinding,
      {
        params: { ...params, criterionId: criterion?.criterionId ?? '' },
        body: { outcome: 'FAILED', note: 'Sửa sau', score: null, severity: null },
      },
      { revision: 1 },
    )
    expect(await codeOf(late)).toBe('inspection.minutes-under-signature')
    await desk.does('unit1.head', routes.countersignMinutes, { params, body: drawn })
    const view = await viewOf('unit1.head', inspectionId)
    expect(view).toMatchObject({ state: 'MINUTES_SIGNED', scorePercent: 92 })
    expect(view.minutes?.signatures.map(({ side }) => side)).toEqual(['TEAM', 'UNIT'])
    const paper = await desk.reads('unit1.head', ({ tx }) => printedMinutes(tx, inspectionId))
    expect(paper.signatures.map(({ name }) => name)).toEqual(['Phạm Đức Thuỷ U001', 'Phan Văn Quế'])
  })

  test('is answered finding by finding, and each objection by the team, before it is passed', async () => {
    const { criteria, revision } = await viewOf('unit1.head', inspectionId)
    const sixth = criteria[5]?.criterionId ?? ''
    await desk.does('unit1.head', routes.answerFindings, {
      params,
      body: {
        replies: criteria.map(({ criterionId }) => ({
          criterionId,
          stance: criterionId === sixth ? ('OBJECT' as const) : ('AGREE' as const),
          words: criterionId === sixth ? 'Hai người đã đổi số điện thoại.' : '',
        })),
      },
    })
    const draft = {
      rating: 'GOOD' as const,
      conclusion: 'Đơn vị làm tốt công tác đào tạo.',
      answers: [] as { criterionId: string; words: string }[],
      remedies: [
        {
          criterionId: sixth,
          measure: 'Cập nhật số điện thoại học viên',
          departmentId: null,
          dueOn: addDays(today, 20),
        },
      ],
    }
    await desk.does('inspector1', routes.draftResult, { params, body: draft }, { revision })
    const pass = () => desk.does('inspectionHead', routes.passResult, { params, body: {} })
    expect(await faultsOf(pass())).toMatchObject([{ code: 'inspection.objections-open' }])
    const answers = [{ criterionId: sixth, words: 'Đoàn ghi nhận.' }]
    const now = (await viewOf('inspector1', inspectionId)).revision
    await desk.does(
      'inspector1',
      routes.draftResult,
      { params, body: { ...draft, answers } },
      { revision: now },
    )
    const unseen = desk.reads('unit1.head', (entered) => printedResult(entered, inspectionId))
    expect(await codeOf(unseen)).toBe('grammar.not-found')
    expect((await viewOf('unit1.head', inspectionId)).remedies).toEqual([])
    await pass()
  })

  test('is numbered and issued to the unit, whose remedy is closed with proof', async () => {
    const issued = await desk.does('clerk', routes.issueResult, { params, body: {} })
    expect(issued.number).toBe('01/TB-UBKT')
    const next = () => inProcess((tx) => standingOfInspection(tx, inspectionId))
    expect(await next()).toMatchObject({ next: { moment: 'followUp' } })
    await inProcess((tx) => comeToMoment(tx, inspectionId, 'followUp'))
    const [remedy] = (await viewOf('unit1.drafter', inspectionId)).remedies
    const remedyId = remedy?.remedyId ?? ''
    expect(await next()).toMatchObject({
      state: 'FOLLOW_UP',
      next: { moment: `remedySoon/${remedyId}` },
    })
    const given = { params: { remedyId }, body: { words: 'Đã gọi và cập nhật đủ.' } }
    await desk.does('unit1.drafter', routes.answerRemedy, given)
    const reason = { params: { remedyId }, body: { reason: 'Gửi kèm danh sách.' } }
    await desk.does('inspector1', routes.returnRemedy, reason)
    await desk.does('unit1.head', routes.answerRemedy, given)
    await desk.does('inspector1', routes.acceptRemedy, { params: { remedyId }, body: {} })
    const view = await viewOf('unit1.head', inspectionId)
    expect(view.state).toBe('CLOSED')
    expect(view.remedies[0]?.answers.map(({ outcome }) => outcome)).toEqual([
      'SENT_BACK',
      'ACCEPTED',
    ])
  })

  test('then counts as visited, and is the unit’s own to find', async () => {
    const query = { q: '', years: 5 }
    const { units } = await desk.reads('inspectionHead', (entered) => notInspected(entered, query))
    expect(units.map(({ unitName }) => unitName)).toEqual([
      'Công đoàn phường Số 2',
      'Công đoàn phường Số 3',
    ])
    const list = (who: string) =>
      desk.reads(who, (entered) => inspectionsOf(entered, { q: 'cong doan' }))
    expect((await list('unit1.head')).inspections).toMatchObject([{ rating: 'GOOD' }])
    expect((await list('unit2.head')).inspections).toEqual([])
    expect((await list('inspectionHead')).total).toBe(2)
  })

  test('is read with as many statements however much there is in it', async () => {
    const view = () =>
      desk.statementsOf('inspector1', (entered) => inspectionView(entered, inspectionId))
    const list = () =>
      desk.statementsOf('inspector1', (entered) => inspectionsOf(entered, { q: '' }))
    expect(await view()).toBeLessThanOrEqual(14)
    expect(await list()).toBe(3)
  })
})

test('late remedies are told of once, and shown as late', async () => {
  const { inspectionId } = await plan(3, addDays(today, 30))
  await desk.asOwner(
    `update inspection set state = 'FOLLOW_UP', announced_at = now(), minutes_signed_at = now(), issued_at = now()
     where id = $1`,
    [inspectionId],
  )
  const [remedy] = await desk.asOwner(
    `insert into remedy (inspection_id, federation_id, number, measure, owner_unit_id, due_on, due_at, state)
     select id, federation_id, 1, 'Lưu hồ sơ', unit_id, current_date - 2, now() - interval '2 days', 'OPEN'
     from inspection where id = $1 returning id`,
    [inspectionId],
  )
  const moment = `remedyDue/${String(remedy?.id)}`
  for (const _ of [1, 2]) await inProcess((tx) => comeToMoment(tx, inspectionId, moment))
  const letters = await desk.asOwner(
    `select count(*)::int as n from letter where text_key = 'inspection.letters.remedyDue'`,
  )
  expect(letters[0]?.n).toBe(4)
  expect((await viewOf('unit3.head', inspectionId)).remedies[0]?.isOverdue).toBe(true)
  const { next } = await inProcess((tx) => standingOfInspection(tx, inspectionId))
  expect(next).toBeNull()
})
