import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import { expect, inject } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { quickBrowser } from './quick-browser.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
const artifacts = join(import.meta.dirname, '..', 'artifacts')
const pictures = join(import.meta.dirname, '..', '..', 'docs', 'pictures')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const desk = { width: 1280, height: 900 }
export const phone = { width: 390, height: 844 }
type Size = typeof desk

export const address = (): string => inject('productUrl')

/** Somebody at a browser of their own, with what the browser complained of meanwhile. */
export type Visitor = {
  page: Page
  complaints: string[]
  /** Opens an address and waits until its heading stands. */
  go(path: string): Promise<void>
  /** Presses the button or link of this name. */
  press(name: string | RegExp): Promise<void>
  /** Writes into the first field of this name. */
  write(label: string | RegExp, words: string): Promise<void>
  /** Waits until these words stand on the page. */
  see(words: string | RegExp): Promise<void>
  /** Saves what was typed at once, instead of after the pause. */
  save(): Promise<void>
  /** Gives the reason that a deed asks for, and does it. */
  giveReason(reason: string, deed: string | RegExp): Promise<void>
  leave(): Promise<void>
}

let opened: Promise<Browser> | undefined
/** What a page has asked for and not been answered yet. */
const asked = new WeakMap<Page, Set<Request>>()

/** Pages that nobody sits at: whoever comes next finds the app in their cache and already compiled. */
const free = new Map<Size, Page[]>()
const browser = (): Promise<Browser> => (opened ??= openBrowser())

async function openBrowser(): Promise<Browser> {
  mkdirSync(artifacts, { recursive: true })
  return chromium.launch(await quickBrowser())
}

export async function closeTheatre(): Promise<void> {
  const closing = opened
  opened = undefined
  free.clear()
  await (await closing)?.close()
}

/** Signed in by a call, as a returning person would be, where somebody else may have sat before. */
export async function visit(username: string, size = desk): Promise<Visitor> {
  const page = free.get(size)?.pop() ?? (await (await contextOf(await browser(), size)).newPage())
  await signIn(page.context(), username)
  return { ...visitorAt(page), leave: () => leave(page, size) }
}

async function leave(page: Page, size: Size): Promise<void> {
  if (page.isClosed()) return page.context().close()
  for (const event of ['pageerror', 'console'] as const) page.removeAllListeners(event)
  await page.unrouteAll()
  await page.goto('about:blank')
  await page.context().clearCookies()
  free.set(size, [...(free.get(size) ?? []), page])
}

/** Nobody signed in, or whoever signed in at a browser that is open already. */
export async function stranger(size = desk, at?: BrowserContext): Promise<Visitor> {
  return visitorAt(await (at ?? (await contextOf(await browser(), size))).newPage())
}

/** Somebody whose browser runs no script at all. */
export async function withoutScripts(size = desk): Promise<Visitor> {
  const context = await contextOf(await browser(), size, { javaScriptEnabled: false })
  return visitorAt(await context.newPage())
}

function contextOf(
  browser: Browser,
  size: Size,
  more: { javaScriptEnabled?: false } = {},
): Promise<BrowserContext> {
  const isPhone = size.width < 500
  return browser.newContext({
    ...more,
    viewport: size,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: 'reduce',
  })
}

async function signIn(context: BrowserContext, username: string): Promise<void> {
  const reply = await context.request.post(`${address()}/api/auth/sign-in/username`, {
    data: { username, password: demoPassword },
    headers: { origin: address() },
  })
  if (!reply.ok()) throw new Error(`${username} cannot sign in: ${await reply.text()}`)
}

function countAsked(page: Page): void {
  if (asked.has(page)) return
  const pending = new Set<Request>()
  asked.set(page, pending)
  page.on('request', (request) => pending.add(request))
  const answered = (request: Request) => void pending.delete(request)
  page.on('requestfinished', answered)
  page.on('requestfailed', answered)
}

/** Everything that the page asked for has come, and nothing more is asked for because of it. */
async function untilStill(page: Page): Promise<void> {
  const until = Date.now() + 30_000
  for (let still = 0; still < 3; still += 1) {
    await page.waitForTimeout(40)
    const waiting = [...(asked.get(page) ?? [])].map((request) => request.url())
    if (waiting.length > 0) still = -1
    if (Date.now() > until) throw new Error(`no answer yet: ${waiting.join(', ')}`)
  }
}

function visitorAt(page: Page): Visitor {
  countAsked(page)
  // patient enough for a machine that does other things as well
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A refusal is part of the walk; everything else the browser says is a defect.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  return {
    page,
    complaints,
    async go(path) {
      await page.goto(`${address()}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    press: (name) =>
      page
        .getByRole('button', { name, exact: true })
        .or(page.getByRole('link', { name, exact: true }))
        .or(page.getByRole('menuitem', { name, exact: true }))
        .first()
        .click(),
    write: (label, words) => page.getByRole('textbox', { name: label }).first().fill(words),
    see: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    async save() {
      await page.keyboard.press('Control+s')
      await page
        .getByText(/^Đã lưu \d/)
        .filter({ visible: true })
        .first()
        .waitFor()
    },
    async giveReason(reason, deed) {
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Lý do' }).fill(reason)
      await dialog.getByRole('button', { name: deed }).click()
      await dialog.waitFor({ state: 'hidden' })
    },
    leave: () => page.context().close(),
  }
}

/** A page as it stands has neither axe violations nor sideways scroll; what is wrong is kept as a picture. */
export async function look({ page, complaints }: Visitor, name: string): Promise<void> {
  await untilStill(page)
  const width = page.viewportSize()?.width ?? 0
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const found = {
    sideways: Math.max(0, sideways),
    violations: await violationsOn(page),
    complaints,
  }
  const isWrong = found.sideways > 0 || [...found.violations, ...complaints].length > 0
  // a whole page drawn by the processor costs as much as its examination: all of them with LOOKS=1
  if (isWrong || process.env.LOOKS === '1')
    await page.screenshot({ path: join(artifacts, `${name}-${width}.jpeg`), fullPage: true })
  expect(found, `${name} at ${width}`).toEqual({ sideways: 0, violations: [], complaints: [] })
}

/** What the README and the user guide show, kept only when somebody asks: `PICTURES=1`. */
export async function picture({ page }: Visitor, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return
  const before = page.viewportSize() ?? desk
  await page.setViewportSize(desk)
  await untilStill(page)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  await page.setViewportSize(before)
}

/** The same page at both widths. */
export async function lookTwice(visitor: Visitor, name: string): Promise<void> {
  await look(visitor, name)
  const before = visitor.page.viewportSize() ?? desk
  await visitor.page.setViewportSize(before.width < 500 ? desk : phone)
  await look(visitor, name)
  await visitor.page.setViewportSize(before)
}

async function violationsOn(page: Page): Promise<string[]> {
  // what a bar at the foot happens to cover half would be judged as a target too small to press
  await page.evaluate(() => {
    scrollTo(0, 0)
    for (const bar of document.querySelectorAll<HTMLElement>('.abar')) bar.style.position = 'static'
  })
  // evaluate runs through the debugger, which the page's own CSP does not bind
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return page.evaluate(async (runOnly) => {
    type Axe = { run(at: Document, options: object): Promise<{ violations: Violation[] }> }
    type Violation = { id: string; nodes: { target: string[] }[] }
    const { axe } = globalThis as unknown as { axe: Axe } // put there by the line above
    const { violations } = await axe.run(document, { runOnly })
    for (const bar of document.querySelectorAll<HTMLElement>('.abar')) bar.style.position = ''
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  }, tags)
}
