import { expect, test } from 'vitest'
import { pdf } from '../setup/real-files.ts'
import { readPdf } from '../setup/read-pdf.ts'
import { eveningQuestion, ownQuestion } from './draft.ts'
import { fillReview, passOn } from './feedback-pages.ts'
import { afterTheClose, beforeTheClose, type Caught } from './late-writing.ts'
import { look, lookTwice, phone, picture, type Visitor } from './stage.ts'
import { dayAhead, type Walk } from './walk.ts'

/** Step 2: from the obligation in the inbox to the closed round. */
export function feedbackSteps(walk: Walk): void {
  const { year, visit } = walk
  const here = `/cycles/${year}/feedback`

  test('a unit’s drafter reads the draft and states the stance', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(here)
    await look(drafter, 'answer-read')
    await drafter.press('Đã đọc, sang ý kiến chung')
    await drafter.page.getByRole('radio', { name: 'Cơ bản nhất trí, kèm ý kiến' }).check()
    await drafter.write(/^Nhận xét chung/, 'Kế hoạch rõ, sát nhu cầu của cơ sở.')
    await lookTwice(drafter, 'answer-general')
    await drafter.press('Ghi, sang bước 3')
    await drafter.see(/^Đã lưu \d/)
    await drafter.leave()
  })

  test('comments on clauses: two new wordings and a question', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=places`)
    await proposeWording(
      drafter,
      'II.1',
      'Mở lớp ban đêm cho cán bộ làm ca.',
      'Nhiều cán bộ làm ca.',
    )
    await lookTwice(drafter, 'answer-clause')
    await clause(drafter, 'II.1').locator('input[type=file]').setInputFiles(minutes)
    await drafter.page.getByRole('link', { name: minutes.name }).waitFor()
    await lookTwice(drafter, 'answer-clause-file')
    await picture(drafter, 'feedback')
    await proposeWording(drafter, 'I.2', 'Nội dung ngắn, có bài tập.', 'Thời gian học có hạn.')
    const asked = clause(drafter, 'I.1')
    await asked.getByRole('button', { name: 'Hỏi' }).click()
    await asked.getByRole('textbox', { name: 'Câu hỏi' }).fill('Cán bộ mới học lớp nào trước?')
    await drafter.save()
    await drafter.leave()
  })

  test('asks for other figures of two classes, which stand beside those of the draft', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=places`)
    await askForSeats(drafter, 'L01', { by: -30, why: fewerSeats })
    await drafter.see(/^Số học viên: \d+ → \d+$/)
    await lookTwice(drafter, 'answer-class')
    await askForSeats(drafter, 'L02', { by: 30, why: moreSeats })
    await drafter.save()
    await drafter.leave()
  })

  test('asks to change a target that was assigned, and gives the reasons', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=targets`)
    await drafter.write(/^Đơn vị đề nghị: Tập huấn, bồi dưỡng cho/, '90')
    await drafter.page.getByRole('combobox', { name: /^Lý do/ }).selectOption('Không đủ người')
    await drafter.write('Đặc thù của đơn vị', 'Phường có ít cơ sở đông đoàn viên.')
    await drafter.write('Tính khả thi của số đề nghị', 'Có 90 người đăng ký học.')
    await lookTwice(drafter, 'answer-targets')
    await drafter.press('Ghi, sang bước 5')
    await drafter.save()
    await drafter.leave()
  })

  test('answers the department’s own questions; one answer asks the next question', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=questions`)
    await drafter.page.getByText(eveningQuestion).waitFor({ state: 'hidden' })
    await drafter.page.getByRole('radio', { name: 'Buổi tối' }).check()
    await drafter.see(eveningQuestion)
    await drafter.save()
    await drafter.go(`${here}?step=review`)
    await drafter.press(`Trả lời câu hỏi: ${eveningQuestion}`)
    await drafter.write(eveningQuestion, 'Có, hội trường 120 chỗ.')
    await lookTwice(drafter, 'answer-questions')
    await drafter.save()
    await drafter.leave()
  })

  test('reviews everything and passes it to the president', async () => {
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=review`)
    await fillReview(drafter, 'Phạm Đức Thuỷ')
    await lookTwice(drafter, 'answer-review')
    await passOn(drafter)
    await drafter.leave()
  })

  test('the president gives it back on a phone; the drafter mends it and passes it on', async () => {
    const president = await visit('thuy.pd', phone)
    await president.go(here)
    await president.see('Phiếu góp ý chờ đồng chí ký')
    await president.page.getByRole('link', { name: minutes.name }).waitFor()
    await president.see('Có, hội trường 120 chỗ.')
    await lookTwice(president, 'answer-president')
    await picture(president, 'answer-president')
    await president.press('Trả lại')
    await president.giveReason('Nêu rõ hơn số người làm ca.', 'Trả lại')
    await president.leave()
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=places`)
    await drafter.see('“Nêu rõ hơn số người làm ca.”')
    const opened = clause(drafter, 'II.1')
    await opened.getByRole('button', { name: 'Sửa' }).click()
    await opened.getByRole('textbox', { name: 'Lý do' }).fill('Có 240 cán bộ làm ca.')
    await drafter.save()
    await drafter.go(`${here}?step=review`)
    await passOn(drafter)
    await drafter.leave()
  })

  test('the president signs, takes it back and sends it again', async () => {
    const president = await visit('thuy.pd', phone)
    await president.go(here)
    await president.press('Ký, gửi góp ý')
    await president.see('Đã gửi góp ý')
    await lookTwice(president, 'answer-sent')
    await president.press('Rút lại để sửa')
    await president.giveReason('Bổ sung một con số.', 'Rút lại để sửa')
    await president.leave()
    const drafter = await visit('lua.ht')
    await drafter.go(`${here}?step=review`)
    await passOn(drafter)
    await drafter.leave()
    const again = await visit('thuy.pd', phone)
    await again.go(here)
    await again.press('Ký, gửi góp ý')
    await again.see(/GY-\d+-\d+\/2/)
    await again.press('In phiếu')
    await again.see('Độc lập - Tự do - Hạnh phúc')
    await lookTwice(again, 'answer-print')
    const pages = readPdf(await again.page.pdf({ preferCSSPageSize: true }))
    expect(pages.length).toBeLessThanOrEqual(3)
    const printed = pages.join(' ').replaceAll(/\s/g, '')
    for (const words of [
      'PHIẾU GÓP Ý',
      'Mở lớp ban đêm cho cán bộ làm ca.',
      'Có, hội trường 120 chỗ.',
      'Bản ký lần 2',
      minutes.name,
    ])
      expect(printed).toContain(words.replaceAll(' ', ''))
    expect(printed).not.toContain('Inphiếu')
    await again.leave()
  })

  test('a unit asks for more time on a phone, and reads why it gets none', async () => {
    const drafter = await visit('nga.vt', phone)
    await drafter.go(here)
    await drafter.press('Xin gia hạn')
    await drafter.write('Xin đến ngày', await dayAhead(walk, 15))
    await drafter.giveReason('Phường đang kiện toàn Ban Chấp hành.', 'Gửi đề nghị')
    await drafter.see(/Đang chờ Liên đoàn trả lời/)
    await lookTwice(drafter, 'answer-asks-time')
    const head = await visit('nhan.vth')
    await head.go('/')
    await head.see(/xin gia hạn góp ý/)
    await head.go(here)
    await head.see(/^Đơn vị xin đến/)
    await lookTwice(head, 'board-asked')
    await head.press(/^Từ chối gia hạn/)
    await head.giveReason('Liên đoàn phải trình trong tuần.', 'Từ chối gia hạn')
    await head.leave()
    await drafter.go(here)
    await drafter.see(/Không được gia hạn: “Liên đoàn phải trình trong tuần.”/)
    await drafter.leave()
  })

  test('a second unit answers too', () => answerPlainly(walk))

  test('the department sees who is waited for, reminds and grants more time', async () => {
    const head = await visit('nhan.vth')
    await head.go(here)
    await head.see('2/43 đơn vị đã gửi, còn 41')
    await head.page.getByRole('checkbox').nth(1).check()
    await head.see('Xem trước lời nhắc')
    await lookTwice(head, 'board')
    await picture(head, 'board')
    await head.press('Gửi tới 1 đơn vị')
    await head.see(/^Nhắc lại được từ/)
    await head.press(/^Gia hạn/)
    const later = await dayAhead(walk, 15)
    await head.write('Hạn mới', later)
    await head.giveReason('Đơn vị đang kiện toàn Ban Chấp hành.', 'Gia hạn')
    await head.see(`được gia hạn đến ${later.slice(0, 5)}`)
    await head.leave()
  })

  test('a blank form is printed to be filled in by hand', async () => {
    const drafter = await visit('nga.vt')
    await drafter.go(`/print/cycles/${year}/blank-answer`)
    await drafter.see('Độc lập - Tự do - Hạnh phúc')
    await lookTwice(drafter, 'answer-blank')
    const pages = readPdf(await drafter.page.pdf({ preferCSSPageSize: true }))
    const printed = pages.join(' ').replaceAll(/\s/g, '')
    for (const words of [ownQuestion, `Chỉ hỏi khi câu “${ownQuestion}” trả lời: Buổi tối`])
      expect(printed).toContain(words.replaceAll(' ', ''))
    await drafter.leave()
  })

  test('the department reads what was answered, and takes one question back', async () => {
    const head = await visit('nhan.vth')
    await head.go(here)
    await head.press('Câu hỏi của ban')
    await head.see('1/2 phiếu trả lời')
    await head.press(/^Xem từng đơn vị.*buổi tối/)
    await head.see('Có, hội trường 120 chỗ.')
    await lookTwice(head, 'own-answers')
    await head.press('Sửa câu hỏi')
    await head.press('Bỏ câu 2')
    await head.press('Sửa và báo các đơn vị')
    await head.giveReason('Đã đủ thông tin về hội trường.', 'Sửa và báo các đơn vị')
    await head.see(/^Bản 2, .* Lý do: Đã đủ thông tin về hội trường/)
    await head.leave()
  })

  let caught: Caught | undefined
  test('one unit is still writing, and the president of another about to sign', async () => {
    caught = await beforeTheClose(walk)
  })

  test('the leader sees whom an early close cuts off, and closes with a reason', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(here)
    await leader.press('Đóng sớm')
    await leader.see('41 đơn vị không còn gửi được nữa')
    await lookTwice(leader, 'closing')
    await leader.giveReason('Các đơn vị lớn đã trả lời.', 'Đóng đợt góp ý')
    await leader.see('2/43 đơn vị đã trả lời, 41 không có ý kiến')
    await leader.leave()
  })

  test('after the close nobody writes or signs, and what was typed stays', () => {
    if (!caught) throw new Error('nobody was in the middle of it')
    return afterTheClose(caught)
  })
}

/** What the unit sends along with its opinion on II.1. */
export const minutes = {
  name: 'Biên bản góp ý.pdf',
  mimeType: 'application/pdf',
  buffer: pdf(),
}

const clause = ({ page }: Visitor, code: string) => page.locator(`section[id$=":CLAUSE:${code}"]`)

async function proposeWording(visitor: Visitor, code: string, wording: string, reason: string) {
  const place = clause(visitor, code)
  await place.getByRole('button', { name: 'Đề nghị sửa' }).click()
  await place.getByRole('textbox', { name: 'Câu chữ đồng chí đề nghị' }).fill(wording)
  await place.getByRole('textbox', { name: 'Lý do' }).fill(reason)
  await visitor.save()
}

export const fewerSeats = 'Phường có ít cán bộ mới.'
export const moreSeats = 'Lớp này thiếu chỗ năm trước.'

async function askForSeats(
  { page }: Visitor,
  code: string,
  { by, why }: { by: number; why: string },
) {
  const line = page.locator(`section[id$=":LINE:${code}"]`)
  await line.getByRole('button', { name: 'Đề nghị sửa' }).click()
  const seats = line.getByRole('textbox', { name: 'Số học viên' })
  await seats.fill(String(Number(await seats.inputValue()) + by))
  await line.getByRole('textbox', { name: 'Lý do' }).fill(why)
}

/** A unit without objections. */
async function answerPlainly({ visit, year }: Walk): Promise<void> {
  const here = `/cycles/${year}/feedback`
  const drafter = await visit('nga.vt')
  await drafter.go(`${here}?step=general`)
  await drafter.page.getByRole('radio', { name: 'Nhất trí', exact: true }).check()
  await drafter.save()
  await drafter.go(`${here}?step=questions`)
  await drafter.page.getByRole('radio', { name: 'Ba ngày liền' }).check()
  await drafter.save()
  await drafter.go(`${here}?step=review`)
  await fillReview(drafter, 'Nguyễn Văn Đức')
  await passOn(drafter)
  await drafter.leave()
  const president = await visit('duc.nd', phone)
  await president.go(here)
  await president.press('Ký, gửi góp ý')
  await president.see('Đã gửi góp ý')
  await president.leave()
}
