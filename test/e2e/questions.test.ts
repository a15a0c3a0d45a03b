import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { OwnAnswer, OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { signIn } from '../../local/signed-in.ts'
import { ownerDatabase } from './behind.ts'
import { address, closeTheatre, lookTwice, stranger, visit, type Visitor } from './stage.ts'
import { done, walk } from './walk.ts'

/** What lies over a page or above it while somebody writes: asked, told, and nothing typed lost. */
const { thisYear: planYear } = walk
const here = `/cycles/${planYear}/feedback?step=general`
/** A unit that has not answered. */
const names = { drafter: 'viet.t', president: 'huyen.tt', other: 'thom.nt' }
afterAll(closeTheatre)

const remark = ({ page }: Visitor) => page.getByRole('textbox', { name: /^Nhận xét chung/ }).first()

async function writes(visitor: Visitor, words: string): Promise<void> {
  await remark(visitor).fill(words)
}

const send = ({ page }: Visitor) => page.evaluate(() => dispatchEvent(new Event('online')))

/** What stands on the server: the remark on the first plan. */
async function onServer(): Promise<string> {
  const person = await signIn(address(), { username: names.drafter, password: demoPassword })
  const view = done(await person.call(routes.myAnswer, { params: { planYear } }))
  return view.form.stances[view.plans[0]?.planId ?? '']?.remark ?? ''
}

async function until(words: string): Promise<void> {
  await expect.poll(onServer, { timeout: 30_000 }).toBe(words)
}

async function bothWrite(mine: string, theirs: string): Promise<[Visitor, Visitor]> {
  const [drafter, president] = [await visit(names.drafter), await visit(names.president)]
  await drafter.go(here)
  await president.go(here)
  await writes(president, theirs)
  await send(president)
  await president.see(/^Đã lưu \d/)
  await writes(drafter, mine)
  await send(drafter)
  await drafter.see('Hai người cùng sửa')
  return [drafter, president]
}

test('two people of a unit at one text see both, by name, and one of three ways goes on', async () => {
  const [mine, president] = await bothWrite('Học 02 ngày.', 'Học 04 ngày.')
  await mine.see(/^Bản của đ\/c/)
  expect(await remark(mine).inputValue()).toBe('Học 02 ngày.')
  await lookTwice(mine, 'conflict')
  await mine.press('Lấy bản mới')
  await mine.see(/^Đã lưu \d/)
  expect(await remark(mine).inputValue()).toBe('Học 04 ngày.')
  await until('Học 04 ngày.')

  await writes(president, 'Học 05 ngày.')
  await send(president)
  await president.see(/^Đã lưu \d/)
  await writes(mine, 'Học 03 ngày.')
  await send(mine)
  await mine.press('Giữ của tôi')
  await until('Học 03 ngày.')

  await writes(president, 'Học 06 ngày.')
  await send(president)
  await president.press('Trộn hai bản')
  await president.page.getByRole('textbox', { name: 'Bản trộn' }).fill('Học 03 đến 06 ngày.')
  await president.press('Dùng bản trộn')
  await until('Học 03 đến 06 ngày.')
  await mine.leave()
  await president.leave()
})

test('a session that ends is renewed over the page, and the form goes on', async () => {
  const visitor = await visit(names.drafter)
  await visitor.go(here)
  await visitor.page.context().clearCookies()
  await writes(visitor, 'Viết khi phiên đã hết.')
  await send(visitor)
  const dialog = visitor.page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await dialog.waitFor()
  await lookTwice(visitor, 'session-over')
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await remark(visitor).inputValue()).toBe('Viết khi phiên đã hết.')
  await until('Viết khi phiên đã hết.')
  await visitor.leave()
})

test('without a line the page says so, keeps what is typed, and sends it when the line is back', async () => {
  const visitor = await visit(names.drafter)
  await visitor.go(here)
  await visitor.page.context().setOffline(true)
  await visitor.see(/^Mất mạng\./)
  await writes(visitor, 'Viết khi mất mạng.')
  await lookTwice(visitor, 'offline').catch((error: Error) => {
    // the page is at rest, but Playwright's own wait for the network needs a line
    if (!error.message.includes('networkidle')) throw error
  })
  await visitor.page.context().setOffline(false)
  await until('Viết khi mất mạng.')
  await visitor.page.getByText(/^Mất mạng\./).waitFor({ state: 'hidden' })
  await visitor.leave()
})

test('a text left on another page is listed, never sent by another person, and sent by its own', async () => {
  const visitor = await visit(names.drafter)
  const { page } = visitor
  await visitor.go(here)
  await page.route('**/api/answers/**', (route) => route.abort())
  await writes(visitor, 'Viết rồi bỏ đó.')
  await visitor.see(/^Đang viết|^Đã lưu trên máy này/)
  await page.waitForTimeout(300)
  // a page that is closed sends what it has, past what stood in its way: without a session it is refused
  await page.context().clearCookies()
  await page.close()

  const other = await visitorBeside(visitor, names.other)
  await other.go('/')
  await other.page.waitForTimeout(1000)
  expect(await other.page.getByText(/^Bản viết trên máy này chưa gửi/).count()).toBe(0)
  await other.page.close()
  expect(await onServer()).not.toBe('Viết rồi bỏ đó.')

  const again = await visitorBeside(visitor, names.drafter)
  await again.page.route('**/api/answers/**', (route) => route.abort())
  await again.go('/')
  await again.see('Bản viết trên máy này chưa gửi: 1')
  await lookTwice(again, 'waiting')
  const [file] = await Promise.all([
    again.page.waitForEvent('download'),
    again.press('Tải về: Phiếu góp ý'),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain('Viết rồi bỏ đó.')
  await again.page.unroute('**/api/answers/**')
  await again.go('/officials')
  await until('Viết rồi bỏ đó.')
  await again.page.getByText(/^Bản viết trên máy này/).waitFor({ state: 'hidden' })
  await again.leave()
})

test('a machine without room says so before anything is lost, and offers the text', async () => {
  const visitor = await visit(names.drafter)
  const { page } = visitor
  await visitor.go(here)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: address(), quotaSize: 1 })
  await page.route('**/api/answers/**', (route) => route.abort())
  await writes(visitor, 'Không còn chỗ lưu. '.repeat(150))
  await visitor.see('Máy này không còn chỗ lưu bản viết')
  await lookTwice(visitor, 'no-room')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    visitor.press('Tải về: Phiếu góp ý'),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain('Không còn chỗ lưu.')
  await page.unroute('**/api/answers/**')
  await send(visitor)
  await until('Không còn chỗ lưu. '.repeat(150))
  await page.getByText('Máy này không còn chỗ lưu bản viết').waitFor({ state: 'hidden' })
  // whoever sits down here next has room again
  await cdp.send('Storage.overrideQuotaForOrigin', { origin: address() })
  await visitor.leave()
})

test('a signature long after the password was shown asks for it again, over the page', async () => {
  await passOn()
  const president = await visit(names.president)
  await president.go(`/cycles/${planYear}/feedback`)
  await ageProofs(names.president)
  await president.press('Ký, gửi góp ý')
  const dialog = president.page.getByRole('dialog', { name: 'Nhập lại mật khẩu' })
  await dialog.waitFor()
  await lookTwice(president, 'step-up')
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này')
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  await dialog.getByRole('alert').or(dialog.getByRole('group')).first().waitFor()
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Xác nhận' }).click()
  await president.see('Đã gửi góp ý')
  await president.leave()
})

test('a new version is told within ten minutes, and never loaded under somebody’s hands', async () => {
  const visitor = await visit(names.other)
  const { page } = visitor
  await page.clock.install()
  await visitor.go('/me')
  const served = await (await page.request.get(`${address()}/`)).text()
  const newer = served.replace(/(<script[^>]+src=")[^"]+/, '$1/assets/newer.js')
  expect(newer).not.toBe(served)
  await page.route(`${address()}/`, (route) =>
    route.fulfill({ body: newer, contentType: 'text/html' }),
  )
  await page.clock.fastForward('10:00')
  await visitor.see('Có bản mới. Cập nhật khi xong việc.')
  await lookTwice(visitor, 'new-version')
  expect(new URL(page.url()).pathname).toBe('/me')
  await visitor.leave()
})

/** Signed in as somebody else at the same browser, whose store holds the texts of both. */
async function visitorBeside(visitor: Visitor, username: string): Promise<Visitor> {
  const context = visitor.page.context()
  await context.clearCookies()
  const reply = await context.request.post(`${address()}/api/auth/sign-in/username`, {
    data: { username, password: demoPassword },
    headers: { origin: address() },
  })
  expect(reply.ok()).toBe(true)
  return stranger(undefined, context)
}

/** A whole answer, on its way to the president. */
async function passOn(): Promise<void> {
  const person = await signIn(address(), { username: names.drafter, password: demoPassword })
  const view = done(await person.call(routes.myAnswer, { params: { planYear } }))
  const params = { answerId: view.answerId }
  const stance = { stance: 'AGREE' as const, remark: 'Nhất trí với dự thảo.' }
  const form = {
    ...view.form,
    stances: Object.fromEntries(view.plans.map(({ planId }) => [planId, stance])),
    comments: {},
    targetRequests: {},
    ownAnswers: Object.fromEntries(
      view.asked.questions.map((question) => [question.id, anyAnswer(question)]),
    ),
    spokesperson: { name: 'Hoàng Thị Huyền', position: 'Chủ tịch' },
    isConfirmed: true,
  }
  const saving = { revision: view.formRevision }
  const { revision } = done(await person.call(routes.save, { params, body: { form } }, saving))
  done(await person.call(routes.sendOn, { params, body: {} }, { revision }))
}

const anyAnswer = ({ kind, choices }: OwnQuestion): OwnAnswer =>
  kind === 'TEXT' ? 'Theo cụm.' : kind === 'CHOICE' ? (choices[0]?.id ?? '') : 1

/** Eleven minutes go by for everything this person has proved. */
async function ageProofs(username: string): Promise<void> {
  const ofPerson = `select s.id from auth_session s join auth_user u on u.id = s.user_id where u.username = $1`
  const earlier = `clock_timestamp() - interval '11 minutes'`
  await ownerDatabase(async (sql) => {
    await sql(`update auth_session set created_at = ${earlier} where id in (${ofPerson})`, [
      username,
    ])
    await sql(`update step_up set confirmed_at = ${earlier} where session_id in (${ofPerson})`, [
      username,
    ])
  })
}
