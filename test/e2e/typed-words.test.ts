import fc from 'fast-check'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type Person, signIn } from '../../local/signed-in.ts'
import { type OwnBrowser, ownBrowser } from './own-browser.ts'
import { address, closeTheatre, visit } from './stage.ts'
import { done, walk } from './walk.ts'

const { thisYear: planYear } = walk
const here = `/cycles/${planYear}/feedback?step=general`
const runs = Number(process.env.DAYS ?? 25)
/** New days every day: what fails today fails again today, and tomorrow looks elsewhere. */
const seed = Number(process.env.SEED ?? dayOfInstant(new Date()).replaceAll('-', ''))
/** A unit that has not answered: its drafter at a browser of her own, its president at another. */
const names = { drafter: 'dat.nt', president: 'thuy.ltt' }

const does = <const Doing extends string>(weight: number, ...doings: Doing[]) => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...doings), field: fc.nat({ max: 1 }) }),
})
const step = fc.oneof(
  does(5, 'type'),
  does(3, 'colleague'),
  does(2, 'offline', 'online'),
  does(2, 'send', 'closeTab'),
  does(1, 'killBrowser', 'signOut'),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

let own: OwnBrowser
let drafter: Person

beforeAll(async () => {
  own = await ownBrowser()
  drafter = await signIn(address(), { username: names.drafter, password: demoPassword })
})
afterAll(async () => {
  await own?.throwAway()
  await closeTheatre()
})

test(
  `${runs} random days in a browser lose no word`,
  { timeout: 60_000 + runs * 30_000 },
  async () => {
    console.log(`typed words in a browser: seed ${seed} (SEED=${seed} repeats it)`)
    const colleague = await visit(names.president)
    const days = fc.sample(fc.array(step, { minLength: 3, maxLength: 7 }), { numRuns: runs, seed })
    for (const [index, steps] of days.entries()) {
      const lost = await liveThrough(colleague.page, steps)
      expect(lost, `day ${index} of seed ${seed}: ${JSON.stringify(steps)}`).toEqual([])
    }
    await colleague.leave()
  },
)

let counted = 0

/** What was typed in this day on either side, and is not on the server when it is over. */
async function liveThrough(hers: Page, steps: readonly Step[]): Promise<string[]> {
  await emptied()
  const typed: string[] = []
  let mine = await opened(own.context())
  await hers.goto(`${address()}${here}`)
  await remark(hers, 0).waitFor()
  const deeds: Record<Step['do'], (field: number) => Promise<void>> = {
    type: async (field) => void typed.push(await write(mine, field)),
    colleague: async (field) => {
      typed.push(await write(hers, field))
      await save(hers)
    },
    offline: () => own.context().setOffline(true),
    online: () => own.context().setOffline(false),
    send: async () => void (await send(mine)),
    async closeTab() {
      await breath(mine)
      await mine.close()
      await own.context().setOffline(false)
      mine = await opened(own.context())
    },
    async killBrowser() {
      await breath(mine)
      await own.kill()
      await own.start()
      mine = await opened(own.context())
    },
    signOut: () => own.context().clearCookies(),
  }
  for (const { do: what, field } of steps) {
    await settle(hers)
    await deeds[what](field)
  }
  await own.context().setOffline(false)
  await settle(hers)
  await goHome(mine, hers)
  await mine.close()
  const words = JSON.stringify((await answer()).form.stances)
  return typed.filter((each) => !words.includes(each))
}

const answer = async () => done(await drafter.call(routes.myAnswer, { params: { planYear } }))

async function emptied(): Promise<void> {
  const { answerId, form, formRevision } = await answer()
  const given = { params: { answerId }, body: { form: { ...form, stances: {} } } }
  done(await drafter.call(routes.save, given, { revision: formRevision }))
}

async function enter(context: BrowserContext): Promise<void> {
  await context.addCookies(
    drafter.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url: address() }
    }),
  )
}

/** She signs in where she no longer is, and opens the page. */
async function opened(context: BrowserContext): Promise<Page> {
  await enter(context)
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${address()}${here}`)
  await remark(page, 0).waitFor()
  return page
}

const remark = (page: Page, field: number) =>
  page.getByRole('textbox', { name: /^Nhận xét chung/ }).nth(field)

/** What is typed is on the disk a moment later; a browser killed within it has no hands left. */
const breath = (page: Page) => page.waitForTimeout(500)

/** A word of its own behind what stands there, as one keystroke. */
async function write(page: Page, field: number): Promise<string> {
  const word = `từ${(counted += 1)}z`
  await expect.poll(() => isTyped(page, field, word), { timeout: 30_000 }).toBe(true)
  return word
}

/** A question that opens under the hands takes the key; whoever sees it answers and types again. */
async function isTyped(page: Page, field: number, word: string): Promise<boolean> {
  await answerQuestions(page)
  await remark(page, field).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(` ${word}`)
  // whatever was typed into the field itself must not vanish, so only the place of the hands is asked
  return remark(page, field).evaluate((area) => area === document.activeElement)
}

/** What a browser does when the line comes back: the page sends what it has and asks for all it shows. */
const send = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))

/** Sent without waiting for the keyboard to rest. */
const save = (page: Page) => page.keyboard.press('Control+s')

/** Signs in over the page where it asks; without a line she first waits for it. */
async function answerQuestions(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  if (!(await dialog.isVisible())) return
  await page.context().setOffline(false)
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Two texts at one place: both are kept, in one. */
async function settle(page: Page): Promise<void> {
  const card = page.getByRole('region', { name: 'Hai người cùng sửa' })
  for (let times = 0; times < 4 && (await card.isVisible()); times += 1) {
    await card.getByRole('button', { name: 'Trộn hai bản' }).click()
    await card.getByRole('button', { name: 'Dùng bản trộn' }).click()
    await page.waitForTimeout(200)
  }
}

/** In the evening everything is sent, and whatever clashes is settled; a busy machine takes its time. */
async function goHome(mine: Page, hers: Page): Promise<void> {
  await breath(mine)
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    for (const page of [mine, hers]) {
      await answerQuestions(page)
      await settle(page)
      await save(page)
    }
    await mine.waitForTimeout(150)
    if ((await isSent(mine)) && (await isSent(hers)) && (await copiesIn(mine)) === 0) return
  }
}

const isSent = (page: Page) =>
  page
    .getByText(/^(Đã lưu \d|Chưa có thay đổi)/)
    .first()
    .isVisible()

/** How many texts lie in the browser and not on the server. */
const copiesIn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('training-year')
        opening.addEventListener('error', () => reject(new Error('the store cannot be opened')))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('copies').objectStore('copies').count()
          counting.addEventListener('success', () => resolve(counting.result))
          opening.result.close()
        })
      }),
  )
