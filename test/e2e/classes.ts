import { expect, test } from 'vitest'
import { demoTrainee } from '../../db/demo/office-people.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { lookTwice, phone, picture, type Visitor } from './stage.ts'
import { done, type Walk } from './walk.ts'

const unitName = 'Công đoàn phường Bến Trúc'
const president = 'Phạm Đức Thuỷ'

/** Step 5, first half: from a line of the plan just issued to a fixed list that changes hands. */
export function classSteps(walk: Walk): void {
  const { visit } = walk

  test('the organiser opens a class from a line; a clash is told at once, with its class', () =>
    openFrom(walk))

  test('seats are shared out within the class, and no more than it has', async () => {
    const desk = await visit('khai.dq')
    await desk.go(`${await here(walk)}/list`)
    await desk.press('Sửa phân bổ')
    const { page } = desk
    const seats = page.getByRole('textbox', { name: /^Số chỗ của / })
    await seats.first().waitFor()
    for (const each of await seats.all())
      if ((await each.inputValue()) !== '0') await each.fill('0')
    await page.getByRole('searchbox', { name: /^Tìm đơn vị/ }).fill('ben truc')
    await desk.write(`Số chỗ của ${unitName}`, '5')
    await desk.press('Ghi phân bổ')
    await desk.see(/^Tổng phân bổ là 5, lớp chỉ có 4 chỗ/)
    await lookTwice(desk, 'class-quotas')
    await desk.write(`Số chỗ của ${unitName}`, '4')
    await desk.press('Ghi phân bổ')
    // the sum of what is typed says the same already: only the closed form says that it is taken
    await page.getByRole('button', { name: 'Sửa phân bổ' }).waitFor()
    await desk.see('Đã phân cho 1 đơn vị')
    await desk.leave()
  })

  test('the unit nominates; who cannot go is named with the reason', () => nominate(walk))

  test('the president ranks the list and approves it', async () => {
    const head = await visit('thuy.pd')
    await head.go(`${await here(walk)}/list`)
    const [first] = await nominees(walk)
    await head.press(`Đưa đ/c ${first?.fullName} xuống`)
    await lookTwice(head, 'class-approval')
    await head.press('Duyệt 6 người')
    await head.see('Đã duyệt 6 người.')
    expect((await nominees(walk))[1]?.fullName).toBe(first?.fullName)
    await head.leave()
  })

  test('each employer answers; who is refused falls out', () => release(walk))

  test('the list is fixed before its day, with a reason; who is beyond the seats waits', async () => {
    const desk = await visit('khai.dq')
    await desk.go(await here(walk))
    await desk.press('Chốt danh sách ngay')
    await desk.giveReason('Đơn vị đã cử đủ, nơi làm việc đã trả lời.', 'Chốt danh sách ngay')
    await desk.see('Đã chốt danh sách')
    await lookTwice(desk, 'class')
    await picture(desk, 'class')
    await desk.leave()
    expect((await nominees(walk)).filter(({ state }) => state === 'WAITLISTED')).toHaveLength(1)
  })

  test('a trainee who cannot come says so on her own page, and the next one moves up', async () => {
    const trainee = await visit('buoi.nt', phone)
    await trainee.go('/me/learning')
    await lookTwice(trainee, 'learning-ahead')
    await trainee.press('Xin không dự lớp')
    await trainee.giveReason('Con ốm, phải ở nhà.', 'Xin không dự lớp')
    await trainee.see('Đã rút')
    await trainee.leave()
    await expect.poll(async () => (await seated(walk)).length).toBe(4)
  })

  test('the unit withdraws somebody, and its president sends a substitute', () => substitute(walk))

  test('the class is put off; the days it loses and who is told are shown before', async () => {
    const desk = await visit('khai.dq')
    await desk.go(await here(walk))
    await desk.press('Hoãn lớp')
    await desk.see('3 buổi chưa học không giữ ngày đã báo')
    await desk.see('Thư báo gửi đến 4 học viên, 1 giảng viên, 1 đơn vị.')
    await lookTwice(desk, 'class-postponing')
    await desk.giveReason('Hội trường sửa điện đến hết tuần.', 'Hoãn lớp')
    await desk.see('Đang hoãn')
    await desk.leave()
  })
}

/** The page of the class that this walk has opened. */
export async function here(walk: Walk): Promise<string> {
  return `/classes/${await classIdOf(walk)}`
}

async function classIdOf({ calling, year }: Walk): Promise<string> {
  const desk = await calling('khai.dq')
  const { classes } = done(await desk.call(routes.classes, { query: { planYear: year } }))
  const [opened] = classes
  if (!opened) throw new Error('no class was opened')
  return opened.classId
}

async function nominees(walk: Walk) {
  const params = { classId: await classIdOf(walk) }
  const { units } = done(await (await walk.calling('lua.ht')).call(routes.nominations, { params }))
  return units.flatMap((unit) => unit.nominees)
}

async function seated(walk: Walk) {
  return (await nominees(walk)).filter(({ state }) => state === 'CONFIRMED')
}

/** The demo's class that takes names: on its days, some people of the unit will not be free. */
async function otherClass({ calling, thisYear }: Walk) {
  const desk = await calling('khai.dq')
  const query = { planYear: thisYear - 1, state: 'OPEN_FOR_NOMINATION' as const }
  const { classes } = done(await desk.call(routes.classes, { query }))
  const params = { classId: classes[0]?.classId ?? '' }
  return done(await desk.call(routes.trainingClass, { params }))
}

async function openFrom(walk: Walk): Promise<void> {
  const desk = await walk.visit('khai.dq')
  const { page } = desk
  await desk.go(`/classes/open?year=${walk.year}`)
  await desk.see('Kế hoạch 08/KH-LĐLĐ')
  await lookTwice(desk, 'class-lines')
  await desk.press(/^Mở từ dòng này: /)
  await desk.write('Số chỗ', '4')
  await page
    .getByRole('combobox', { name: 'Chuyên trách hay không' })
    .selectOption({ label: 'Không chuyên trách' })
  const { sessions, code } = await otherClass(walk)
  const kinds = ['Lý thuyết', 'Hỏi đáp', 'Kiểm tra']
  for (const [index, { startsAt }] of sessions.entries()) {
    if (index > 0) await desk.press('Thêm buổi')
    const session = page.getByRole('region', { name: `Buổi ${index + 1}`, exact: true })
    await session
      .getByRole('textbox', { name: 'Ngày', exact: true })
      .fill(writeDay(dayOfInstant(startsAt)))
    await session
      .getByRole('combobox', { name: 'Nội dung buổi' })
      .selectOption({ label: kinds[index] ?? '' })
    await session
      .getByRole('textbox', { name: 'Chuyên đề của buổi' })
      .fill(`Chuyên đề ${index + 1}`)
    await choose(desk, session.getByLabel(/^Giảng viên/), 'Hồ Sỹ Lượng')
    await session.getByRole('textbox', { name: /^Phòng/ }).fill('Phòng 401')
  }
  await desk.see(new RegExp(`Giảng viên Hồ Sỹ Lượng dạy lớp ${code} cùng lúc`))
  await lookTwice(desk, 'class-opening-clash')
  await page
    .getByRole('region', { name: 'Buổi 1', exact: true })
    .evaluate((session) => session.scrollIntoView({ block: 'center' }))
  await picture(desk, 'class-opening')
  for (const [index] of sessions.entries()) {
    const session = page.getByRole('region', { name: `Buổi ${index + 1}`, exact: true })
    await choose(desk, session.getByLabel(/^Giảng viên/), 'Vũ Thị Hồng Nhạn')
    await session.getByText('Không trùng.').waitFor()
  }
  await page.getByRole('button', { name: 'Mở lớp', exact: true }).click()
  await page.waitForURL(/\/classes\/[0-9a-f-]{36}$/)
  await desk.see('Đang cử học viên')
  await desk.leave()
}

type Field = ReturnType<Visitor['page']['getByLabel']>

async function choose({ page }: Visitor, field: Field, words: string): Promise<void> {
  await field.fill(words)
  await page.getByRole('option', { name: words }).click()
}

/** Five who can go, the trainee among them; one who sits elsewhere then, one who is not meant. */
async function nominate(walk: Walk): Promise<void> {
  const caller = await walk.calling('lua.ht')
  const params = { classId: await classIdOf(walk) }
  const { candidates } = done(await caller.call(routes.candidates, { params, query: {} }))
  const alone = ({ fullName }: (typeof candidates)[number]) =>
    fullName !== demoTrainee.fullName &&
    candidates.filter((each) => each.fullName === fullName).length === 1
  const free = candidates.filter((each) => each.obstacles.length === 0 && alone(each))
  const [busy, ...going] = free.slice(0, 6)
  if (!busy) throw new Error('nobody can go')
  const other = await otherClass(walk)
  const [part] = done(
    await caller.call(routes.trainingClass, { params: { classId: other.classId } }),
  ).mine
  done(
    await caller.call(routes.nominate, {
      params: { classId: other.classId, unitId: part?.unitId ?? '' },
      body: { rows: [{ officialId: busy.officialId }] },
    }),
  )
  const unit = await walk.visit('lua.ht')
  await unit.go(`${await here(walk)}/list`)
  const find = (name: string) =>
    unit.page.getByRole('searchbox', { name: /^Tìm theo tên/ }).fill(name)
  await find(president)
  await unit.see('Không đúng đối tượng: chuyên trách hay không chuyên trách.')
  await find(busy.fullName)
  await unit.see(`Học lớp ${other.code} cùng thời gian.`)
  await lookTwice(unit, 'class-nominating')
  await picture(unit, 'class-nominating')
  for (const name of [demoTrainee.fullName, ...going.map(({ fullName }) => fullName)]) {
    await find(name)
    await unit.press(`Chọn đ/c ${name}`)
  }
  await unit.press('Cử 6 người')
  await unit.see(/^Đã cử 6 người/)
  await unit.leave()
}

function rowOf({ page }: Visitor, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
}

async function release(walk: Walk): Promise<void> {
  const unit = await walk.visit('lua.ht')
  const { page } = unit
  await unit.go(`${await here(walk)}/list`)
  const all = await nominees(walk)
  const [granted, refused, ...others] = all.filter(
    ({ fullName }) => fullName !== demoTrainee.fullName,
  )
  const record = async (name = '', answer: string, field: string, words: string) => {
    await rowOf(unit, name).getByRole('button', { name: 'Ghi trả lời' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Trả lời' }).selectOption({ label: answer })
    await dialog.getByRole('textbox', { name: field }).fill(words)
    await dialog.getByRole('button', { name: 'Ghi trả lời' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  await record(granted?.fullName, 'Đồng ý', 'Số công văn', '15/CV')
  await unit.see(/^Công văn 15\/CV, ngày/)
  await record(refused?.fullName, 'Không đồng ý', 'Lý do', 'Đang mùa hàng.')
  await unit.see('Nơi làm việc không đồng ý')
  await lookTwice(unit, 'class-releases')
  await unit.leave()
  const caller = await walk.calling('lua.ht')
  const trainee = all.filter(({ fullName }) => fullName === demoTrainee.fullName)
  for (const { nominationId } of [...trainee, ...others]) {
    const params = { classId: await classIdOf(walk), nominationId }
    done(await caller.call(routes.recordRelease, { params, body: { answer: 'GRANTED' } }))
  }
}

async function substitute(walk: Walk): Promise<void> {
  const [first] = await seated(walk)
  const name = first?.fullName ?? ''
  const unit = await walk.visit('lua.ht')
  await unit.go(`${await here(walk)}/list`)
  await rowOf(unit, name).getByRole('button', { name: 'Rút tên' }).click()
  await unit.giveReason('Đi công tác đột xuất.', 'Rút tên')
  await rowOf(unit, name).getByText('Đã rút').waitFor()
  await unit.leave()
  const head = await walk.visit('thuy.pd')
  await head.go(`${await here(walk)}/list`)
  await rowOf(head, name).getByRole('button', { name: 'Cử người thay' }).click()
  await lookTwice(head, 'class-substitute')
  await head.page.getByRole('dialog').getByLabel('Người thay', { exact: true }).click()
  await head.page.getByRole('option').first().click()
  await head.giveReason('Người được rút đi công tác.', 'Cử người thay')
  await head.see(`Thay đ/c ${name}`)
  await head.leave()
  expect(await seated(walk)).toHaveLength(4)
}

/** So many minutes ago, as a clock of today; a day that has just begun is waited for. */
export async function clockAgo(minutes: number): Promise<string> {
  const at = new Date(Date.now() - minutes * 60_000)
  if (dayOfInstant(at) === dayOfInstant(new Date())) return timeOfInstant(at)
  await new Promise((resolve) => setTimeout(resolve, 20_000))
  return clockAgo(minutes)
}
