import { expect, test } from 'vitest'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { fillReview, passOn } from './feedback-pages.ts'
import { lookTwice, phone, type Visitor } from './stage.ts'
import { dayAhead, done, type Walk } from './walk.ts'
import { untilTrue } from '../setup/year-walk.ts'

type Asked = { drafter: string; president: string }

const again = 'Đề nghị giữ lớp buổi tối như bản mới.'

/** The units are asked once more, on the next version: from the leader's reason to the table of both. */
export function reopeningSteps(walk: Walk, asked: () => Asked): void {
  const { visit, thisYear: year } = walk
  const feedback = `/cycles/${year}/feedback`
  const deed = 'Lấy ý kiến lại'

  test('a check that found too much sends both plans back', async () => {
    const checker = await walk.calling('thac.kv')
    const params = { planYear: year }
    const { plans } = done(await checker.call(approvalRoutes.approvalsOfYear, { params }))
    for (const { id: planId } of plans) {
      const dossier = () => checker.call(approvalRoutes.dossier, { params: { planId } })
      // its process opens it
      await untilTrue(async () => done(await dossier()).approval !== null)
      const { approval } = done(await dossier())
      const found = { outcome: 'RETURNED', remark: 'Chỉ tiêu sửa nhiều, nên hỏi lại.' } as const
      const given = { params: { approvalId: approval?.id ?? '' }, body: found }
      done(await checker.call(approvalRoutes.checkContent, given))
    }
  })

  test('the leader reads whom it asks and on which drafts, and gives the reason and the day', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(feedback)
    await leader.press(deed)
    const dialog = leader.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^Hạn/ }).fill(await dayAhead(walk, 12))
    await dialog.getByText(/12 ngày làm việc/).waitFor()
    await lookTwice(leader, 'reopening-dialog')
    await leader.giveReason('Chỉ tiêu đã sửa nhiều sau lần 1.', deed)
    await leader.see('Lần 2')
    await lookTwice(leader, 'reopening-board')
    await leader.leave()
  })

  test('a unit reads beside the empty form what it said about draft 1, and answers once more', async () => {
    const drafter = await visit(asked().drafter)
    await drafter.go(feedback)
    await drafter.see(/^Liên đoàn lấy ý kiến lại, về dự thảo lần \d/)
    await drafter.page.getByText('Đơn vị đã nói gì về dự thảo lần 1').click()
    await lookTwice(drafter, 'reopening-answer')
    await drafter.go(`${feedback}?step=general`)
    for (const plan of await drafter.page
      .getByRole('radio', { name: 'Nhất trí', exact: true })
      .all())
      await plan.check()
    await drafter.page.getByRole('checkbox', { name: /^Giữ nguyên ý kiến tại phiếu/ }).check()
    await drafter.write(/^Kiến nghị, giải pháp/, again)
    await lookTwice(drafter, 'reopening-keeping')
    await drafter.save()
    await drafter.go(`${feedback}?step=review`)
    await drafter.see(/^Giữ nguyên, theo phiếu/)
    await fillReview(drafter, 'Lê Thị Bến')
    await passOn(drafter)
    await drafter.leave()
    const president = await visit(asked().president, phone)
    await president.go(feedback)
    await president.press('Ký, gửi góp ý')
    await president.see('Đã gửi góp ý')
    await lookTwice(president, 'reopening-signed')
    await president.leave()
  })

  test('it is closed for good, and the table tells the two rounds apart', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(feedback)
    await leader.press('Đóng sớm')
    await leader.giveReason('Các đơn vị đã xem bản mới.', 'Đóng đợt góp ý')
    await mustBeRefused(leader, deed)
    await leader.press('Lần 1')
    await leader.page.waitForURL(/round=1/)
    await mustBeRefused(leader, deed)
    await lookTwice(leader, 'reopening-first')
    await leader.leave()
    const department = await visit('khai.dq')
    await department.go(`/cycles/${year}/revision`)
    await department.see(/Lần 1: 42\/43 đơn vị trả lời. Lần 2: 1\/43 đơn vị trả lời/)
    await department.see(again)
    await department.see('(lần 2)')
    await lookTwice(department, 'reopening-table')
    expect(department.complaints).toEqual([])
    await department.leave()
  })
}

async function mustBeRefused({ page, see }: Visitor, deed: string): Promise<void> {
  await see('Mỗi năm chỉ lấy ý kiến lại một lần, và năm nay đã lấy ý kiến lại.')
  expect(await page.getByRole('button', { name: deed }).getAttribute('aria-disabled')).toBe('true')
}
