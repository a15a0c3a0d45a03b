import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { expect } from 'vitest'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { say } from '../../domain/text/say.ts'
import type { Person } from '../../local/signed-in.ts'
import type { Visitor } from './stage.ts'
import { done, walk } from './walk.ts'

let drafter: Promise<Person> | undefined
const atDesk = () => (drafter ??= walk.calling('khai.dq'))

export async function consolidation(planId: string): Promise<ConsolidationView> {
  return done(await (await atDesk()).call(routes.consolidation, { params: { planId } }))
}

/** An opinion on the place of which most is said, with nothing decided about it. */
export async function onBusiestPlace(planId: string): Promise<string> {
  const { places, comments } = await consolidation(planId)
  const [busiest] = places.toSorted((one, other) => other.open - one.open)
  const found = comments.find(
    ({ placeKind, placeCode, disposition }) =>
      placeKind === busiest?.kind && placeCode === busiest.code && disposition === null,
  )
  return found?.id ?? ''
}

/** All other requests are refused, so that one is left to be decided at the screen. */
export async function decideAllBut(unit: string, planIds: readonly string[]): Promise<void> {
  const body = { outcome: 'NOT_ACCEPTED' as const, explanation: 'Giữ chỉ tiêu đã giao.' }
  for (const planId of planIds)
    for (const { id, unitName, assigned } of (await consolidation(planId)).requests) {
      if (unitName.includes(unit)) continue
      const given = { params: { requestId: id }, body: { ...body, granted: assigned } }
      done(await (await atDesk()).call(routes.decideRequest, given, { revision: 0 }))
    }
}

export async function sharesOf(planId: string, code: string): Promise<Map<string, number>> {
  const { targets } = await consolidation(planId)
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

/** Place by place, then one by one where nothing else stands, and the open one by its key. */
export async function chooseAllOpen({ page }: Visitor, open: number): Promise<void> {
  const ofPlace = page.getByRole('button', { name: /^Chọn \d+ ý kiến chưa xử lý/ })
  await page.getByRole('article', { name: /đang xử lý$/ }).waitFor()
  while ((await ofPlace.count()) > 0) await ofPlace.first().click()
  const single = page.getByRole('checkbox', { name: /^Chọn ý kiến/, checked: false })
  while ((await single.count()) > 0) await single.first().check()
  const all = page.getByText(`Đã chọn ${open} ý kiến.`)
  if ((await all.count()) === 0) await page.keyboard.press('x')
  await all.waitFor()
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
