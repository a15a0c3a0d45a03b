import { afterAll, beforeAll, expect, test } from 'vitest'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { readPdf } from '../setup/read-pdf.ts'
import { ownerDatabase } from './behind.ts'
import { fillReview, passOn } from './feedback-pages.ts'
import { reopeningSteps } from './reopening.ts'
import { closeTheatre, lookTwice, phone, picture } from './stage.ts'
import {
  asked,
  chooseAllOpen,
  choosePartly,
  consolidation as view,
  decideAllBut,
  inWords,
  inWorkbook,
  onBusiestPlace,
  sharesOf,
  sum,
  tabTo,
  untilUndecided,
} from './s2-desk.ts'
import { answers, nightClasses, saidBy, unitsOfRound, type Unit, words } from './s2-units.ts'
import { dayAhead, done, walk } from './walk.ts'

/**
 * The day of the article: two drafts before 43 units, 40 classes for 3,920 people, 490 unions and
 * 30,000 members net; one unit is silent, one comes late with more time; every opinion is answered.
 */
const { thisYear: year, visit, calling } = walk
const feedback = `/cycles/${year}/feedback`
const revision = `/cycles/${year}/revision`
let units: Unit[]
let ids: { training: string; membership: string }
const named = (part: string): Unit => {
  const unit = units.find(({ name }) => name.includes(part))
  if (!unit) throw new Error(`there is no ${part}`)
  return unit
}

beforeAll(async () => {
  units = await unitsOfRound(walk)
  const head = await calling('nhan.vth')
  const params = { planYear: year }
  const { plans } = done(await head.call(routes.consolidationOfYear, { params }))
  const idOf = (type: string) => plans.find(({ planType }) => planType === type)?.id ?? ''
  ids = { training: idOf('TRAINING'), membership: idOf('MEMBERSHIP_DEVELOPMENT') }
})
afterAll(closeTheatre)

const silent = 'Hòn Én'
const late = 'Mỹ Đổng'

test('two drafts with the figures of the article lie before 43 units; thirty have answered', async () => {
  const training = await view(ids.training)
  expect(training.annex).toMatchObject({ classes: 40, trainees: 3920 })
  expect(
    (await asked(ids.membership)).targets.map(({ code, headline }) => [code, headline]),
  ).toEqual([
    ['M1', 490],
    ['M2', 30_000],
  ])
  expect(training.rounds).toMatchObject([{ invited: 43, answered: 30 }])
  expect(units.filter(({ isOpen }) => isOpen)).toHaveLength(13)
})

test('eleven more answer in sessions of their own, each as it thinks', async () => {
  const plain = units.filter(
    ({ name, isOpen }) => isOpen && ![silent, late, 'Bến Trúc'].some((part) => name.includes(part)),
  )
  for (const [index, unit] of plain.entries()) await answers(walk, unit, saidBy(index))
  await answers(walk, named('Bến Trúc'), {
    stance: 'AGREE_IN_PRINCIPLE',
    remark: 'Cơ bản đồng tình.',
    more: words,
  })
})

test('a unit asks for more time on a phone; the board finds it among 43, and it is given', async () => {
  const drafter = await visit(named(late).drafter, phone)
  await drafter.go(feedback)
  await drafter.press('Xin gia hạn')
  await drafter.write('Xin đến ngày', await dayAhead(walk, 15))
  await drafter.giveReason('Xã đang kiện toàn Ban Chấp hành.', 'Gửi đề nghị')
  await drafter.see(/Đang chờ Liên đoàn trả lời/)
  await drafter.leave()
  const head = await visit('nhan.vth')
  await head.go(feedback)
  await head.press('Xin thêm thời gian 1')
  await head.see(/^Đơn vị xin đến/)
  expect(await head.page.getByRole('row').count()).toBe(2)
  await lookTwice(head, 's2-asking')
  const later = await dayAhead(walk, 15)
  await head.press(/^Gia hạn/)
  await head.write('Hạn mới', later)
  await head.giveReason('Xã đang kiện toàn Ban Chấp hành.', 'Gia hạn')
  await head.page.getByRole('button', { name: 'Xin thêm thời gian 0' }).waitFor()
  await head.leave()
})

test('the deadline of all goes by; who was given more time still answers', async () => {
  await ownerDatabase((sql) =>
    sql(`update round set due_at = clock_timestamp() - interval '1 minute' where state = 'OPEN'`),
  )
  const drafter = await visit(named(late).drafter)
  await drafter.go(`${feedback}?step=general`)
  for (const at of [0, 1])
    await drafter.page.getByRole('radio', { name: 'Nhất trí', exact: true }).nth(at).check()
  await drafter.write(/^Nhận xét chung/, 'Kế hoạch rõ, xã làm được.')
  await drafter.save()
  await drafter.go(`${feedback}?step=questions`)
  await drafter.page.getByRole('radio', { name: 'Ba ngày liền' }).check()
  await drafter.write(/^Bao nhiêu cán bộ/, '12')
  await drafter.save()
  await drafter.go(`${feedback}?step=review`)
  await fillReview(drafter, 'Lê Văn Mỹ')
  await passOn(drafter)
  await drafter.leave()
  const president = await visit(named(late).president, phone)
  await president.go(feedback)
  await president.press('Ký, gửi góp ý')
  await president.see('Đã gửi góp ý')
  await president.leave()
})

test('the leader reads by name who is silent, and closes', async () => {
  const leader = await visit('nghia.dh')
  await leader.go(feedback)
  await leader.press('Đóng sớm')
  await leader.see('1 đơn vị không còn gửi được nữa')
  await leader.see(named(silent).name)
  await lookTwice(leader, 's2-closing')
  await leader.giveReason('Chỉ còn một đơn vị, đã gọi hai lần.', 'Đóng đợt góp ý')
  await leader.see('42/43 đơn vị đã trả lời, 1 không có ý kiến')
  await leader.leave()
})

test('a member of the committee reads the draft as it stands, and marks it as read', async () => {
  const member = await visit('truong.nb')
  await member.go(`${revision}/compare?plan=${ids.membership}`)
  await member.press('Đánh dấu đã đọc đến đây')
  await member.see('Đã đánh dấu.')
  await member.leave()
})

test('an opinion is answered without a mouse, taken back with Z and answered again', async () => {
  const drafter = await visit('khai.dq')
  const { keyboard } = drafter.page
  await drafter.go(`${revision}?plan=${ids.training}`)
  await drafter.see(/^Tổng hợp, giải trình: 0\/90 ý kiến/)
  for (const undone of [true, false]) {
    await choosePartly(drafter)
    await tabTo(drafter, /^Giải trình/)
    await keyboard.type('Học theo cụm xã, mỗi cụm hai ngày.')
    await keyboard.press('Control+Enter')
    await drafter.see('Tổng hợp, giải trình: 1/90 ý kiến')
    if (!undone) continue
    await untilUndecided(drafter)
    await keyboard.press('z')
    await drafter.see('Tổng hợp, giải trình: 0/90 ý kiến')
  }
  await lookTwice(drafter, 's2-keys')
  await drafter.leave()
})

test('opinions that say the same are answered together, and one comes apart again', async () => {
  const drafter = await visit('khai.dq')
  const head = await onBusiestPlace(ids.training)
  await drafter.go(`${revision}?plan=${ids.training}&comment=${head}`)
  await drafter.page.getByRole('article', { name: /đang xử lý$/ }).waitFor()
  await drafter.page.keyboard.press('g')
  const dialog = drafter.page.getByRole('dialog')
  const boxes = dialog.getByRole('checkbox')
  for (const at of [0, 1, 2]) await boxes.nth(at).check()
  await dialog.getByRole('button', { name: /^Gộp \d+ ý kiến$/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  const members = drafter.page.getByText(/^\d+ ý kiến trả lời cùng ý kiến này$/)
  await members.click()
  const count = Number((await members.textContent())?.split(' ')[0])
  await lookTwice(drafter, 's2-group')
  await drafter.page
    .getByRole('button', { name: /^Tách ra/ })
    .first()
    .click()
  await drafter.see(`${count - 1} ý kiến trả lời cùng ý kiến này`)
  await picture(drafter, 'group')
  await drafter.leave()
})

test('all that is left is answered at once, as a job with a result for each', async () => {
  for (const planId of [ids.training, ids.membership]) {
    const drafter = await visit('khai.dq')
    await drafter.go(`${revision}?plan=${planId}`)
    await chooseAllOpen(drafter, (await view(planId)).totals.undecided)
    if (planId === ids.training) await picture(drafter, 'many')
    await drafter.press('Xử lý cùng lúc')
    const dialog = drafter.page.getByRole('dialog')
    await dialog.getByRole('combobox').selectOption({ label: 'Ghi nhận' })
    await dialog
      .getByRole('textbox', { name: /^Giải trình/ })
      .fill('Ghi nhận để hướng dẫn khi tổ chức thực hiện.')
    if (planId === ids.training) await lookTwice(drafter, 's2-many')
    await dialog.getByRole('button', { name: /^Xử lý \d+ ý kiến$/ }).click()
    await expect.poll(async () => (await view(planId)).job?.state, { timeout: 60_000 }).toBe('DONE')
    await drafter.leave()
  }
  const { job, totals } = await view(ids.training)
  expect(job).toMatchObject({ failures: [], done: job?.total })
  expect(totals).toMatchObject({ comments: 90, disposed: 90 })
})

test('the requests are decided; the target is divided anew over chosen units, undone and done again', async () => {
  await decideAllBut('Bến Trúc', [ids.training, ids.membership])
  const drafter = await visit('khai.dq')
  const { page } = drafter
  await drafter.go(`${revision}?plan=${ids.membership}&part=requests`)
  await page.getByRole('button', { name: /^Quyết định .*Bến Trúc/ }).click()
  await page.getByRole('radio', { name: 'Chấp thuận', exact: true }).check()
  await drafter.press('Ghi quyết định, chia lại')
  await page.getByRole('button', { name: /^Đổi quyết định .*Bến Trúc/ }).waitFor()
  const before = await sharesOf(ids.membership, 'M2')
  expect(sum(before)).toBe(30_000)
  for (const isUndone of [true, false]) {
    await page.getByRole('button', { name: 'Chia lại chỉ tiêu M2' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Quy mô/ }).check()
    await dialog.getByRole('checkbox', { name: /Mỹ Đổng/ }).uncheck()
    if (isUndone) {
      await lookTwice(drafter, 's2-redistribution')
      await picture(drafter, 'redistribution')
    }
    await dialog.getByRole('button', { name: 'Ghi cách chia này' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const after = await sharesOf(ids.membership, 'M2')
    expect(sum(after)).toBe(30_000)
    expect(after).not.toEqual(before)
    expect(after.get(named(late).name)).toBe(before.get(named(late).name))
    if (!isUndone) break
    await drafter.press('Lấy lại lần chia vừa rồi')
    await expect.poll(() => sharesOf(ids.membership, 'M2')).toEqual(before)
  }
  await drafter.leave()
})

test('what is counted is the same on the screen, in the workbook and on paper, and adds up', async () => {
  const drafter = await visit('khai.dq')
  for (const planId of [ids.training, ids.membership]) {
    const { totals, rounds } = await view(planId)
    expect(rounds).toMatchObject([{ number: 1, invited: 43, answered: 42 }])
    expect(sum(rounds[0]?.byStance ?? {})).toBe(42)
    expect(sum(totals.byDisposition)).toBe(totals.comments)
    await drafter.go(`${revision}?plan=${planId}`)
    await drafter.see(/42\/43 đơn vị trả lời/)
    await drafter.see(`Tổng hợp, giải trình: ${totals.disposed}/${totals.comments} ý kiến`)
    await drafter.see(`Tiếp thu một phần ${totals.byDisposition.PARTLY}`)
    expect(await inWorkbook(drafter)).toEqual(inWords(totals.byDisposition))
    await drafter.press('Bản in')
    await drafter.see('Độc lập - Tự do - Hạnh phúc')
    const paper = readPdf(await drafter.page.pdf({ preferCSSPageSize: true })).join('')
    const printed = paper.replaceAll(/\s/g, '')
    const said = { 'Được lấy ý kiến': 43, 'Đã trả lời': 42, 'Không trả lời': 1 }
    for (const [words, count] of Object.entries({ ...said, ...inWords(totals.byDisposition) }))
      expect(printed, words).toContain(`${words.replaceAll(' ', '')}${count}`)
  }
  await drafter.leave()
})

test('until it is given out a unit reads no answer; both plans go on, and it reads them all at once', async () => {
  const unit = await visit(named('Bến Trúc').drafter, phone)
  await unit.go(feedback)
  await unit.see(nightClasses)
  expect(await unit.page.getByText('Ghi nhận để hướng dẫn').count()).toBe(0)
  const head = await visit('nhan.vth')
  for (const planId of [ids.training, ids.membership]) {
    await head.go(`${revision}?plan=${planId}`)
    await head.press('Trình soát xét')
    await head.press('Chốt và trình')
    await head.see('Đã trình soát xét')
  }
  await head.leave()
  await unit.go(feedback)
  await unit.see('Ghi nhận để hướng dẫn khi tổ chức thực hiện.')
  await unit.see(/Giao lại [\d.]+\./)
  await lookTwice(unit, 's2-outcomes')
  await unit.leave()
})

test('the member who had read it is told what has changed since, and goes there', async () => {
  const member = await visit('truong.nb')
  await member.go(`/cycles/${year}/approval?plan=${ids.membership}`)
  await member.page.getByRole('link', { name: /^1 chỗ đã đổi từ lần đồng chí đọc/ }).click()
  await member.page.getByRole('heading', { level: 2, name: /^Chỉ tiêu M2/ }).waitFor()
  await member.page.locator('ins').first().waitFor()
  await lookTwice(member, 's2-since')
  await picture(member, 'since')
  await member.press('Đánh dấu đã đọc đến đây')
  await member.see('Chưa có chỗ nào đổi từ lần đồng chí đọc.')
  await member.leave()
})

reopeningSteps(walk, () => named('Bến Trúc'))
