import excel from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { closeTheatre, lookTwice, phone, visit, type Visitor } from './stage.ts'
import { walk } from './walk.ts'

const here = `/cycles/${walk.thisYear}/feedback?step=general`
/** A unit that no other test beside this one writes for. */
const drafterOfUnit = 'ha.nt'
const clauses = 'Kế hoạch tập huấn, bồi dưỡng'

afterAll(closeTheatre)

/** Saved by the browser, filled in as by a spreadsheet program. */
async function filledIn({ page }: Visitor, words: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải phiếu Excel' }).click(),
  ])
  const book = new excel.Workbook()
  await book.xlsx.readFile(await download.path())
  const write = (sheet: string, cell: string, value: string) => {
    const page = book.getWorksheet(sheet)
    if (page) page.getCell(cell).value = value
  }
  write('Ý kiến chung', 'E4', words)
  write(clauses, 'D5', 'Đề nghị sửa')
  write(clauses, 'E5', 'Đoàn viên đi ca, học ban ngày thì vắng.')
  write('Chỉ tiêu', 'G4', 'nhiều')
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function bring({ page }: Visitor, buffer: Buffer): Promise<void> {
  const input = page.locator('input[type=file][accept=".xlsx"]')
  await input.setInputFiles({ name: 'Phiếu đã điền.xlsx', mimeType: 'application/zip', buffer })
}

const proposal = ({ page }: Visitor) =>
  page.getByRole('textbox', { name: /^Kiến nghị, giải pháp/ }).first()

test('the form is filled in without a line, looked at, and taken into the answer', async () => {
  const drafter = await visit(drafterOfUnit)
  await drafter.go(here)
  const bytes = await filledIn(drafter, 'Mở lớp buổi tối.')
  await bring(drafter, bytes)
  await drafter.see('«nhiều» không phải là số.')
  await drafter.see('Mở lớp buổi tối.')
  await lookTwice(drafter, 'sheet-preview')
  await drafter.press('Ghi các dòng đúng')
  await drafter.page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await proposal(drafter).inputValue()).toBe('Mở lớp buổi tối.')
  await drafter.see(/^Đã lưu \d/)

  // the same file once more changes nothing and says so
  await bring(drafter, bytes)
  await drafter.see(/^Tệp này không đổi gì/)
  await drafter.leave()
})

test('what was typed on a phone since is asked about, and stays until a person chooses', async () => {
  const drafter = await visit(drafterOfUnit, phone)
  await drafter.go(here)
  const bytes = await filledIn(drafter, 'Theo tệp.')
  await proposal(drafter).fill('Gõ trên điện thoại.')
  await bring(drafter, bytes)
  await drafter.see(/^Còn 1 chỗ chưa chọn/)
  await lookTwice(drafter, 'sheet-conflict')
  await drafter.press('Lấy theo tệp Excel')
  await drafter.press('Ghi các dòng đúng')
  await drafter.page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await proposal(drafter).inputValue()).toBe('Theo tệp.')
  await drafter.leave()
})

test('what is no form of this unit is told why', async () => {
  const drafter = await visit(drafterOfUnit)
  await drafter.go(here)
  const book = new excel.Workbook()
  book.addWorksheet('Sheet1').addRow(['x'])
  await bring(drafter, Buffer.from(await book.xlsx.writeBuffer()))
  await drafter.see(/^Tệp này không phải phiếu tải từ phần mềm/)
  await drafter.leave()
})
