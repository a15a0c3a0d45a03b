import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { doJobPage } from '../../db/jobs.ts'
import { deskOf } from '../../db/papers/desk.ts'
import { printedPlan } from '../../db/papers/print-plan.ts'
import { receiptsOf } from '../../db/papers/receipts.ts'
import { registerOf } from '../../db/papers/register.ts'
import { takeNumber, type Wanted } from '../../db/papers/take-number.ts'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { addDays, day, dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { papersRoutes as routes } from '../../domain/papers/papers.contract.ts'
import { openSubmittedDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
let approvalId: string
beforeEach(async () => {
  const submitted = await openSubmittedDesk({ comments: 2 })
  desk = submitted
  approvalId = submitted.approvalId
})
afterEach(() => desk.close())

const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const shaOf = async () => {
  const [row] = await desk.asOwner('select content_sha256 from approval where id = $1', [
    approvalId,
  ])
  return String(row?.content_sha256)
}

/** As the committee leaves it: approved and signed, on the clerk's desk. */
async function signed(): Promise<void> {
  await desk.asOwner(`update approval set state = 'APPROVED' where id = $1`, [approvalId])
  await desk.asOwner(`update plan set state = 'APPROVED'`)
  await desk.does('leader', approvalRoutes.signApproval, {
    params: { approvalId },
    body: { contentSha256: await shaOf() },
  })
}

const number = () => desk.does('clerk', routes.numberPaper, { params: { approvalId }, body: {} })
const issue = (paperId: string) =>
  desk.does('clerk', routes.issuePaper, { params: { paperId }, body: {} })
const lastNumberIs = (last: number) =>
  desk.asOwner(
    `insert into number_series (federation_id, issuing_body, doc_type, series_year, last_number)
     values ($1, 'LĐLĐ', 'KH', $2, $3)`,
    [desk.federation.federationId, yearOf(dayOfInstant(new Date())), last],
  )

describe('the number', () => {
  test('is the next of its series and is written with its zero', async () => {
    await signed()
    await lastNumberIs(7)
    const before = await desk.reads('clerk', deskOf)
    expect(before.waiting).toMatchObject([{ number: 'Số: 08/KH-LĐLĐ', paperId: null }])
    expect(await number()).toMatchObject({ number: '08/KH-LĐLĐ' })
    const after = await desk.reads('clerk', deskOf)
    expect(after.waiting[0]?.allowedActions.filter((action) => action.allowed)).toMatchObject([
      { deed: 'paper.issued' },
      { deed: 'paper.voided' },
    ])
  })

  test('is taken only for what was signed, once, and only by the clerk', async () => {
    expect(await refusalOf(number())).toMatchObject({ code: 'grammar.wrong-state' })
    await signed()
    const byHead = desk.does('head', routes.numberPaper, { params: { approvalId }, body: {} })
    expect(await refusalOf(byHead)).toMatchObject({ code: 'grammar.not-your-role' })
    await number()
    expect(await refusalOf(number())).toMatchObject({ code: 'papers.numbered-already' })
  })

  test('bears no date before the signature and none ahead of today', async () => {
    await signed()
    const today = dayOfInstant(new Date())
    const on = (issuedOn: string) =>
      desk.does('clerk', routes.numberPaper, { params: { approvalId }, body: { issuedOn } })
    expect(await refusalOf(on(addDays(today, 1)))).toMatchObject({ code: 'papers.date-in-future' })
    expect(await refusalOf(on(addDays(today, -1)))).toMatchObject({
      code: 'papers.date-before-signature',
    })
    const [series] = await desk.asOwner('select count(*)::int as n from number_series')
    expect(series).toEqual({ n: 0 })
  })

  test('void stays as a row with its reason, and the plan gets another', async () => {
    await signed()
    const first = await number()
    await desk.does('clerk', routes.voidPaper, {
      params: { paperId: first.paperId },
      body: { reason: 'Ghi sai nơi nhận.' },
    })
    expect(await number()).toMatchObject({ number: '02/KH-LĐLĐ' })
    const { papers } = await desk.reads('clerk', (entered) =>
      registerOf(entered, { q: '', page: 1 }),
    )
    expect(papers).toMatchObject([
      { number: '02/KH-LĐLĐ', state: 'NUMBERED' },
      { number: '01/KH-LĐLĐ', state: 'VOID', note: 'Ghi sai nơi nhận.' },
    ])
  })
})

describe('a series', () => {
  const wanted = (year: number): Wanted => ({
    federationId: desk.federation.federationId,
    issuingBody: 'LĐLĐ',
    docType: 'KH',
    issuedOn: day(`${year}-03-01`),
    signedOn: day(`${year}-03-01`),
    today: day(`${year}-03-01`),
  })
  const take = (year: number, fails = false) =>
    asSystem(
      desk.db,
      { federationId: desk.federation.federationId, process: 'test' },
      async (tx) => {
        const taken = await takeNumber(tx, wanted(year))
        if (fails) throw new Error('the paper was not written')
        return taken.number
      },
    )

  test('has no gap and no double when clerks race, and a failed one gives its number back', async () => {
    const tries = Array.from({ length: 24 }, (_, index) =>
      take(2027, index % 5 === 4).catch(() => null),
    )
    const numbers = (await Promise.all(tries)).filter((taken) => taken !== null)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
    expect(numbers).toHaveLength(20)
  })

  test('begins again at 01 with the calendar year of issue', async () => {
    expect([await take(2026), await take(2026), await take(2027), await take(2026)]).toEqual([
      1, 2, 1, 3,
    ])
  })
})

describe('the issue', () => {
  const issued = async () => {
    await signed()
    const { paperId } = await number()
    await issue(paperId)
    return paperId
  }

  test('makes the plan binding, opens the classes and reaches every unit', async () => {
    const paperId = await issued()
    expect(await desk.asOwner('select state from plan')).toEqual([{ state: 'ISSUED' }])
    expect(await desk.asOwner('select phase from cycle')).toEqual([{ phase: 'classes' }])
    const { receipts } = await desk.reads('clerk', ({ tx }) => receiptsOf(tx, paperId))
    expect(receipts).toHaveLength(4)
    const tasks = await desk.asOwner(
      `select count(*)::int as n from task where kind = 'papers.acknowledge' and done_at is null`,
    )
    expect(tasks).toEqual([{ n: 4 }])
    expect(await refusalOf(issue(paperId))).toMatchObject({ code: 'grammar.wrong-state' })
  })

  test('answers each unit that commented, once, with what became of its comments', async () => {
    await issued()
    const [job] = await desk.asOwner('select id from job')
    const jobId = String(job?.id)
    const page = () =>
      asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, (tx) =>
        doJobPage(tx, jobId),
      )
    await page()
    await page()
    const letters = await desk.asOwner(
      `select params from letter where text_key = 'papers.letters.answered'`,
    )
    expect(letters.map(({ params }) => params)).toEqual(
      Array.from({ length: 2 }, () =>
        expect.objectContaining({ comments: 3, accepted: 3, partly: 0, notAccepted: 0 }),
      ),
    )
  })

  test('is acknowledged by a unit for itself, once; the others stay asked', async () => {
    const paperId = await issued()
    const unitId = desk.federation.units[0]?.id ?? ''
    const acknowledge = (who: string) =>
      desk.does(who, routes.acknowledgeReceipt, { params: { paperId, unitId }, body: {} })
    expect(await refusalOf(acknowledge('unit2.drafter'))).toMatchObject({
      code: 'grammar.not-found',
    })
    await acknowledge('unit1.drafter')
    expect(await refusalOf(acknowledge('unit1.head'))).toMatchObject({
      code: 'grammar.wrong-state',
    })
    const open = await desk.asOwner(
      `select count(*)::int as n from task where kind = 'papers.acknowledge' and done_at is null`,
    )
    expect(open).toEqual([{ n: 3 }])
  })

  test('a plan prints as Decree 30 has it, and a unit reads what was issued', async () => {
    await issued()
    const print = await desk.reads('unit1.drafter', (entered) => printedPlan(entered, desk.planId))
    expect(print).toMatchObject({
      mark: null,
      number: 'Số: 01/KH-LĐLĐ',
      docType: 'KẾ HOẠCH',
      parentBody: 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM',
      end: './.',
    })
    expect(print.signature.authority[0]).toBe('TM. BAN THƯỜNG VỤ')
    expect(print.recipients.at(-1)).toBe('- Lưu: VT, Ban CTCĐ.')
    expect(print.receipt).toMatchObject({ receivedAt: null })
  })
})

describe('the paper before its issue', () => {
  test('is a draft with its number left blank', async () => {
    const print = await desk.reads('unit1.drafter', (entered) => printedPlan(entered, desk.planId))
    expect(print).toMatchObject({ mark: 'DỰ THẢO LẦN 2', number: 'Số:     /KH-LĐLĐ' })
  })

  test('a number that is not issued is nobody’s but the offices’', async () => {
    await signed()
    await number()
    const ofUnit = await desk.reads('unit1.drafter', (entered) => printedPlan(entered, desk.planId))
    expect(ofUnit.number).toBe('Số:     /KH-LĐLĐ')
    const register = await desk.reads('unit1.drafter', (entered) =>
      registerOf(entered, { q: '', page: 1 }),
    )
    expect(register).toMatchObject({ total: 0, papers: [] })
  })
})

describe('the register', () => {
  test('is searched by number and by words without marks, at the same cost', async () => {
    await signed()
    await lastNumberIs(7)
    await issue((await number()).paperId)
    const find = (q: string) =>
      desk.reads('clerk', (entered) => registerOf(entered, { q, page: 1 }))
    expect((await find('08/kh')).papers).toHaveLength(1)
    expect((await find('ke hoach')).total).toBe(1)
    expect((await find('%')).total).toBe(1)
    expect((await find('khong co')).total).toBe(0)
    const cost = (q: string) =>
      desk.statementsOf('clerk', (entered) => registerOf(entered, { q, page: 1 }))
    expect(await cost('ke hoach')).toBe(await cost('khong co'))
  })
})
