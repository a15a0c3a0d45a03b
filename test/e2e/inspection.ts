import { expect, test } from 'vitest'
import { addDays, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { photo } from '../setup/real-files.ts'
import { lookTwice, phone, picture, type Visitor } from './stage.ts'
import { done, type Walk } from './walk.ts'

const today = dayOfInstant(new Date())
const unitName = 'Công đoàn phường Bến Trúc'

/** Step 6: planned, announced, visited, signed, answered, issued; of last year's, remedied. */
export function inspectionSteps(walk: Walk): void {
  const { visit } = walk

  test('who came from the unit is refused by name and reason, and stays out of the team', () =>
    planWith(walk))

  test('the notice asks the unit for its consent to a visit today', async () => {
    const chair = await visit('le.mv')
    await chair.go(await here(walk))
    await chair.press('Gửi thông báo')
    await chair.see('Đã báo đơn vị')
    await lookTwice(chair, 'inspection')
    await chair.leave()
    const unit = await visit('thuy.pd')
    await unit.go(await here(walk))
    await lookTwice(unit, 'inspection-consent')
    await unit.write('Ý kiến của đơn vị', 'Đơn vị nhất trí, hồ sơ đã xong.')
    await unit.press('Đồng ý kiểm tra đúng ngày này')
    await unit.see(/^Phạm Đức Thuỷ đồng ý/)
    await unit.leave()
  })

  test('on the phone each criterion is one screen, and the minutes come from it', () =>
    visitOnThePhone(walk))

  test('both sides sign, and the unit answers each finding', async () => {
    const lead = await visit('hanh.ct')
    await lead.go(await here(walk))
    await lead.press('Ký, bên đoàn kiểm tra')
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Ký, bên đoàn' }).click()
    await lead.see(/^Cao Thị Hạnh, /)
    await lead.leave()
    const unit = await visit('thuy.pd')
    await unit.go(await here(walk))
    await unit.page.getByRole('img', { name: caption }).waitFor()
    await unit.press('Ký, bên đơn vị')
    await unit.page.getByRole('dialog').getByRole('button', { name: 'Ký, bên đơn vị' }).click()
    await unit.press('Nhất trí các mục còn lại')
    await lookTwice(unit, 'inspection-replies')
    await unit.press(/^Gửi 9 câu trả lời/)
    await unit.see('Đã gửi câu trả lời.')
    await unit.leave()
  })

  test('the team concludes and gives a remedy, the committee signs, the clerk issues', () =>
    issueResult(walk))

  test('the remedy of last year is reported done by the unit and accepted by the team', async () => {
    const unit = await visit('lua.ht')
    await unit.go(await here(walk, walk.thisYear - 1))
    await lookTwice(unit, 'inspection-remedy')
    await unit.press('Báo cáo đã làm')
    await unit.giveReason('Đã bổ sung đủ chữ ký, gửi bản chụp.', 'Báo cáo đã làm')
    await unit.see('Đã báo, chờ đoàn')
    await unit.leave()
    const lead = await visit('hanh.ct')
    await lead.go(await here(walk, walk.thisYear - 1))
    await lead.press('Công nhận đã xong')
    await lead.see('Kết thúc')
    await lead.leave()
  })

  test('list, frequency and papers read well at both widths', async () => {
    const chair = await visit('le.mv')
    await chair.go('/inspections')
    await lookTwice(chair, 'inspections')
    await chair.go('/inspections/frequency')
    await lookTwice(chair, 'inspection-frequency')
    const print = (await here(walk)).replace('/inspections', '/print/inspections')
    await chair.go(`${print}/minutes`)
    await lookTwice(chair, 'inspection-minutes')
    await chair.go(`${print}/result`)
    await chair.see('Số: 02/TB-UBKT')
    await lookTwice(chair, 'inspection-result')
    await chair.leave()
  })
}

async function all({ calling }: Walk) {
  const chair = await calling('le.mv')
  return done(await chair.call(routes.inspections, { query: {} })).inspections
}

/** The inspection of this walk, or of another year. */
async function here(walk: Walk, planYear = walk.year): Promise<string> {
  const found = (await all(walk)).find((each) => each.planYear === planYear)
  return `/inspections/${found?.inspectionId}`
}

async function planWith({ visit, thisYear }: Walk): Promise<void> {
  const chair = await visit('le.mv')
  await chair.go('/inspections/new')
  const { page } = chair
  const choose = async (label: string, words: string) => {
    await page.getByLabel(label, { exact: true }).fill(words)
    await page.getByRole('option', { name: words }).click()
  }
  await choose('Đơn vị được kiểm tra', unitName)
  await chair.write('Nội dung kiểm tra', 'Công tác đào tạo, bồi dưỡng')
  // the year that is walked lies ahead: what is looked at is what the unit has done until today
  await chair.write('Từ ngày', `01/01/${thisYear - 1}`)
  await chair.write('Đến ngày', writeDay(today))
  await chair.write('Số quyết định', '15/QĐ-UBKT')
  await chair.write('Ngày đầu', writeDay(today))
  await chair.write('Ngày cuối', writeDay(addDays(today, 1)))
  await page.getByRole('combobox', { name: 'Người thứ 1' }).selectOption({ label: 'Cao Thị Hạnh' })
  await page
    .getByRole('combobox', { name: 'Người thứ 2' })
    .selectOption({ label: 'Nghiêm Thị Thơ' })
  await chair.press('Lưu cuộc kiểm tra')
  await chair.see(/Đ\/c Nghiêm Thị Thơ giữ chức vụ tại Công đoàn phường Bến Trúc/)
  // what the server refuses is read first, and leads to the field
  await page.locator('.errsum:focus').waitFor()
  await lookTwice(chair, 'inspection-conflict')
  await picture(chair, 'inspection-conflict')
  await page
    .getByRole('combobox', { name: 'Người thứ 2' })
    .selectOption({ label: 'Lưu Đình Phước' })
  await chair.press('Lưu cuộc kiểm tra')
  await chair.see('Đã lập, chưa báo')
  await chair.leave()
}

async function visitOnThePhone(walk: Walk): Promise<void> {
  const inspector = await walk.visit('phuoc.ld', phone)
  const { page } = inspector
  const path = await here(walk)
  await expect
    .poll(async () => (await all(walk)).find(({ planYear }) => planYear === walk.year)?.state)
    .toBe('ON_SITE')
  await inspector.go(`${path}/visit?at=1`)
  await lookTwice(inspector, 'inspection-visit')
  for (let number = 1; number <= 9; number += 1) {
    await inspector.see(new RegExp(`Tiêu chí ${number}/9`))
    const isShort = number === 6
    await page.getByLabel(isShort ? 'Đạt một phần' : 'Đạt', { exact: true }).check()
    if (isShort) {
      await inspector.write('Ghi chú', 'Gọi 10 người, gặp 9.')
      await takePhoto(inspector)
    }
    await inspector.press(number < 9 ? 'Câu sau' : 'Đánh giá chung')
  }
  await inspector.write('Ưu điểm', 'Có kế hoạch sớm.')
  await expect.poll(() => page.getByText(/còn \d tiêu chí/i).count(), { timeout: 20_000 }).toBe(0)
  await picture(inspector, 'inspection-visit')
  await inspector.press('Lập biên bản')
  await inspector.see('Về cuộc kiểm tra')
  await inspector.leave()
}

const caption = 'Danh sách điểm danh thiếu một chữ ký.'

/** Straight from the camera, with what it shows. */
async function takePhoto(inspector: Visitor): Promise<void> {
  const { page } = inspector
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await page.getByRole('link', { name: 'IMG_0001.jpg' }).waitFor()
  await inspector.write(/^Lời ghi của ảnh/, caption)
  await lookTwice(inspector, 'inspection-photo')
}

async function issueResult(walk: Walk): Promise<void> {
  const path = await here(walk)
  const lead = await walk.visit('hanh.ct')
  await lead.go(path)
  await lead.write('Kết luận của đoàn', 'Đơn vị thực hiện tốt kế hoạch tập huấn, hồ sơ đủ.')
  await lead.press('Thêm việc')
  await lead.write('Việc 1', 'Gọi lại học viên vắng, bổ sung chữ ký điểm danh.')
  await lead.page
    .getByRole('combobox', { name: 'Nơi thực hiện' })
    .selectOption({ label: 'Ban Công tác Công đoàn' })
  await lookTwice(lead, 'inspection-drafting')
  await lead.press('Lưu, trình Uỷ ban Kiểm tra')
  await lead.see('Đã lưu dự thảo và trình.')
  await lead.leave()
  const chair = await walk.visit('le.mv')
  await chair.go(path)
  await chair.press('Thông qua và ký')
  await chair.page.getByRole('dialog').getByRole('button', { name: 'Thông qua và ký' }).click()
  await chair.see(/^Mai Văn Lễ ký/)
  await chair.leave()
  const clerk = await walk.visit('nhai.bt')
  await clerk.go(path)
  await clerk.press('Cấp số và ban hành')
  await clerk.page.getByRole('dialog').getByRole('button', { name: 'Cấp số và ban hành' }).click()
  await clerk.see(/^Thông báo số 02\/TB-UBKT/)
  await clerk.leave()
}
