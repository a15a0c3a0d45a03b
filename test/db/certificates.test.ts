import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetsOfClass } from '../../db/classes/certificate-sheets.ts'
import { doJobPage } from '../../db/jobs.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { lecturer, openTeachingDesk, type TeachingDesk } from '../setup/teaching-desk.ts'

let desk: TeachingDesk
beforeAll(async () => {
  desk = await openTeachingDesk()
})
afterAll(() => desk?.close())

const code = (wanted: string) => expect.objectContaining({ code: wanted })

describe('certificates', () => {
  test('wait until attendance and marks are whole', async () => {
    const made = await desk.taught({ state: 'MARKING', sessions: desk.yesterday })
    await desk.take(lecturer, made, [{}, {}])
    await expect(desk.closeMarking(made)).rejects.toMatchObject({
      code: 'classes.marking-not-complete',
      faults: [{ params: { count: 1 } }, { params: { count: 3 } }],
    })
  })

  test('are numbered in one run, one each, with the reason of everybody who gets none', async () => {
    const made = await desk.readyToCertify(5)
    await desk.sql('update test_mark set mark = 3 where nomination_id = $1', [
      made.nominationIds[4],
    ])
    await desk.closeMarking(made)
    const before = await desk.certificates(made)
    expect([before.eligible.length, before.refused.length]).toEqual([4, 1])
    const preview = await desk.reads('organiser', (entered) => sheetsOfClass(entered, made.classId))
    expect(preview.sheets.map(({ registerNo }) => registerNo)).toEqual([null, null, null])
    const after = await desk.issued(made)
    const numbers = after.issued.map(({ registerNo }) => Number(registerNo.slice(0, 4)))
    expect(numbers).toEqual([0, 1, 2, 3].map((step) => (numbers[0] ?? 0) + step))
    expect(new Set(after.issued.map(({ verifyCode }) => verifyCode)).size).toBe(4)
    expect(after.job).toMatchObject({ state: 'DONE', total: 4, done: 4, failures: [] })
    expect(after.refused[0]?.obstacles).toEqual([
      { code: 'classes.mark-below-pass', params: { passMark: 5 } },
    ])
    await expect(desk.issue(made)).rejects.toMatchObject({
      faults: [{ code: 'classes.nobody-eligible' }],
    })
    const entries = await desk.sql(
      `select 1 from register_entry e join certificate k on k.id = e.object_id
       where e.deed = 'certificate.issued' and k.class_id = $1`,
      [made.classId],
    )
    expect(entries).toHaveLength(4)
  })

  test('a page that begins while another still works waits, and never calls the job done', async () => {
    const made = await desk.readyToCertify(4)
    await desk.closeMarking(made)
    const { jobId } = await desk.issue(made)
    const page = () => desk.inSystem((tx) => doJobPage(tx, jobId))
    const first = desk.inSystem(async (tx) => {
      await doJobPage(tx, jobId)
      await pause(500)
    })
    await pause(150)
    await Promise.all([first, page(), page()])
    const { job, issued } = await desk.certificates(made)
    expect(job).toMatchObject({ state: 'DONE', total: 4, done: 4, failures: [] })
    expect(issued).toHaveLength(4)
  })

  test('a page that was taken back gives its numbers back, and goes on where it stood', async () => {
    const made = await desk.readyToCertify(4)
    await desk.closeMarking(made)
    const { jobId } = await desk.issue(made)
    const highest = async () =>
      Number((await desk.sql('select max(register_number) as last from certificate'))[0]?.last ?? 0)
    const before = await highest()
    const killed = desk.inSystem(async (tx) => {
      await doJobPage(tx, jobId)
      throw new Error('killed')
    })
    await expect(killed).rejects.toThrow('killed')
    await desk.inSystem((tx) => doJobPage(tx, jobId))
    const { issued: papers } = await desk.certificates(made)
    expect(papers.map(({ registerNo }) => Number(registerNo.slice(0, 4)))).toEqual(
      [1, 2, 3, 4].map((step) => before + step),
    )
  })

  test('who lost the right between asking and issuing is noted by name; the others get theirs', async () => {
    const made = await desk.readyToCertify(3)
    await desk.closeMarking(made)
    const { jobId } = await desk.issue(made)
    await desk.sql('update test_mark set mark = 2 where nomination_id = $1', [
      made.nominationIds[0],
    ])
    await desk.inSystem((tx) => doJobPage(tx, jobId))
    const { issued: papers, job } = await desk.certificates(made)
    expect(papers).toHaveLength(2)
    expect(job?.failures).toMatchObject([{ error: 'classes.mark-below-pass' }])
  })

  test('a number and its date are drawn in one order, after the last session and not tomorrow', async () => {
    const made = await desk.readyToCertify(2)
    await desk.closeMarking(made)
    const faults = async (issuedOn: string) =>
      desk
        .issue(made, issuedOn)
        .catch((error: { faults: { code: string }[] }) => error.faults[0]?.code)
    expect(await faults('2099-01-01')).toBe('classes.issued-in-future')
    expect(await faults('2020-01-01')).toBe('classes.issued-before-end')
  })

  test('the class is settled when everybody has theirs, and then closed', async () => {
    const made = await desk.readyToCertify(2)
    await desk.closeMarking(made)
    await expect(desk.settle(made)).rejects.toMatchObject({
      faults: [{ code: 'classes.certificates-left', params: { count: 2 } }],
    })
    await desk.issued(made)
    expect(await desk.settle(made)).toEqual({ classId: made.classId, state: 'SETTLED' })
    const closed = await desk.does('organiser', teachingRoutes.closeClass, {
      params: { classId: made.classId },
      body: {},
    })
    expect(closed.state).toBe('CLOSED')
    const [entry] = await desk.sql(
      `select facts from register_entry where deed = 'class.closed' and object_id = $1`,
      [made.classId],
    )
    expect(entry?.facts).toMatchObject({ trainees: 2, attendancePercent: 100, passPercent: 100 })
  })

  test('where one stands, neither attendance nor mark is changed any more', async () => {
    const made = await desk.readyToCertify(2)
    await desk.closeMarking(made)
    await desk.issued(made)
    await expect(desk.take(lecturer, made, [{ mark: 'ABSENT', because: 'nhầm' }])).rejects.toEqual(
      code('classes.list-not-in-order'),
    )
  })
})
