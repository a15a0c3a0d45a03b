import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { closeRound } from '../../db/feedback/close.ts'
import { nextTaskReminder, remindOfTasks } from '../../db/revision/task-reminders.ts'
import type { Tx } from '../../db/database.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'
import { patientDatabase } from '../setup/patient-database.ts'

let desk: RevisionDesk
beforeEach(async () => {
  desk = await openRevisionDesk()
})
afterEach(() => desk.close())

const dueOn = '2027-01-08'
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

async function give(more: object = {}, who = 'head') {
  const body = { departmentId: desk.federation.departmentId, text: 'Viết lại mục II', dueOn }
  const given = { params: { planId: desk.planId }, body: { ...body, ...more } }
  return (await desk.does(who, routes.assignTask, given)).id
}
const report = (taskId: string, changedPlaces: string[] = ['CLAUSE II.1'], who = 'drafter') =>
  desk.does(who, routes.completeTask, {
    params: { taskId },
    body: { result: 'Đã viết', changedPlaces },
  })
const rewrite = (words: string) =>
  desk.asOwner(`update clause set text = $2 where plan_id = $1 and code = 'II.1'`, [
    desk.planId,
    words,
  ])
const inboxes = async () => {
  const rows = await desk.asOwner(
    `select t.kind, t.role, o.full_name as who from task t left join official o on o.id = t.official_id
     where t.object_type = 'revisionTask' and t.done_at is null order by t.kind, t.role`,
  )
  return rows.map(({ kind, role, who }) => [kind, who ?? role].join(' '))
}
const letters = async (textKey: string) => {
  const rows = await desk.asOwner(
    `select o.full_name from letter l join official o on o.id = l.official_id
     where l.text_key = $1 order by l.event_key, o.full_name`,
    [`revision.letters.${textKey}`],
  )
  return rows.map(({ full_name }) => full_name)
}
const giver = 'Vũ Thị Hồng Nhạn'
const doer = 'Đỗ Quang Khải'

describe('a task of a department', () => {
  test('stands in its inboxes, and is done once the giver has taken what was shown', async () => {
    const taskId = await give({ commentId: desk.comments[0], place: 'CLAUSE II.1' })
    expect(await inboxes()).toEqual([
      'revision.complete departmentDrafter',
      'revision.complete departmentHead',
    ])
    expect(await letters('taskGiven')).toEqual([doer])
    expect(await refusalOf(report(taskId, []))).toMatchObject({
      code: 'revision.task-not-in-order',
      faults: [{ code: 'revision.task-unproved' }],
    })
    expect(await refusalOf(report(taskId))).toMatchObject({
      faults: [{ code: 'revision.task-place-unchanged' }],
    })
    await rewrite('Lớp mở làm hai đợt.')
    const [open] = (await desk.consolidation()).tasks
    expect(open).toMatchObject({
      state: 'OPEN',
      comment: { number: 'GY-2027-0001' },
      place: { code: 'II.1' },
      changedSince: [{ key: 'CLAUSE II.1' }],
    })
    await report(taskId)
    expect(await inboxes()).toEqual([`revision.judge ${giver}`])
    expect(await letters('taskReported')).toEqual([giver])
    expect(await refusalOf(report(taskId))).toMatchObject({ code: 'revision.task-already-done' })
    const taken = { params: { taskId }, body: {} }
    expect(await refusalOf(desk.does('drafter', routes.acceptTask, taken))).toMatchObject({
      code: 'revision.not-your-task',
    })
    await desk.does('head', routes.acceptTask, taken)
    expect(await inboxes()).toEqual([])
    expect(await letters('taskAccepted')).toEqual([doer])
    expect((await desk.consolidation()).tasks[0]).toMatchObject({
      state: 'ACCEPTED',
      reports: [{ number: 1, changedPlaces: ['CLAUSE II.1'], reportedBy: doer, judgedBy: giver }],
    })
    expect(await refusalOf(desk.does('head', routes.acceptTask, taken))).toMatchObject({
      code: 'revision.task-over',
    })
  })

  test('returned with words it is open again; each report is kept, and the last counts', async () => {
    const taskId = await give()
    await rewrite('Câu thứ nhất.')
    await report(taskId)
    const remark = 'Chưa nêu kinh phí'
    await desk.does('head', routes.returnTask, { params: { taskId }, body: { remark } })
    expect(await inboxes()).toHaveLength(2)
    expect((await desk.consolidation()).obstacles).toContainEqual(
      expect.objectContaining({ code: 'revision.tasks-open' }),
    )
    await report(taskId)
    await desk.does('head', routes.acceptTask, { params: { taskId }, body: { remark: 'Được' } })
    const [task] = (await desk.consolidation()).tasks
    expect(task?.reports.map(({ isAccepted, remark: said }) => [isAccepted, said])).toEqual([
      [false, remark],
      [true, 'Được'],
    ])
    await desk.finish()
    expect((await desk.consolidation()).obstacles).toEqual([])
    // with nothing left open it is the head's turn
    const turn = `select 1 from task where kind = 'revision.submit' and done_at is null`
    expect(await desk.asOwner(turn)).toHaveLength(1)
  })

  test('nobody takes what they have reported themselves', async () => {
    const taskId = await give({}, 'drafter')
    await rewrite('Câu khác.')
    await report(taskId)
    // the giver has done it: the head of the department judges
    expect(await inboxes()).toEqual(['revision.judge departmentHead'])
    const taken = { params: { taskId }, body: {} }
    expect(await refusalOf(desk.does('drafter', routes.acceptTask, taken))).toMatchObject({
      code: 'revision.own-report',
    })
    await desk.does('head', routes.acceptTask, taken)
  })

  test('by name it is theirs alone, or of their head; another department has no say', async () => {
    const { federation } = desk
    const personId = federation.person('drafter').officialId
    expect(
      await refusalOf(give({ personId, departmentId: federation.otherDepartmentId })),
    ).toMatchObject({ faults: [{ code: 'revision.person-of-another' }] })
    await give({ personId })
    expect(await inboxes()).toEqual([`revision.complete ${doer}`])
    const other = await give({ departmentId: federation.otherDepartmentId })
    await rewrite('Câu khác.')
    expect(await refusalOf(report(other))).toMatchObject({ code: 'revision.not-your-department' })
    const remark = 'Giao nhầm ban'
    const given = { params: { taskId: other }, body: { remark } }
    expect(await refusalOf(desk.does('drafter', routes.withdrawTask, given))).toMatchObject({
      code: 'revision.not-your-task',
    })
    await desk.does('head', routes.withdrawTask, given)
    expect((await desk.consolidation()).tasks.map(({ state }) => state).toSorted()).toEqual([
      'OPEN',
      'WITHDRAWN',
    ])
  })

  test('is given for a working day, on a place and an opinion of this plan', async () => {
    const code = async (more: object) => {
      const refusal = await refusalOf(give(more))
      return (refusal as { faults?: { code: string }[] }).faults?.[0]?.code // every one has faults
    }
    expect(await code({ dueOn: '2027-01-01' })).toBe('revision.task-due-at-rest')
    expect(await code({ dueOn: '2020-01-06' })).toBe('revision.task-due-gone-by')
    expect(await code({ place: 'CLAUSE X.9' })).toBe('revision.place-missing')
  })

  test('a file proves as well, and what was proved with it stays', async () => {
    const taskId = await give()
    const uploadId = await uploaded('drafter')
    const attach = { params: { taskId }, body: { uploadId } }
    await desk.does('drafter', routes.attachTaskFile, attach)
    await desk.does('drafter', routes.attachTaskFile, attach)
    await report(taskId, [])
    const [task] = (await desk.consolidation()).tasks
    expect(task?.reports[0]?.files).toMatchObject([{ fileId: uploadId, name: 'bien-ban.pdf' }])
    expect(task?.files).toEqual([])
    await desk.does('head', routes.returnTask, { params: { taskId }, body: { remark: 'Thêm' } })
    const removal = { params: { taskId, proofId: uploadId } }
    expect(await refusalOf(desk.does('drafter', routes.removeTaskFile, removal))).toMatchObject({
      code: 'revision.task-already-done',
    })
    // the file of an earlier report is not the proof of the next
    expect(await refusalOf(report(taskId, []))).toMatchObject({
      faults: [{ code: 'revision.task-unproved' }],
    })
  })
})

describe('reminders', () => {
  async function inYear<T>(work: (tx: Tx, cycleId: string) => Promise<T>): Promise<T> {
    const [cycle] = await desk.asOwner('select id from cycle')
    const db = patientDatabase(desk.database.appUrl, { role: 'training_worker', poolSize: 1 })
    const { federationId } = desk.federation
    return asSystem(db, { federationId, process: 'cycle/test' }, (tx) =>
      work(tx, String(cycle?.id)),
    ).finally(() => db.destroy())
  }
  const next = () => inYear(nextTaskReminder)
  const remind = (upTo: string) =>
    inYear((tx, cycleId) =>
      remindOfTasks(tx, { federationId: desk.federation.federationId, cycleId, upTo }),
    )

  test('before the day and after it, once each; the giver learns when it has gone by', async () => {
    expect(await next()).toBeNull()
    const taskId = await give()
    expect(await next()).toBe('2027-01-06T01:00:00.000Z')
    await remind('2027-01-06T01:00:00.000Z')
    await remind('2027-01-06T01:00:00.000Z')
    // the head leads the same department; each is told once
    expect(await letters('taskDueSoon')).toEqual([doer, giver])
    expect(await next()).toBe('2027-01-11T01:00:00.000Z')
    await rewrite('Câu khác.')
    await report(taskId)
    expect(await next()).toBeNull()
    await desk.does('head', routes.returnTask, { params: { taskId }, body: { remark: 'Thiếu' } })
    // the worker was away: one letter says it, the latest
    await remind('2027-02-01T01:00:00.000Z')
    expect(await letters('taskOverdue')).toHaveLength(2)
    expect(await next()).toBeNull()
    const reminded = await desk.asOwner(
      `select facts from register_entry where deed = 'revisionTask.reminded'`,
    )
    expect(reminded).toHaveLength(2)
  })

  test('rest while the units are asked once more, because nothing can be done meanwhile', async () => {
    await give()
    const [round] = await desk.asOwner('select id from round')
    const again = await desk.does('leader', feedbackRoutes.reopen, {
      params: { roundId: String(round?.id) },
      body: { reason: 'Dự thảo đã sửa nhiều mục', graceDays: 0 },
    })
    expect(await next()).toBeNull()
    await remind('2027-02-01T01:00:00.000Z')
    expect(await letters('taskOverdue')).toEqual([])
    await inYear((tx) => closeRound(tx, again.roundId, 'Đã đủ ý kiến'))
    expect(await next()).toBe('2027-01-06T01:00:00.000Z')
  })
})

async function uploaded(who: string): Promise<string> {
  const { federationId } = desk.federation
  const officialId = desk.federation.person(who).officialId
  await desk.asOwner(
    `insert into stored_file (federation_id, sha256, kind, size, bytes)
     select $1, encode(sha256('x'::bytea), 'hex'), 'pdf', 1, 'x'::bytea`,
    [federationId],
  )
  const [row] = await desk.asOwner(
    `insert into upload (id, federation_id, official_id, name, size, received, kept_sha256)
     values (gen_random_uuid(), $1, $2, 'bien-ban.pdf', 1, 1, encode(sha256('x'::bytea), 'hex')) returning id`,
    [federationId, officialId],
  )
  return String(row?.id)
}
