import { randomUUID } from 'node:crypto'
import excel from 'exceljs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { filled, openSheetDesk, type SheetDesk } from '../setup/sheet-desk.ts'
import * as year from '../setup/year-walk.ts'

let desk: SheetDesk
const { planYear } = year
const clauses = 'Kế hoạch tập huấn, bồi dưỡng'

beforeAll(async () => {
  desk = await openSheetDesk()
}, 120_000)
afterAll(() => desk?.close())
beforeEach(() => desk.save({}))

test('the form goes out protected, with lists and bounds, and with what is written', async () => {
  await desk.save({ spokesperson: { name: 'Hoàng Thị Lụa', position: 'Chuyên viên' } })
  const reply = await desk.fetched(desk.people.drafter)
  expect(reply.headers.get('content-disposition')).toMatch(/Phieu gop y GY-\d{4}-\d{4}\.xlsx/)
  const book = new excel.Workbook()
  await book.xlsx.load(await reply.arrayBuffer())
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Hướng dẫn', 'visible'],
    ['Ý kiến chung', 'visible'],
    [clauses, 'visible'],
    ['Lớp tập huấn', 'visible'],
    ['Chỉ tiêu', 'visible'],
    ['Đơn vị', 'visible'],
    ['Danh mục', 'hidden'],
    ['phieu', 'veryHidden'],
  ])
  // the library's types know nothing of what it has read of the protection
  const locked = book.worksheets.map((page) => Reflect.get(page, 'sheetProtection')?.sheet)
  expect(locked.every(Boolean)).toBe(true)
  const targets = book.getWorksheet('Chỉ tiêu')
  expect(targets?.getCell('D4').value).toBe(100)
  expect(targets?.getCell('D4').protection?.locked).not.toBe(false)
  expect(targets?.getCell('G4').protection.locked).toBe(false)
  expect(targets?.getCell('G4').dataValidation).toMatchObject({
    type: 'decimal',
    formulae: [0, 1e12],
  })
  expect(targets?.getCell('H4').dataValidation).toMatchObject({ type: 'list' })
  expect(book.getWorksheet('Đơn vị')?.getCell('C7').value).toBe('Hoàng Thị Lụa')
})

test('is nobody’s but the unit’s own', async () => {
  expect((await desk.fetched(desk.people.head)).status).toBe(200)
  expect((await desk.fetched(desk.people.other)).status).toBe(404)
  expect((await desk.fetched(desk.people.department)).status).toBe(403)
  expect((await desk.check(await desk.downloaded(), desk.people.other)).status).toBe(404)
})

test('what is filled in is shown first, then taken, and the second time changes nothing', async () => {
  const bytes = await filled(await desk.downloaded(), {
    'Ý kiến chung': { B4: 'Cơ bản nhất trí, kèm ý kiến', D4: '=SUM không phải công thức' },
    [clauses]: { D4: 'Đề nghị sửa', E4: 'Ít lớp quá', F4: 'Mở 4 lớp.' },
    'Chỉ tiêu': { G4: 'nhiều', H4: 'Kinh phí' },
    'Đơn vị': {
      C4: '1.000',
      C6: { text: 'hoi@truong.vn', hyperlink: 'mailto:hoi@truong.vn' },
      C10: new Date('2026-12-05T00:00:00Z'),
    },
  })
  const seen = await desk.check(bytes)
  expect(seen.status).toBe(200)
  expect(seen.body.faults).toEqual([
    {
      page: 'Chỉ tiêu',
      cell: 'G4',
      code: 'feedback.sheet-not-a-number',
      params: { text: 'nhiều' },
    },
  ])
  expect(seen.body.heldBack).toMatchObject([{ cell: 'H4', before: null, after: 'Kinh phí' }])
  expect(seen.body.changes.map(({ page, cell, after }) => [page, cell, after])).toEqual([
    ['Ý kiến chung', 'B4', 'Cơ bản nhất trí, kèm ý kiến'],
    ['Ý kiến chung', 'D4', '=SUM không phải công thức'],
    [clauses, 'D4', 'Đề nghị sửa'],
    [clauses, 'E4', 'Ít lớp quá'],
    [clauses, 'F4', 'Mở 4 lớp.'],
    ['Đơn vị', 'C4', 1000],
    ['Đơn vị', 'C6', 'hoi@truong.vn'],
    ['Đơn vị', 'C10', '05/12/2026'],
  ])
  expect((await desk.view()).form).toEqual(EMPTY_FORM)

  const taken = await desk.take(bytes, seen.body.revision)
  expect([taken.status, taken.body.changed]).toEqual([200, 8])
  const after = await desk.view()
  expect(after.form).toEqual(taken.body.form)
  expect(after.formRevision).toBe(seen.body.revision + 1)
  expect(after.form.comments[`${desk.planId}:CLAUSE:I.1`]).toMatchObject({
    kind: 'CORRECTION',
    suggestedText: 'Mở 4 lớp.',
  })
  expect(after.form.targetRequests).toEqual({})
  expect(after.savedByName).toBe((await desk.view()).savedByName)

  // the reply was lost and it is asked again, on the revision of before
  const again = await desk.take(bytes, seen.body.revision)
  expect([again.status, again.body.changed, again.body.revision]).toEqual([
    200,
    0,
    after.formRevision,
  ])
  expect((await desk.check(bytes)).body).toMatchObject({ changes: [], conflicts: [], same: 8 })
})

test('what was typed meanwhile stays, and where both wrote a person chooses', async () => {
  const bytes = await filled(await desk.downloaded(), {
    [clauses]: { D4: 'Hỏi', E4: 'Trong tệp' },
    'Đơn vị': { C7: 'Trong tệp' },
  })
  const key = `${desk.planId}:CLAUSE:I.1`
  const comment = {
    planId: desk.planId,
    placeKind: 'CLAUSE',
    placeCode: 'I.1',
    suggestedText: null,
  }
  await desk.save({
    comments: { [key]: { ...comment, kind: 'DIFFICULTY', text: 'Trên máy chủ' } },
    capacity: { classes: 2, seats: null, venue: '' },
  })
  const seen = (await desk.check(bytes)).body
  expect(seen.changes).toMatchObject([{ cell: 'C7', after: 'Trong tệp' }])
  expect(seen.conflicts).toMatchObject([
    {
      place: 'I.1',
      fields: [
        { before: 'Khó khăn, vướng mắc', after: 'Hỏi' },
        { before: 'Trên máy chủ', after: 'Trong tệp' },
      ],
    },
  ])
  const stale = await desk.take(bytes, seen.revision - 1)
  expect([stale.status, stale.problem.code]).toEqual([412, 'grammar.edited-meanwhile'])
  const kept = (await desk.take(bytes, seen.revision)).body.form
  expect([kept.comments[key]?.text, kept.spokesperson.name, kept.capacity.classes]).toEqual([
    'Trên máy chủ',
    'Trong tệp',
    2,
  ])
  const chosen = await desk.take(bytes, seen.revision + 1, [seen.conflicts[0]?.key ?? ''])
  expect(chosen.body.form.comments[key]).toMatchObject({ kind: 'QUESTION', text: 'Trong tệp' })
})

test('a sheet of another unit, of an older draft or with other questions is not taken', async () => {
  const mine = await desk.downloaded()
  const theirs = await desk.walk.does('unit2.drafter', routes.myAnswer, { params: { planYear } })
  const other = Buffer.from(
    await (await desk.fetched(desk.people.other, theirs.answerId)).arrayBuffer(),
  )
  const codeOf = async (bytes: Buffer) => {
    const reply = await desk.check(bytes)
    return [reply.status, reply.problem.code]
  }
  expect(await codeOf(other)).toEqual([422, 'feedback.sheet-of-another-unit'])
  const forged = (cell: string, value: string | number) =>
    filled(mine, { phieu: { [cell]: value } })
  expect(await codeOf(await forged('B2', randomUUID()))).toEqual([
    422,
    'feedback.sheet-of-another-round',
  ])
  expect(await codeOf(await forged('B4', `${desk.planId}:7`))).toEqual([
    422,
    'feedback.sheet-of-another-draft',
  ])
  expect(await codeOf(await forged('B5', 2))).toEqual([422, 'feedback.sheet-of-other-questions'])
  expect(await codeOf(await forged('B6', 10_000))).toEqual([422, 'feedback.sheet-not-ours'])
  expect(await codeOf(await filled(mine, { [clauses]: { A4: 'X' } }))).toEqual([
    422,
    'feedback.sheet-changed',
  ])
  // it claims to be of this very moment and says that something else stood there
  const { formRevision } = await desk.view()
  expect(formRevision).toBeGreaterThan(0)
  const liar = await filled(mine, { phieu: { A15: 'unit/venue/venue', B15: 'Hội trường' } })
  expect(await codeOf(liar)).toEqual([422, 'feedback.sheet-not-ours'])
})

test('nothing of a signed or closed answer is changed by a sheet', async () => {
  const bytes = await filled(await desk.downloaded(), { 'Đơn vị': { C4: 3 } })
  await year.signAnswer(desk.walk, 1)
  const reply = await desk.check(bytes)
  expect([reply.status, reply.problem.code]).toEqual([409, 'grammar.wrong-state'])
  await desk.walk.does('unit1.head', routes.withdraw, {
    params: { answerId: desk.answerId },
    body: { reason: 'Cần bổ sung ý kiến' },
  })
})
