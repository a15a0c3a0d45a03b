import { expect, test } from 'vitest'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { address, lookTwice, picture } from './stage.ts'
import { done, type Walk } from './walk.ts'

/** Step 8: movement, the year-end board, the close, and what goes over into the next draft. */
export function closeSteps(walk: Walk): void {
  const { thisYear, year, visit } = walk
  const past = thisYear - 1
  const results = `/cycles/${year}/results`

  test('a unit’s month that has not come is not asked for; a sent one is corrected with the reason', () =>
    correctMovement(walk))

  test('the board of last year shows each target, and each number opens its rows', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(`/cycles/${past}/results`)
    await lookTwice(leader, 'results-past')
    await picture(leader, 'results')
    await leader.page
      .getByRole('region', { name: /^M2/ })
      .getByRole('link', { name: /xem danh sách/ })
      .first()
      .click()
    await leader.page.getByRole('heading', { level: 1, name: /^Biến động/ }).waitFor()
    await leader.leave()
  })

  test('the board of the walked year stands planned against done, and goes out as a workbook', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(results)
    await lookTwice(leader, 'results-year')
    await leader.page
      .getByRole('region', { name: /^T4/ })
      .getByRole('link', { name: /xem danh sách/ })
      .first()
      .click()
    await leader.page.getByRole('heading', { level: 1, name: /^T4/ }).waitFor()
    await leader.see(/^Danh sách được tính: \d/)
    await lookTwice(leader, 'figure-rows')
    const file = await leader.page.request.get(
      `${address()}/api/cycles/${year}/results/export.xlsx`,
    )
    expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
    await leader.leave()
  })

  test('the leader closes the year with what is unfinished before the eyes, and says why', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(results)
    await leader.press('Kết thúc năm')
    await leader.see(/kiến nghị/)
    await lookTwice(leader, 'closing-year')
    const dialog = leader.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Lý do kết thúc lúc này' }).fill(closingReason)
    await dialog.getByRole('button', { name: 'Kết thúc năm' }).click()
    await leader.see('Năm này đã kết thúc.')
    await lookTwice(leader, 'closed-year')
    await leader.leave()
  })

  test('the next year is opened, and its plan begun', () => beginNext(walk))
  test('the head takes what is unfinished into the next draft, or leaves it with a reason', () =>
    carryOver(walk))
}

const closingReason = 'Năm thử nghiệm khép lại sớm; việc dở dang chuyển sang năm sau.'

async function correctMovement({ thisYear, year, visit }: Walk): Promise<void> {
  const unit = await visit('thuy.pd')
  await unit.go(`/cycles/${year}/movement`)
  await unit.see('Chưa hết tháng')
  await unit.go(`/cycles/${thisYear - 1}/movement`)
  await unit.page
    .getByRole('button', { name: /^Sửa số đã gửi/ })
    .first()
    .click()
  const won = unit.page.getByRole('dialog').getByRole('textbox').first()
  await won.fill(String(Number((await won.inputValue()).replace('.', '')) + 5))
  await unit.write('Lý do sửa', 'Bổ sung 05 đoàn viên mới kết nạp cuối tháng.')
  await lookTwice(unit, 'movement-correction')
  await unit.press('Ghi')
  await unit.see(/Đã sửa 1 lần/)
  await unit.leave()
}

async function beginNext({ year, visit }: Walk): Promise<void> {
  const next = year + 1
  const leader = await visit('nghia.dh')
  await leader.go(`/cycles/${year}`)
  const open = `Mở chu trình năm ${next}`
  await leader.press(open)
  await leader.page.getByRole('dialog').getByRole('button', { name: open }).click()
  await leader.page.getByRole('heading', { level: 1, name: new RegExp(`năm ${next}`) }).waitFor()
  await leader.leave()
  const head = await visit('nhan.vth')
  await head.go(`/cycles/${next}`)
  await head.press('Không khảo sát nhu cầu')
  await head.giveReason('Nhu cầu chưa được học đã có trong việc chuyển sang.', 'Xác nhận')
  await head.see('không khảo sát')
  await head.leave()
  const drafter = await visit('khai.dq')
  await drafter.go(`/cycles/${next}/draft`)
  await drafter.press(`Chép kế hoạch năm ${year}`)
  await drafter.see('Danh mục khớp với số lớp, số học viên kế hoạch nêu')
  await drafter.leave()
}

async function carryOver(walk: Walk): Promise<void> {
  const { year, visit } = walk
  const [notRun, left, remedy] = await offered(walk)
  const head = await visit('nhan.vth')
  await head.go(`/cycles/${year + 1}/draft`)
  await head.page.getByText(`Việc chuyển từ năm ${year}`).click()
  await lookTwice(head, 'carried-over')
  await head.press(`Chuyển vào dự thảo ${notRun}`)
  await head.see(`Đã chuyển thành ${notRun.split('-')[0]}`)
  await head.press(`Chuyển vào dự thảo ${remedy}`)
  await head.see(/^Đã chuyển thành VI\.\d/)
  await head.press(`Để lại ${left}`)
  await head.giveReason('Đối tượng đã học ở lớp khác trong năm.', 'Để lại')
  await head.see('Để lại: Đối tượng đã học ở lớp khác trong năm.')
  await head.page.locator('#muc-annex').getByText(`chuyển từ ${notRun}`).waitFor()
  await lookTwice(head, 'carried-taken')
  await picture(head, 'carried-over')
  await head.leave()
}

/** A class to take, one to leave, and a remedy: what the closed year really left. */
async function offered({ calling, year }: Walk): Promise<[string, string, string]> {
  const head = await calling('nhan.vth')
  const given = { params: { planYear: year + 1 } }
  const { plans } = done(await head.call(draftRoutes.plansOfCycle, given))
  const planId = plans.find(({ planType }) => planType === 'TRAINING')?.id ?? ''
  const { matters } = done(await head.call(draftRoutes.unfinished, { params: { planId } }))
  const origins = (kind: string) =>
    matters
      .filter((matter) => matter.kind === kind && matter.outcome === null)
      .map(({ origin }) => origin)
  const [first, second] = origins('CLASS')
  const [remedy] = origins('REMEDY')
  if (!first || !second || !remedy) throw new Error('the closed year left nothing to carry over')
  return [first, second, remedy]
}
