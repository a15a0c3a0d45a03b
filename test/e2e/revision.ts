import { expect, test } from 'vitest'
import { readPdf } from '../setup/read-pdf.ts'
import { lookTwice, picture, type Visitor } from './stage.ts'
import { fewerSeats, minutes, moreSeats } from './feedback.ts'
import { dayAhead, type Walk } from './walk.ts'

/** Step 3: every comment gets its answer, and the plan goes to the checks. */
export function revisionSteps(walk: Walk): void {
  const { year, visit } = walk
  const here = `/cycles/${year}/revision`

  test('the first comment is accepted, with its changed words', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(here)
    await drafter.see('Còn 5 ý kiến chưa có hướng xử lý.')
    await lookTwice(drafter, 'revision')
    await picture(drafter, 'revision')
    await handle(drafter, questionOn)
    await choose(drafter, 'Hướng khác', 'Ghi nhận')
    await drafter.page.getByRole('textbox', { name: /^Giải trình/ }).fill('Học lớp cơ bản trước.')
    await record(drafter, 1)
    await handle(drafter, wordingOn)
    await opensItsFile(drafter)
    await lookTwice(drafter, 'revision-file')
    await drafter.page.getByRole('button', { name: /Tiếp thu$/ }).click()
    await drafter.press('Sửa câu chữ')
    await drafter.write(/^Câu chữ của mục/, 'Mở lớp ban đêm cho cán bộ làm ca, theo cụm.')
    await drafter.press('Ghi câu chữ')
    await drafter.page.getByRole('button', { name: 'Ghi câu chữ' }).waitFor({ state: 'hidden' })
    await record(drafter, 2)
    await drafter.leave()
  })

  test('it cannot go on while comments have no answer', async () => {
    const head = await visit('nhan.vth')
    await head.go(here)
    await head.see('Còn 3 ý kiến chưa có hướng xử lý.')
    expect(await head.page.getByRole('button', { name: 'Trình soát xét' }).count()).toBe(0)
    await head.leave()
  })

  test('a comment is accepted in part and says why', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(here)
    await drafter.page.getByRole('button', { name: /Một phần$/ }).click()
    await drafter.page
      .getByRole('textbox', { name: /^Giải trình/ })
      .fill('Rút ngắn phần lý thuyết; bài tập do từng lớp chọn.')
    await record(drafter, 3)
    await drafter.leave()
  })

  test('what is asked of a class goes into the annex with the answer, its sum in sight', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(here)
    await handle(drafter, fewerSeats)
    await drafter.page.getByRole('button', { name: /Tiếp thu$/ }).click()
    await drafter.see('Phụ lục sau khi ghi: 40 lớp, 3.890 học viên.')
    await drafter.see('Kế hoạch ghi 40 lớp, 3.920 học viên')
    await lookTwice(drafter, 'revision-class')
    await record(drafter, 4)
    await handle(drafter, moreSeats)
    await drafter.page.getByRole('button', { name: /Tiếp thu$/ }).click()
    await drafter.see('Phụ lục sau khi ghi: 40 lớp, 3.920 học viên.')
    expect(await drafter.page.getByText('Kế hoạch ghi 40 lớp').count()).toBe(0)
    await record(drafter, 5)
    await drafter.leave()
  })

  test('the consolidation table prints on A4 landscape, with its totals at the end', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(here)
    await drafter.press('Bản in')
    await drafter.see('Độc lập - Tự do - Hạnh phúc')
    await lookTwice(drafter, 'consolidation-print')
    const file = await drafter.page.pdf({ preferCSSPageSize: true })
    const sizes = [...file.toString('latin1').matchAll(/MediaBox \[0 0 (\d+)\S* (\d+)/g)]
    expect(new Set(sizes.map(([, wide, high]) => `${wide} × ${high}`))).toEqual(
      new Set(['841 × 594']),
    )
    const pages = readPdf(file).map((page) => page.replaceAll(/\s/g, ''))
    expect(pages[0]).toContain('BẢNGTỔNGHỢP,TIẾPTHU,GIẢITRÌNH')
    for (const words of ['Có 240 cán bộ làm ca.', 'Rút ngắn phần lý thuyết', 'Được lấy ý kiến43'])
      expect(pages.join('')).toContain(words.replaceAll(' ', ''))
    expect(pages.join('')).not.toContain('Vềbảngtổnghợp')
    await drafter.leave()
  })

  test('the target is changed for one unit and the sum stays the headline', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`${here}?part=requests`)
    await drafter.press(/^Quyết định/)
    await drafter.page.getByRole('radio', { name: 'Chấp thuận', exact: true }).check()
    await drafter.press('Ghi quyết định, chia lại')
    await drafter.see('Chấp thuận: 90 học viên')
    await lookTwice(drafter, 'revision-requests')
    await drafter.leave()
  })

  test('a department is given a task with a due date, and shows that it is done', async () => {
    const work = 'Rà lại địa điểm các lớp ban đêm.'
    const head = await visit('nhan.vth')
    await head.go(`${here}?part=tasks`)
    await head.press('Giao việc')
    const dialog = head.page.getByRole('dialog')
    await dialog
      .getByRole('combobox', { name: 'Ban' })
      .selectOption({ label: 'Ban Công tác Công đoàn' })
    await head.write('Việc cần làm', work)
    await head.write('Hạn', await dayAhead(walk, 12))
    await lookTwice(head, 'revision-task-given')
    await dialog.getByRole('button', { name: 'Giao việc' }).click()
    await head.see(work)
    await head.leave()
    await reportsWithFile(await visit('khai.dq'), work)
    const again = await visit('nhan.vth')
    await again.go('/')
    await again.see(`Nhận việc đã báo xong: ${work}`)
    await again.go(`${here}?part=tasks&tasks=waiting`)
    await again.see(/báo xong .*: Ba nhà văn hoá nhận lớp/)
    await lookTwice(again, 'revision-tasks')
    await picture(again, 'tasks')
    await again.press(/^Nhận /)
    await again.page.getByRole('dialog').getByRole('button', { name: 'Nhận' }).click()
    await again.see('Không có việc nào như vậy.')
    await again.leave()
  })

  test('what changed stands word by word, with the comment it was changed for', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`${here}/compare`)
    await drafter.see('Vì các ý kiến')
    await drafter.see('Có 240 cán bộ làm ca.')
    await drafter.page.locator('ins').first().waitFor()
    await lookTwice(drafter, 'compare')
    await drafter.leave()
  })

  test('the head submits the plan to the checks', async () => {
    const head = await visit('nhan.vth')
    await head.go(here)
    await head.press('Trình soát xét')
    await head.see(/chốt thành dự thảo lần 2/)
    await head.press('Chốt và trình')
    await head.see('Đã trình soát xét')
    await head.leave()
  })
}

const questionOn = 'Cán bộ mới học lớp nào trước?'
const wordingOn = 'Có 240 cán bộ làm ca.'

/** Opens the row of a comment when it is not the open one already. */
async function handle({ page }: Visitor, words: string): Promise<void> {
  const row = page.getByRole('article').filter({ hasText: words })
  await row.waitFor()
  if ((await row.getAttribute('aria-current')) === 'true') return
  await row.getByRole('button', { name: /^Xử lý/ }).click()
  await page.locator('article[aria-current="true"]').filter({ hasText: words }).waitFor()
}

/** What the unit sent along lies beside its opinion, byte for byte. */
async function opensItsFile({ page }: Visitor): Promise<void> {
  const link = page
    .locator('article[aria-current="true"]')
    .getByRole('link', { name: minutes.name })
  const href = String(await link.getAttribute('href'))
  const reply = await page.request.get(new URL(href, page.url()).href)
  expect((await reply.body()).equals(minutes.buffer)).toBe(true)
}

async function reportsWithFile(drafter: Visitor, work: string): Promise<void> {
  const { page } = drafter
  await drafter.go('/')
  await drafter.press(work)
  await drafter.press(/^Báo xong/)
  const dialog = page.getByRole('dialog')
  await drafter.write('Đã làm gì', 'Ba nhà văn hoá nhận lớp.')
  await dialog.getByRole('button', { name: 'Báo xong' }).click()
  await drafter.see('Chỉ ra chỗ đã sửa trong dự thảo, hoặc đính kèm tệp.')
  await dialog.locator('input[type=file]').setInputFiles(minutes)
  await dialog.getByRole('link', { name: minutes.name }).waitFor()
  await lookTwice(drafter, 'revision-task-report')
  await dialog.getByRole('button', { name: 'Báo xong' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await drafter.leave()
}

async function choose({ page }: Visitor, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).selectOption({ label: option })
}

/** Writes what was chosen and waits until so many of the five comments are answered. */
async function record(visitor: Visitor, disposed: number): Promise<void> {
  await visitor.press(/^Ghi(, sang \d+)?$/)
  await visitor.see(`Tổng hợp, giải trình: ${disposed}/5 ý kiến`)
}
