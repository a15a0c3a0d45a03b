import { expect, test } from 'vitest'
import { parseDay, weekdayOf } from '../../domain/grammar/day.ts'
import { say } from '../../domain/text/say.ts'
import { look, lookTwice, picture, type Visitor } from './stage.ts'
import { dayAhead, type Walk } from './walk.ts'

/** Step 1: from the opened year to version 1, published for consultation. */
export function draftSteps(walk: Walk): void {
  const { thisYear, year, visit } = walk
  test('the leader opens the next year early', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(`/cycles/${thisYear}`)
    await lookTwice(leader, 'cycle')
    await picture(leader, 'cycle')
    await leader.press('Thao tác')
    await leader.press(`Mở chu trình năm ${year}`)
    await leader.page
      .getByRole('dialog')
      .getByRole('button', { name: /Mở chu trình/ })
      .click()
    await leader.page.getByRole('heading', { level: 1, name: new RegExp(`năm ${year}`) }).waitFor()
    await leader.leave()
  })

  test('the head of department goes on without a needs survey, and says why', async () => {
    const head = await visit('nhan.vth')
    await head.go(`/cycles/${year}`)
    await head.press('Không khảo sát nhu cầu')
    await head.giveReason('Nhu cầu đã rà soát cùng kế hoạch trước.', 'Xác nhận')
    await head.see('không khảo sát')
    await head.leave()
  })

  test('the drafter copies this year’s plan; what is typed is saved and stays', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`/cycles/${year}/draft`)
    await lookTwice(drafter, 'draft-begin')
    await drafter.press(`Chép kế hoạch năm ${thisYear}`)
    await drafter.see('Danh mục khớp với số lớp, số học viên kế hoạch nêu')
    await drafter.press(/mở mục II\.1 để viết/)
    const saved = drafter.page.waitForResponse(
      (reply) => reply.request().method() === 'PUT' && reply.ok(),
    )
    await drafter.write('Nội dung sẽ in', clauseWords)
    await saved
    await drafter.see(/^Đã lưu \d/)
    await lookTwice(drafter, 'draft')
    await picture(drafter, 'draft')
    await drafter.go(`/cycles/${year}/draft`)
    await drafter.see(clauseWords)
    await drafter.leave()
  })

  test('a term of nine hundred years is refused with the reason', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`/cycles/${year}/draft?at=head`)
    await drafter.write('Nhiệm kỳ', '2018-2923')
    await drafter.see('Nhiệm kỳ kéo dài năm năm, ví dụ 2023–2028.')
    await look(drafter, 'draft-term')
    await drafter.write('Nhiệm kỳ', '2023-2028')
    await drafter.page.getByText('Nhiệm kỳ kéo dài năm năm').waitFor({ state: 'hidden' })
    await drafter.save()
    await drafter.leave()
  })

  test('seats that do not add up to the headline keep the plan back', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`/cycles/${year}/draft?at=L01`)
    const seats = drafter.page.getByRole('textbox', { name: 'Học viên' })
    const before = await seats.inputValue()
    await seats.fill(String(Number(before) + 10))
    await drafter.see('Phụ lục cộng lại 3.930 học viên, còn chỉ tiêu ghi 3.920.')
    await look(drafter, 'draft-mismatch')
    expect(await isBlocked(drafter, 'Trình lãnh đạo ban')).toBe(true)
    await seats.fill(before)
    await drafter.see('Danh mục khớp với số lớp, số học viên kế hoạch nêu')
    await drafter.press('Trình lãnh đạo ban')
    await drafter.see('Chờ lãnh đạo ban')
    await drafter.leave()
  })

  test('the department prepares the round: whom it asks, and two questions of its own', async () => {
    const drafter = await visit('khai.dq')
    await drafter.go(`/cycles/${year}/draft`)
    await drafter.press('Chuẩn bị lấy ý kiến')
    await drafter.see('Đang mời 43 đơn vị')
    await drafter.page.getByRole('checkbox', { name: 'Hội nghị' }).check()
    await addQuestion(drafter, 1, ownQuestion)
    const first = question(drafter, 1)
    await first.getByRole('combobox', { name: 'Dạng trả lời' }).selectOption('Chọn một')
    for (const [index, label] of ['Ba ngày liền', 'Buổi tối'].entries()) {
      await first.getByRole('button', { name: 'Thêm lựa chọn' }).click()
      await first.getByRole('textbox', { name: `Lựa chọn ${index + 1}` }).fill(label)
    }
    await addQuestion(drafter, 2, eveningQuestion)
    const second = question(drafter, 2)
    await second.getByRole('checkbox', { name: 'Bắt buộc trả lời' }).check()
    await second.getByRole('combobox', { name: 'Chỉ hỏi khi' }).selectOption({ index: 1 })
    await second.getByRole('checkbox', { name: 'Buổi tối' }).check()
    await drafter.save()
    await lookTwice(drafter, 'round-preparation')
    await picture(drafter, 'round-preparation')
    await drafter.page.reload()
    await drafter.page.getByRole('textbox', { name: 'Lựa chọn 2' }).waitFor()
    await drafter.leave()
  })

  test('the head tries the form as a unit will have it; nothing of it is kept', async () => {
    const head = await visit('nhan.vth')
    await head.go(`/cycles/${year}/draft`)
    await head.press('Thử phiếu góp ý')
    await head.see('Bản thử: không gì được ghi, không gì được gửi.')
    await head.page
      .getByRole('combobox', { name: 'Xem như đơn vị' })
      .selectOption({ label: 'Công đoàn phường Bến Trúc' })
    await head.see(/^Như Công đoàn phường Bến Trúc sẽ thấy/)
    await head.press('Ý kiến chung')
    await head.page.getByRole('radio', { name: 'Nhất trí', exact: true }).first().check()
    await lookTwice(head, 'rehearsal')
    await head.press('Câu hỏi của ban')
    await head.page.getByRole('radio', { name: 'Buổi tối' }).check()
    await head.see(eveningQuestion)
    await head.press('Xem lại, trình Chủ tịch')
    await head.see('Bản thử dừng ở đây. Đơn vị sẽ bấm Trình Chủ tịch.')
    await head.page.reload()
    await head.see('Chọn ý kiến chung về dự thảo này.')
    await head.leave()
  })

  test('the head sends it on, the leader agrees that it opens on a day, and then has it open now', async () => {
    const head = await visit('nhan.vth')
    await head.go(`/cycles/${year}/draft`)
    await head.press('Trình lãnh đạo Liên đoàn')
    await head.see('Chờ lãnh đạo Liên đoàn')
    await head.leave()
    const leader = await visit('nghia.dh')
    await leader.go(`/cycles/${year}/draft`)
    await leader.press('Đồng ý lấy ý kiến')
    await leader.see('43 công đoàn cấp trên trực tiếp cơ sở')
    await leader.see('2 câu')
    await leader.see('Ngay khi đồng chí đồng ý')
    const day = await dayAhead(walk, 3)
    await leader.write('Ngày mở', day)
    await leader.see(`08:00 ${weekdayOn(day)} ${day}`)
    await lookTwice(leader, 'publish')
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Đồng ý lấy ý kiến' }).click()
    await leader.see('Đang lấy ý kiến')
    await openNow(leader, { year, day })
    await leader.leave()
  })
}

/** The page of a round that is planned, from which the leader opens it at once. */
async function openNow(leader: Visitor, { year, day }: { year: number; day: string }) {
  await leader.go(`/cycles/${year}/feedback`)
  await leader.see(`Đợt góp ý mở lúc 08:00 ${weekdayOn(day)} ${day}`)
  await leader.see(/^Sẽ hỏi 43 đơn vị/)
  await lookTwice(leader, 'planned-round')
  await leader.press('Đổi ngày mở')
  const dialog = leader.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Ngày mở mới' }).fill('')
  await dialog.getByRole('button', { name: 'Mở ngay' }).waitFor()
  await lookTwice(leader, 'move-opening')
  await leader.giveReason('Ban đã chuẩn bị xong.', 'Mở ngay')
  await leader.see('0/43 đơn vị đã gửi, còn 43')
}

const weekdayOn = (written: string) => {
  const read = parseDay(written)
  if (!('day' in read)) throw new Error(`no day: ${written}`)
  return say('vi', `cycle.pages.cycle.weekdaysLong.${weekdayOf(read.day)}`)
}

export const ownQuestion = 'Lớp cho cán bộ mới nên học theo cách nào?'
export const eveningQuestion = 'Đơn vị bố trí được hội trường buổi tối không?'

const question = ({ page }: Visitor, number: number) =>
  page.getByRole('group', { name: `Câu ${number}` })

async function addQuestion(visitor: Visitor, number: number, label: string): Promise<void> {
  await visitor.press('Thêm câu hỏi')
  await question(visitor, number).getByRole('textbox', { name: 'Câu hỏi' }).fill(label)
}

const clauseWords =
  'Mở các lớp theo cụm, gần nơi làm việc, để cán bộ không chuyên trách dự học được đủ buổi.'

/** A deed that cannot be done yet says so instead of vanishing. */
async function isBlocked({ page }: Visitor, deed: string): Promise<boolean> {
  const button = page.getByRole('button', { name: deed })
  return (await button.getAttribute('aria-disabled')) === 'true' || button.isDisabled()
}
