import { randomUUID } from 'node:crypto'
import { chromium, type Page } from 'playwright-core'
import { asSystem } from '../../db/context.ts'
import { openDatabase } from '../../db/database.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { findBrowser } from '../../local/browser.ts'
import { buildWeb } from '../../local/build-web.ts'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import type { Person } from '../../local/signed-in.ts'
import { signIn } from '../setup/person.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { asTheWorker } from './as-the-worker.ts'
import type { PlanIds } from './consultation-content.ts'
import { openHouse } from './house.ts'
import { longContent, longForm } from './largest-form.ts'
import { type Measured, percentile } from './row.ts'
import type { Subject } from './subject.ts'
import { insertRound } from './waiting-answers.ts'

const planYear = 2027
const keys = 200

/** A unit's drafter types into the largest form that there is, in the web app as it was built. */
export const keystroke: Subject = {
  rows: [{ name: 'keystroke-300', unit: 'ms p95', goal: 16, goalIs: 'atMost', floorIs: null }],
  async *measure(ground) {
    await buildWeb()
    const urls = await ground.database()
    const federation = await smallFederation(urls.ownerUrl, 1)
    const plans = await openLongRound(urls, federation)
    const house = await openHouse(ground, urls)
    try {
      const drafter = await signIn(house.address, 'unit1.drafter')
      await writeLongForm(drafter, plans)
      yield ['keystroke-300', await measureKeys(house.address, { drafter, plans })]
    } finally {
      await house.close()
    }
  },
}

async function openLongRound(
  { ownerUrl, appUrl }: DatabaseUrls,
  federation: SmallFederation,
): Promise<PlanIds> {
  const plans: PlanIds = { TRAINING: randomUUID(), MEMBERSHIP_DEVELOPMENT: randomUUID() }
  const roundId = await withClient(ownerUrl, async (client) => {
    const id = await insertRound(client, federation, plans)
    const content = JSON.stringify(longContent())
    const change = 'update plan_version set content = $2 where plan_id = $1'
    await client.query(change, [plans.TRAINING, content])
    return id
  })
  const worker = openDatabase(appUrl, asTheWorker)
  const as = { federationId: federation.federationId, process: 'bench' }
  await asSystem(worker, as, (tx) => openObligations(tx, roundId))
  await worker.destroy()
  return plans
}

async function writeLongForm(drafter: Person, plans: PlanIds): Promise<void> {
  const { body } = await drafter.call(feedbackRoutes.myAnswer, { params: { planYear } })
  const given = { params: { answerId: body.answerId }, body: { form: longForm(plans) } }
  const saved = await drafter.call(feedbackRoutes.save, given, { revision: body.formRevision })
  if (saved.status !== 200) throw new Error(`not saved: ${JSON.stringify(saved.body)}`)
}

type Sitting = { drafter: Person; plans: PlanIds }

async function measureKeys(address: string, { drafter, plans }: Sitting): Promise<Measured> {
  const { executablePath, args } = await findBrowser()
  // the frame comes when it is drawn, not with the screen's own beat
  const unpaced = ['--disable-frame-rate-limit', '--disable-gpu-vsync']
  const browser = await chromium.launch({ executablePath, args: [...args, ...unpaced] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = drafter.cookie.split('=')
    await page.context().addCookies([{ name, value, url: address }])
    const at = encodeURIComponent(`${plans.TRAINING}:CLAUSE:II.50`)
    await page.goto(`${address}/cycles/${planYear}/feedback?step=places&at=${at}`)
    const took = await typed(page)
    await page.setContent('<section><textarea rows="4"></textarea></section>')
    const bare = await typed(page)
    const said = [50, 95].map((percent) => `p${percent} ${percentile(bare, percent).toFixed(1)} ms`)
    const beside = `p50 ${percentile(took, 50).toFixed(1)} ms; in a bare text area ${said.join(', ')}`
    return { figure: percentile(took, 95), floor: null, beside }
  } finally {
    await browser.close()
  }
}

/** Each key one after the other, as fast as a practised hand. */
async function typed(page: Page): Promise<number[]> {
  const area = page.locator('section textarea').first()
  await area.waitFor({ timeout: 30_000 })
  await area.focus()
  await page.evaluate(watchFrames)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.type(key % 6 === 5 ? ' ' : 'a')
    await page.waitForTimeout(60)
  }
  const took = await page.evaluate(() => performance.getEntriesByName('keystroke'))
  const durations = took.map(({ duration }) => duration)
  if (durations.length < keys) throw new Error(`only ${durations.length} frames were seen`)
  // the first keys pay for what is compiled once
  return durations.slice(20)
}

/** From before the app hears of the key until the frame that shows it has been drawn. */
function watchFrames(): void {
  const { port1, port2 } = new MessageChannel()
  const waiting: number[] = []
  port1.addEventListener('message', () => {
    for (const start of waiting.splice(0))
      performance.measure('keystroke', { start, end: performance.now() })
  })
  port1.start()
  const capture = { capture: true }
  // named functions carry a mark of the compiler's that the page does not know
  window.addEventListener(
    'beforeinput',
    ({ timeStamp }) => {
      waiting.push(timeStamp)
      requestAnimationFrame(() => port2.postMessage(null))
    },
    capture,
  )
}
