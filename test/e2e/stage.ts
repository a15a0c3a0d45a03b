import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { findBrowser } from '../../local/browser.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
const artifacts = join(import.meta.dirname, '..', 'artifacts')
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
  leave(): Promise<void>
}

export type Theatre = {
  /** Signed in by a call, as a returning person would be. */
  visit(username: string, size?: Size): Promise<Visitor>
  /** Nobody signed in. */
  stranger(size?: Size): Promise<Visitor>
  close(): Promise<void>
}

export async function openTheatre(): Promise<Theatre> {
  mkdirSync(artifacts, { recursive: true })
  const browser = await chromium.launch(await findBrowser())
  return {
    async visit(username, size = desk) {
      const context = await contextOf(browser, size)
      await signIn(context, username)
      return visitorIn(context)
    },
    stranger: async (size = desk) => visitorIn(await contextOf(browser, size)),
    close: () => browser.close(),
  }
}

function contextOf(browser: Browser, size: Size): Promise<BrowserContext> {
  const isPhone = size.width < 500
  return browser.newContext({
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

async function visitorIn(context: BrowserContext): Promise<Visitor> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
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
        .getByRole('button', { name })
        .or(page.getByRole('link', { name }))
        .or(page.getByRole('menuitem', { name }))
        .first()
        .click(),
    leave: () => context.close(),
  }
}

/** A page as it stands is kept as a picture, and has neither axe violations nor sideways scroll. */
export async function look({ page, complaints }: Visitor, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const width = page.viewportSize()?.width ?? 0
  await page.screenshot({ path: join(artifacts, `${name}-${width}.png`), fullPage: true })
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways, `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
  expect(await violationsOn(page), `${name} at ${width}`).toEqual([])
  expect(complaints, `${name} at ${width}`).toEqual([])
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
  // evaluate runs through the debugger, which the page's own CSP does not bind
  await page.evaluate(axeSource)
  return page.evaluate(async (runOnly) => {
    type Axe = { run(at: Document, options: object): Promise<{ violations: Violation[] }> }
    type Violation = { id: string; nodes: { target: string[] }[] }
    const { axe } = globalThis as unknown as { axe: Axe } // put there by the line above
    const { violations } = await axe.run(document, { runOnly })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  }, tags)
}
