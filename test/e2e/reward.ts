import { expect, test } from 'vitest'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { accountsRoutes } from '../../domain/federation/accounts.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { inspectionRoutes } from '../../domain/inspection/inspection.contract.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { lookTwice, phone, picture, type Visitor } from './stage.ts'
import { dayAhead, done, type Walk } from './walk.ts'

const title = 'Gương tốt về tập huấn'
const inspected = 'Công đoàn phường Bến Trúc'
/** The president of the inspected unit sits in the council as well. */
const ownPresident = 'thuy.pd'
const otherPresident = 'duc.nd'

/** Step 7: registered, proposed, reported, checked, voted on, signed, numbered, handed over. */
export function rewardSteps(walk: Walk): void {
  const { year, visit } = walk

  test('a unit registers for the award of the year', async () => {
    const unit = await visit(ownPresident)
    await unit.go(`/rewards?year=${year}`)
    await lookTwice(unit, 'rewards-unit')
    await unit.press('Đăng ký thi đua')
    await choose(unit, 'Danh hiệu, hình thức phấn đấu', 'Giấy khen')
    await unit.write('Chỉ tiêu phấn đấu', 'Tự mở 02 lớp; tăng thêm 400 đoàn viên.')
    await lookTwice(unit, 'registration')
    await unit.press('Gửi đăng ký')
    await unit.see(`${inspected} đã đăng ký: Giấy khen.`)
    await unit.leave()
  })

  test('the leader ends the classes and the inspections early, each with the reason', async () => {
    const leader = await visit('nghia.dh')
    await leader.go(`/cycles/${year}/results`)
    for (const station of ['Mở lớp', 'Kiểm tra']) {
      const deed = `Kết thúc sớm bước “${station}”`
      await leader.press(deed)
      await lookTwice(leader, `ending-${station === 'Mở lớp' ? 'classes' : 'inspections'}`)
      await leader.giveReason('Việc của bước này đã xong trong năm thử nghiệm.', deed)
    }
    await leader.page.getByRole('button', { name: 'Kết thúc năm' }).waitFor()
    await leader.leave()
  })

  test('the secretary opens a round for a theme', async () => {
    const secretary = await visit('van.tt')
    await secretary.go(`/rewards?year=${year}`)
    await secretary.press('Mở đợt khen thưởng')
    await secretary.page.getByRole('radio', { name: /^Chuyên đề/ }).check()
    await secretary.write('Tên đợt', title)
    await secretary.write(/^Hạn nhận hồ sơ/, await dayAhead(walk, 5))
    await secretary.write(/^Hạn Hội đồng/, await dayAhead(walk, 9))
    await lookTwice(secretary, 'round-opening')
    await secretary.press('Mở đợt')
    await secretary.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await secretary.see('Đang nhận hồ sơ')
    await secretary.leave()
  })

  test('a unit is proposed from its inspection’s result, the figures beside it', () =>
    proposeFromResult(walk))
  test('another is proposed from the year’s figures', () => proposeFromFigures(walk))
  test('both report, the secretary checks, and the files go before the council', () =>
    checkFiles(walk))
  test('on a phone a member’s own award is refused with the reason', () => voteOnThePhone(walk))
  test('the council reaches its quorum; the chair closes, signs, and the clerk numbers', () =>
    decide(walk))
  test('what was awarded is handed over, shown to everybody and printed', () => handOver(walk))
}

async function choose({ page }: Visitor, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).selectOption({ label: option })
}

async function roundOf({ calling, year }: Walk) {
  const secretary = await calling('van.tt')
  const { rounds } = done(await secretary.call(routes.rewards, { params: { planYear: year } }))
  const round = rounds.find((each) => each.title === title)
  if (!round) throw new Error('the round was not opened')
  const params = { commendationId: round.id }
  return {
    params,
    here: `/rewards/${round.id}`,
    view: done(await secretary.call(routes.round, { params })),
  }
}

async function proposeFromResult({ visit, calling, year }: Walk): Promise<void> {
  const chair = await calling('le.mv')
  const query = { year: year }
  const { inspections } = done(await chair.call(inspectionRoutes.inspections, { query }))
  const head = await visit('le.mv')
  await head.go(`/inspections/${inspections[0]?.inspectionId}`)
  await lookTwice(head, 'inspection-good')
  await head.press('Đề nghị khen thưởng')
  await head.see(/^Tốt \(\d+\/TB-UBKT\)/)
  await lookTwice(head, 'proposal')
  await picture(head, 'proposal')
  await choose(head, 'Hình thức khen', 'Bằng khen')
  await head.write('Thành tích ghi trong Quyết định', 'Mở lớp sớm, hồ sơ lớp đủ.')
  await head.press('Gửi đề nghị')
  await head.see(`Đã đề nghị ${inspected}.`)
  await head.leave()
}

async function proposeFromFigures(walk: Walk): Promise<void> {
  const { here } = await roundOf(walk)
  const name = await unitOf(walk, otherPresident)
  const head = await walk.visit('nhan.vth')
  await head.go(here)
  await head.press('Đề nghị khen thưởng')
  await head.see('Đã đề nghị')
  await lookTwice(head, 'candidates')
  await head.press(`Đề nghị ${name}`)
  await choose(head, 'Hình thức khen', 'Giấy khen')
  await head.write('Thành tích ghi trong Quyết định', 'Trả lời đúng hạn, tự tổ chức tập huấn.')
  await head.press('Gửi đề nghị')
  await head.see(`Đã đề nghị ${name}.`)
  await head.leave()
}

async function unitOf({ calling, year }: Walk, username: string): Promise<string> {
  const president = await calling(username)
  const { mine } = done(await president.call(routes.rewards, { params: { planYear: year } }))
  return mine?.unitName ?? ''
}

async function checkFiles(walk: Walk): Promise<void> {
  const { here, view } = await roundOf(walk)
  for (const username of [ownPresident, otherPresident]) {
    const unit = await walk.visit(username)
    await unit.go(here)
    await unit.press(/^Viết báo cáo thành tích/)
    await unit.write('Nội dung báo cáo', 'Mở 02 lớp, 96% học viên đạt. Bài học: mời người có nghề.')
    await unit.press('Gửi báo cáo')
    await unit.see('Đã gửi báo cáo thành tích.')
    if (username === ownPresident) await lookTwice(unit, 'award-report')
    await unit.leave()
  }
  const secretary = await walk.visit('van.tt')
  await secretary.go(here)
  await lookTwice(secretary, 'award-files')
  for (const { subjectName } of view.files) {
    await secretary.press(`Hồ sơ đạt ${subjectName}`)
    await secretary.page
      .getByRole('button', { name: `Hồ sơ đạt ${subjectName}` })
      .waitFor({ state: 'hidden' })
  }
  await secretary.press('Trình Hội đồng')
  await sure(secretary, 'Trình Hội đồng')
  await secretary.see('Hội đồng đang xét')
  await secretary.leave()
}

/** The button of the open dialog, and the dialog gone. */
async function sure({ page }: Visitor, deed: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: deed, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function voteOnThePhone(walk: Walk): Promise<void> {
  const { params, here, view } = await roundOf(walk)
  const own = view.files.find(({ unitName }) => unitName === inspected)
  const other = view.files.find(({ id }) => id !== own?.id)
  const member = await walk.visit(ownPresident, phone)
  await member.go(here)
  await member.see('Đồng chí thuộc đơn vị này nên không bỏ phiếu.')
  await lookTwice(member, 'council')
  await picture(member, 'council')
  const ballots = member.page.getByRole('radio', { name: 'Đồng ý', exact: true })
  expect(await ballots.count()).toBe(1)
  await ballots.check()
  await member.press('Xem lại phiếu')
  await member.see(other?.subjectName ?? '')
  await lookTwice(member, 'council-check')
  await member.press('Gửi 1 phiếu')
  await member.see('Đã gửi phiếu.')
  await member.leave()
  const caller = await walk.calling(ownPresident)
  const votes = [{ fileId: own?.id ?? '', vote: 'AGREE' as const }]
  const body = { votes, contentSha256: view.contentSha256 ?? '' }
  const refused = await caller.call(routes.castBallots, { params, body })
  expect([refused.status, refused.problem.code]).toEqual([403, 'reward.own-award'])
}

async function decide(walk: Walk): Promise<void> {
  const { params, here, view } = await roundOf(walk)
  await restOfCouncilVotes(walk)
  const chair = await walk.visit('nghia.dh')
  await chair.go(here)
  await lookTwice(chair, 'council-counted')
  await chair.press('Đóng phiếu sớm')
  await chair.giveReason('Đã đủ số phiếu ở cả hai hồ sơ.', 'Đóng phiếu sớm')
  await chair.press('Ký Quyết định')
  await sure(chair, 'Ký Quyết định')
  await chair.see('Đ/c Đặng Hữu Nghĩa đã ký. Văn thư cấp số.')
  await chair.leave()
  const clerk = await walk.visit('nhai.bt')
  await clerk.go(here)
  await clerk.press('Cấp số Quyết định')
  await sure(clerk, 'Cấp số Quyết định')
  await clerk.see(/^Quyết định \d+\/QĐ-LĐLĐ ngày/)
  await lookTwice(clerk, 'decided')
  await clerk.go(`/print/commendations/${params.commendationId}`)
  await clerk.see('Độc lập - Tự do - Hạnh phúc')
  for (const { subjectName } of view.files) await clerk.see(subjectName)
  await lookTwice(clerk, 'decision')
  await picture(clerk, 'decision')
  await clerk.leave()
}

/** The other members by calls, each with an account of their own; nobody on their own award. */
async function restOfCouncilVotes(walk: Walk): Promise<void> {
  const { params, view } = await roundOf(walk)
  const administrator = await walk.calling('quan.tm')
  const { accounts } = done(await administrator.call(accountsRoutes.accounts, {}))
  const names = accounts
    .filter(({ roles }) =>
      ['councilMember', 'councilSecretary', 'committeeLeader'].some((role) => roles.includes(role)),
    )
    .map(({ username }) => username)
    .filter((username) => username !== ownPresident)
  for (const username of names) {
    const member = await walk.calling(username)
    const seen = done(await member.call(routes.round, { params }))
    if (!seen.isMember) continue
    const votes = seen.files
      .filter(({ isOwn }) => !isOwn)
      .map(({ id }) => ({ fileId: id, vote: 'AGREE' as const }))
    const body = { votes, contentSha256: view.contentSha256 ?? '' }
    done(await member.call(routes.castBallots, { params, body }))
  }
}

async function handOver(walk: Walk): Promise<void> {
  const { here } = await roundOf(walk)
  const secretary = await walk.visit('van.tt')
  await secretary.go(here)
  await secretary.press(`Ghi việc trao ${inspected}`)
  await secretary.write('Ngày trao', writeDay(dayOfInstant(new Date())))
  await secretary.write('Người nhận', 'Đ/c Phạm Đức Thuỷ')
  await lookTwice(secretary, 'hand-over')
  await sure(secretary, 'Ghi việc trao')
  await secretary.see(/^Số thứ tự 1\. Trao ngày/)
  await secretary.leave()
  const unit = await walk.visit('lua.ht')
  await unit.go('/awards')
  await unit.see(inspected)
  await lookTwice(unit, 'awards-given')
  await unit.leave()
  const leader = await walk.calling('nghia.dh')
  const ribbon = done(await leader.call(cycleRoutes.ribbon, { params: { planYear: walk.year } }))
  const reward = ribbon.stations.find(({ phase }) => phase === 'reward')
  expect(reward).toMatchObject({ state: 'now', count: { done: 2, total: 2 } })
}
