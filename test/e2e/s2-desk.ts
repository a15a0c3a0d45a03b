import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import type { ConsolidationView, TargetRequests } from '../../domain/revision/views.contract.ts'
import { say } from '../../domain/text/say.ts'
import type { Person } from '../../local/signed-in.ts'
import type { Visitor } from './stage.ts'
import { done, walk } from './walk.ts'

let drafter: Promise<Person> | undefined
const atDesk = () => (drafter ??= walk.calling('khai.dq'))

export async function consolidation(planId: string): Promise<ConsolidationView> {
  return done(await (await atDesk()).call(routes.consolidation, { params: { planId } }))
}

export async function asked(planId: string): Promise<TargetRequests> {
  return done(await (await atDesk()).call(routes.targetRequests, { params: { planId } }))
}

/** An opinion on the place of which most is said, with nothing decided about it. */
export async function onBusiestPlace(planId: string): Promise<string> {
  const { places } = await consolidation(planId)
  const [busiest] = places.toSorted((one, other) => other.open - one.open)
  if (!busiest) throw new Error('nothing is said of any place')
  const given = { params: { planId }, query: { place: writePlaceKey(busiest), size: 200 } }
  const { opinions } = done(await (await atDesk()).call(routes.opinions, given))
  return opinions.find(({ disposition }) => disposition === null)?.id ?? ''
}

/** All other requests are refused, so that one is left to be decided at the screen. */
export async function decideAllBut(unit: string, planIds: readonly string[]): Promise<void> {
  const body = { outcome: 'NOT_ACCEPTED' as const, explanation: 'Giữ chỉ tiêu đã giao.' }
  for (const planId of planIds)
    for (const { id, unitName, assigned } of (await asked(planId)).requests) {
      if (unitName.includes(unit)) continue
      const given = { params: { requestId: id }, body: { ...body, granted: assigned } }
      done(await (await atDesk()).call(routes.decideRequest, given, { revision: 0 }))
    }
}

export async function sharesOf(planId: string, code: string): Promise<Map<string, number>> {
  const { targets } = await asked(planId)
  const shares = targets.find((target) => target.code === code)?.shares ?? []
  return new Map(shares.map(({ unitName, value }) => [unitName, value]))
}

export function sum(counted: Map<string, number> | Record<string, number>): number {
  const counts = counted instanceof Map ? [...counted.values()] : Object.values(counted)
  return counts.reduce((all, each) => all + each, 0)
}

/** 'Tiếp thu': 3, as screen, workbook and paper say it; what has no opinion is left out. */
export function inWords(byDisposition: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byDisposition)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => [say('vi', `revision.dispositions.${kind}`), count]),
  )
}

/** How often each disposition stands in the workbook that the page offers. */
export async function inWorkbook(visitor: Visitor): Promise<Record<string, number>> {
  const [file] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.press('Tải bảng XLSX'),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(await file.path()).buffer as ArrayBuffer) // as its own types want it
  const sheet = book.worksheets[0]
  const counts: Record<string, number> = {}
  let column = 0
  sheet?.eachRow((row) =>
    row.eachCell((cell, at) => {
      const words = cell.text
      if (words === 'Hướng xử lý') column = at
      else if (column > 0 && at === column) counts[words] = (counts[words] ?? 0) + 1
    }),
  )
  return counts
}

/** All of them over every page, as many as nobody has decided yet. */
export async function chooseAllOpen(visitor: Visitor, open: number): Promise<void> {
  await visitor.page.getByRole('article', { name: /đang xử lý$/ }).waitFor()
  if (open > 1) await visitor.press(new RegExp(`^Chọn (cả )?${open} ý kiến chưa xử lý`))
  else await visitor.page.keyboard.press('x')
  await visitor.see(`Đã chọn ${open} ý kiến.`)
}

/** With the keys alone, as somebody does who has no mouse. */
export async function tabTo({ page }: Visitor, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const words = await page.evaluate(() => {
      const at = document.activeElement
      const label = at?.id ? document.querySelector(`label[for="${at.id}"]`) : null
      return (label ?? at?.closest('label') ?? at)?.textContent ?? ''
    })
    if (name.test(words.trim())) return
  }
  expect.fail(`the keys do not reach ${String(name)}`)
}

/** The open opinion is one that nobody has decided: it comes by a reading of its own after the totals. */
export async function untilUndecided({ page }: Visitor): Promise<Locator> {
  const open = page.locator('article[aria-current="true"]')
  await open.and(page.locator(':not(:has([aria-pressed="true"]))')).waitFor()
  return open
}

/** By its key. */
export async function choosePartly(visitor: Visitor): Promise<void> {
  const open = await untilUndecided(visitor)
  await visitor.page.keyboard.press('2')
  await open.getByRole('button', { name: 'Một phần', pressed: true }).waitFor()
}
