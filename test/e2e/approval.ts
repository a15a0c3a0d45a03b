import { expect, test } from 'vitest'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { accountsRoutes } from '../../domain/federation/accounts.contract.ts'
import { lookTwice, phone, picture, type Visitor } from './stage.ts'
import { done, type Walk } from './walk.ts'

/** Step 4: checked, voted on, signed, numbered, issued. */
export function approvalSteps(walk: Walk): void {
  const { year, visit } = walk
  const here = `/cycles/${year}/approval`

  test('content and form are checked by two people', async () => {
    const content = await visit('thac.kv')
    await content.go(here)
    await lookTwice(content, 'checks')
    await content.press('Nội dung đạt')
    await content.see('Đạt, đ/c Kiều Văn Thạc')
    await content.leave()
    const form = await visit('nga.lt')
    await form.go(here)
    await form.press('Thể thức đạt')
    await form.see('Đạt, đ/c Lâm Tuyết Nga')
    await form.leave()
  })

  test('a member reads and votes on a phone: cards, check page, confirmation', async () => {
    const member = await visit('truong.nb', phone)
    await member.go(here)
    await lookTwice(member, 'dossier')
    await picture(member, 'vote')
    await castBallot(member, () => lookTwice(member, 'ballot-check'))
    await lookTwice(member, 'ballot-done')
    await member.leave()
  })

  test('the committee reaches its quorum', () => otherMembersVote(walk))

  test('the chair closes the vote early and signs', async () => {
    const chair = await visit('nghia.dh')
    await chair.go(here)
    await chair.press('Đóng phiếu sớm')
    await chair.giveReason('Đã đủ số phiếu, không còn ý kiến khác.', 'Đóng phiếu sớm')
    await chair.see('Đã thông qua')
    await chair.page.getByRole('button', { name: 'Ký', exact: true }).click()
    await chair.press('Ký kế hoạch này')
    await chair.see(/^Đã ký: Đặng Hữu Nghĩa/)
    await lookTwice(chair, 'signed')
    await chair.leave()
  })

  test('the records clerk takes the next number and issues the plan', async () => {
    const clerk = await visit('nhai.bt')
    await clerk.go('/papers')
    await lookTwice(clerk, 'papers')
    await clerk.press('Cấp số')
    const dialog = clerk.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Cấp số' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await clerk.press('Ban hành')
    await clerk.see(/^Văn bản được gửi đến 43 đơn vị/)
    await dialog.getByRole('button', { name: 'Ban hành' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await clerk.see('Không có kế hoạch nào chờ cấp số.')
    await clerk.leave()
  })

  test('a unit sees the answer to each of its comments', async () => {
    const unit = await visit('lua.ht')
    await unit.go(`/cycles/${year}/feedback`)
    await unit.see('Giải trình: 5/5 ý kiến đã có trả lời')
    await unit.see('Số học viên: 120 → 90')
    await unit.see('Rút ngắn phần lý thuyết; bài tập do từng lớp chọn.')
    await lookTwice(unit, 'outcomes')
    await unit.leave()
  })

  test('the issued plan prints with motto, number and an annex of 40 classes', async () => {
    const unit = await visit('lua.ht')
    const { plan } = await dossierOf(walk)
    await unit.go(`/print/plans/${plan.id}`)
    await unit.see('Độc lập - Tự do - Hạnh phúc')
    await unit.see('Số: 08/KH-LĐLĐ')
    expect(await unit.page.locator('tbody tr').count()).toBeGreaterThanOrEqual(40)
    await unit.press('Xác nhận đã nhận')
    await unit.see(/^Đơn vị đã nhận lúc/)
    await lookTwice(unit, 'issued-plan')
    await picture(unit, 'issued-plan')
    await unit.leave()
  })

  test('the year stands at its classes', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(`/cycles/${year}`)
    await leader.page.locator('li[aria-current="step"]', { hasText: 'Mở lớp' }).waitFor()
    await lookTwice(leader, 'cycle-classes')
    await leader.leave()
  })
}

async function dossierOf({ calling, year }: Walk) {
  const leader = await calling('nghia.dh')
  const { plans } = done(await leader.call(routes.approvalsOfYear, { params: { planYear: year } }))
  const [plan] = plans
  if (!plan) throw new Error('no plan was submitted')
  return done(await leader.call(routes.dossier, { params: { planId: plan.id } }))
}

/** As many other members as the quorum wants, each on a phone of their own. */
async function otherMembersVote(walk: Walk): Promise<void> {
  const { approval } = await dossierOf(walk)
  if (!approval) throw new Error('nothing is voted on')
  const administrator = await walk.calling('quan.tm')
  const { accounts } = done(await administrator.call(accountsRoutes.accounts, {}))
  const members = accounts
    .filter(({ roles, username }) => roles.includes('committeeMember') && username !== 'truong.nb')
    .slice(0, approval.quorum - approval.voted)
  for (const { username } of members) {
    const member = await walk.visit(username, phone)
    await member.go(`/cycles/${walk.year}/approval`)
    await castBallot(member)
    await member.leave()
  }
}

async function castBallot(member: Visitor, meanwhile = async () => {}): Promise<void> {
  await member.page.getByRole('radio', { name: /^Đồng ý Thông qua/ }).check()
  await member.press('Xem lại phiếu')
  await member.see('Xem lại phiếu trước khi gửi')
  await meanwhile()
  await member.press('Gửi phiếu “Đồng ý”')
  await member.see('Đã gửi phiếu “Đồng ý”')
}
