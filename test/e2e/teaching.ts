import { expect, test } from 'vitest'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { holidaysOfYear, tetWeeks } from '../../domain/federation/holidays.ts'
import { dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { issueCertificates, lookUp } from './certificates.ts'
import { clockAgo, here } from './classes.ts'
import { lookTwice, phone, picture, type Visitor } from './stage.ts'
import { done, type Walk } from './walk.ts'

/** Step 5, second half: sessions, marks, certificates, and what the public is told. */
export function teachingSteps(walk: Walk): void {
  if (isHoliday()) return holidaySteps(walk)
  const { visit } = walk

  test('the lecturer takes attendance on a phone, also without a line, and it arrives once', () =>
    takeInTheHall(walk))

  test('the organiser lays the sessions on today, and everybody is marked', async () => {
    const desk = await visit('khai.dq')
    await layOnToday(walk, desk)
    await expect.poll(() => stateOf(walk), { timeout: 20_000 }).toBe('MARKING')
    await desk.go(`${await here(walk)}/attendance`)
    const sessions = desk.page.getByRole('group', { name: 'Buổi học' }).getByRole('button')
    for (const session of await sessions.all()) {
      await session.click()
      await people(desk).first().getByRole('button', { name: 'Vắng' }).click()
      await desk.press(/^Ghi có mặt cho/)
      await desk.see('Mọi điểm danh đã lên máy chủ.')
    }
    await desk.leave()
  })

  test('a word among the marks is refused at its place; a column is pasted; results are closed', async () => {
    const desk = await visit('khai.dq')
    await desk.go(`${await here(walk)}/marks`)
    const first = desk.page.getByRole('textbox', { name: /^Điểm của/ }).first()
    await first.fill('nhiều')
    await desk.see(/không phải là số điểm/)
    await lookTwice(desk, 'marks-refused')
    await paste(first, ['9', '8,5', '7', '9'])
    await picture(desk, 'marks')
    await desk.press('Ghi điểm cho 4 người')
    await desk.press('Chốt kết quả')
    await desk.page.getByRole('button', { name: 'Chốt kết quả' }).waitFor({ state: 'hidden' })
    await lookTwice(desk, 'marks')
    await desk.leave()
  })

  test('certificates are issued as a job, one for each who has earned it; one is revoked, one reissued', () =>
    issueCertificates(walk))

  test('anybody looks a certificate up without JavaScript, and is told when it was revoked or replaced', () =>
    lookUp(walk))

  test('a trainee finds her classes and her certificate, and prints it', async () => {
    const trainee = await visit('buoi.nt')
    await trainee.go('/me/learning')
    await lookTwice(trainee, 'learning-done')
    await picture(trainee, 'learning')
    await trainee.press(/^Chứng chỉ số /)
    await trainee.see('CHỨNG CHỈ')
    await lookTwice(trainee, 'certificate')
    await picture(trainee, 'certificate')
    await trainee.leave()
  })

  test('a trainee says on a phone what a class was worth, and changes it; one opinion is no figure', () =>
    rate(walk))
}

const today = dayOfInstant(new Date())

function isHoliday(): boolean {
  const tet = tetWeeks(yearOf(today))
  const isOff = holidaysOfYear(yearOf(today)).some(
    (each) => each.day === today && each.kind === 'OFF',
  )
  return isOff || (tet.from <= today && today <= tet.to)
}

/** On a holiday nothing is taught; the rule is walked instead. */
function holidaySteps(walk: Walk): void {
  test('nobody is taught on a holiday: the organiser reads why, and the next free day', async () => {
    const desk = await walk.visit('khai.dq')
    await typeToday(walk, desk)
    await desk.press('Ghi lịch mới')
    await desk.see(/Ngày trống gần nhất: /)
    await desk.leave()
  })
}

const people = ({ page }: Visitor) => page.getByRole('group', { name: /^Điểm danh / })

async function takeInTheHall(walk: Walk): Promise<void> {
  const lecturer = await walk.visit('doan.tm', phone)
  const { page } = lecturer
  await lecturer.go('/')
  await lecturer.see(/^Điểm danh lớp /)
  await lookTwice(lecturer, 'inbox-lecturer')
  await lecturer.go('/me/teaching')
  await lookTwice(lecturer, 'teaching-today')
  const going = page.getByRole('listitem').filter({ hasText: 'đã ghi 0/12 người' })
  await going.getByRole('link', { name: 'Điểm danh' }).click()
  await lecturer.see(/^0\/12 đã ghi:/)
  await people(lecturer).first().getByRole('button', { name: 'Muộn' }).click()
  await lecturer.see('Mọi điểm danh đã lên máy chủ.')
  await lookTwice(lecturer, 'attendance')
  await picture(lecturer, 'attendance')
  await page.waitForFunction(async () => (await (await caches.open('pages')).keys()).length > 3)
  await page.context().setOffline(true)
  await people(lecturer).nth(1).getByRole('button', { name: 'Vắng' }).click()
  await lecturer.see(/trên máy này, sẽ gửi khi có mạng/)
  await page.reload()
  await lecturer.see(/trên máy này, sẽ gửi khi có mạng/)
  const second = people(lecturer).nth(1).locator('button[aria-pressed="true"]')
  expect(await second.innerText()).toBe('Vắng')
  await page.context().setOffline(false)
  await lecturer.see('Mọi điểm danh đã lên máy chủ.')
  await lecturer.press('Ghi có mặt cho 10 người còn lại')
  await lecturer.see('Mọi điểm danh đã lên máy chủ.')
  await lecturer.see(/^12\/12 đã ghi:/)
  await lecturer.leave()
}

async function rate({ visit, calling }: Walk): Promise<void> {
  const trainee = await visit('buoi.nt', phone)
  const { page } = trainee
  await trainee.go('/')
  await trainee.see(/^Cho ý kiến về lớp /)
  await page
    .getByRole('link', { name: /^Cho ý kiến/ })
    .first()
    .click()
  const asked = page.getByRole('region', { name: 'Ý kiến về lớp' }).first()
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await trainee.see('Có 2 chỗ cần sửa')
  await lookTwice(trainee, 'rating-refused')
  await asked.getByRole('radio', { name: 'Hài lòng', exact: true }).check()
  await asked.getByRole('radio', { name: 'Dùng được phần lớn' }).check()
  await asked.getByRole('textbox', { name: /^Nhận xét, đề nghị/ }).fill('Thêm giờ hỏi đáp.')
  await lookTwice(trainee, 'rating')
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await trainee.see(/^Đồng chí đã cho ý kiến ngày /)
  await trainee.press('Sửa ý kiến')
  await asked.getByRole('radio', { name: 'Rất hài lòng', exact: true }).check()
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await trainee.see('Rất hài lòng')
  await lookTwice(trainee, 'rating-given')
  const link = page.getByRole('region').filter({ has: asked }).getByRole('heading', { level: 2 })
  const path = (await link.getByRole('link').getAttribute('href')) ?? ''
  await trainee.leave()
  const desk = await calling('buoi.nt')
  const { tasks } = done(await desk.call(cycleRoutes.inbox, {}))
  expect(tasks.map(({ kind }) => kind)).not.toContain('classes.rate')
  const organiser = await visit('khai.dq')
  await organiser.go(path)
  await organiser.see('chưa đủ phiếu')
  await lookTwice(organiser, 'class-ratings')
  await organiser.leave()
}

async function stateOf(walk: Walk): Promise<string> {
  const desk = await walk.calling('khai.dq')
  const classId = (await here(walk)).split('/').at(-1) ?? ''
  return done(await desk.call(classesRoutes.trainingClass, { params: { classId } })).state
}

/** Types today into each session, one minute after the other, all of them over. */
async function typeToday(walk: Walk, desk: Visitor): Promise<void> {
  await desk.go(await here(walk))
  await desk.press('Đổi lịch')
  const dialog = desk.page.getByRole('dialog')
  const sessions = dialog.getByRole('region', { name: /^Buổi \d+$/ })
  const count = await sessions.count()
  for (const [index, session] of (await sessions.all()).entries()) {
    const write = (label: string, words: string) =>
      session.getByRole('textbox', { name: label, exact: true }).fill(words)
    await write('Ngày', writeDay(today))
    await write('Từ giờ', await clockAgo(count + 1 - index))
    await write('Đến giờ', await clockAgo(count - index))
  }
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Hội trường đã có điện, học ngay.')
}

async function layOnToday(walk: Walk, desk: Visitor): Promise<void> {
  await typeToday(walk, desk)
  await lookTwice(desk, 'class-rescheduling')
  await desk.press('Ghi lịch mới')
  await desk.page.getByRole('dialog').waitFor({ state: 'hidden' })
}

type Field = ReturnType<Visitor['page']['getByRole']>

async function paste(field: Field, marks: readonly string[]): Promise<void> {
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    const how = { clipboardData, bubbles: true, cancelable: true }
    input.dispatchEvent(new ClipboardEvent('paste', how))
  }, marks.join('\n'))
}
