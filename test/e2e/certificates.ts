import { expect } from 'vitest'
import { here } from './classes.ts'
import { lookTwice, phone, picture, stranger, type Visitor, withoutScripts } from './stage.ts'
import type { Walk } from './walk.ts'

/** Issued by a job; one taken back, one replaced by a paper with a number of its own. */
export async function issueCertificates(walk: Walk): Promise<void> {
  const desk = await walk.visit('khai.dq')
  await desk.go(`${await here(walk)}/certificates`)
  await desk.see('Không được cấp: 1')
  await lookTwice(desk, 'certificates')
  await desk.press('Xem lại rồi cấp')
  await desk.press('Cấp 3 chứng chỉ')
  await desk.see('Sổ cấp của lớp: 3')
  await endTwo(desk)
  await desk.see('Sổ cấp của lớp: 4')
  await lookTwice(desk, 'certificates-issued')
  await picture(desk, 'certificates')
  await desk.press('Xong việc cấp chứng chỉ')
  await desk.press('Đóng lớp')
  await desk.see('Đã kết thúc')
  await desk.leave()
}

async function endTwo(desk: Visitor): Promise<void> {
  const before = (await registerOf(desk)).valid
  await revoke(desk)
  await reissue(desk)
  const { valid, revoked, reissued } = await registerOf(desk)
  expect([valid.length, revoked.length, reissued.length]).toEqual([before.length - 1, 1, 1])
  const fresh = valid.filter((number) => !before.includes(number)).map(sequenceOf)
  expect(fresh).toEqual([Math.max(...before.map(sequenceOf)) + 1])
}

async function revoke(desk: Visitor): Promise<void> {
  await desk.page
    .getByRole('button', { name: /^Thu hồi/ })
    .first()
    .click()
  await desk.giveReason('Cấp nhầm người.', 'Thu hồi chứng chỉ này')
  await desk.see(/^Đã thu hồi/)
}

/** The class of the reason is chosen, since the public is told that much of it. */
async function reissue(desk: Visitor): Promise<void> {
  await desk.page
    .getByRole('button', { name: /^Cấp lại/ })
    .first()
    .click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Loại lý do' }).selectOption('Giấy cũ bị hỏng')
  await dialog.getByRole('button', { name: 'Cấp lại chứng chỉ này' }).click()
  await dialog.getByRole('link', { name: 'Lý do: chưa điền.' }).waitFor()
  await lookTwice(desk, 'certificate-reissuing')
  await desk.giveReason('Giấy ướt mưa, không đọc được.', 'Cấp lại chứng chỉ này')
  await desk.see(/^Đã cấp lại/)
}

const registerNo = /^\d{4}\/\d{4}\/CN-/
const sequenceOf = (number: string) => Number(number.split('/')[0])

/** The numbers of the class's part of the register by how each paper stands. */
async function registerOf({ page }: Visitor) {
  const papers = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: registerNo }) })
  await papers.first().waitFor()
  const numbersOf = (state: string) =>
    papers
      .filter({ has: page.getByText(new RegExp(`^${state}`)) })
      .getByRole('link', { name: registerNo })
      .allInnerTexts()
  return {
    valid: await numbersOf('Hợp lệ'),
    revoked: await numbersOf('Đã thu hồi'),
    reissued: await numbersOf('Đã cấp lại'),
  }
}

/** Anybody, without a script and by number alone: what is valid, taken back or replaced. */
export async function lookUp(walk: Walk): Promise<void> {
  const desk = await walk.visit('khai.dq')
  await desk.go(`${await here(walk)}/certificates`)
  await lookUpAll(desk)
}

async function lookUpAll(desk: Visitor): Promise<void> {
  const { valid, revoked, reissued } = await registerOf(desk)
  await desk.leave()
  const asked = [
    ...valid.map((number) => ({ number, verdict: 'HỢP LỆ', name: 'verify-valid' })),
    ...revoked.map((number) => ({ number, verdict: 'ĐÃ THU HỒI', name: 'verify-revoked' })),
    ...reissued.map((number) => ({ number, verdict: 'ĐÃ ĐƯỢC CẤP LẠI', name: 'verify-reissued' })),
  ]
  const anybody = await withoutScripts(phone)
  for (const { number, verdict } of asked) {
    await anybody.go('/verify')
    await anybody.page.getByRole('textbox').fill(number)
    await anybody.press('Tra cứu')
    await anybody.see(verdict)
  }
  await anybody.see('Giấy này đã được thay bằng giấy khác. Hãy hỏi người có tên số của giấy mới.')
  await anybody.leave()
  // axe is a script itself: the same answers are looked at where scripts may run
  const looking = await stranger(phone)
  for (const { number, name } of asked.slice(1)) {
    await looking.go(`/verify?q=${encodeURIComponent(number)}`)
    await lookTwice(looking, name)
    if (name === 'verify-valid') await picture(looking, 'verify')
  }
  await looking.leave()
}
