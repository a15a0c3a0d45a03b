import { z } from 'zod'
import type { Entered } from '../db/context.ts'
import type { InputOf, Reading } from '../domain/grammar/route.ts'
import type { Language } from '../domain/text/say.ts'
import { languageOf } from './errors.ts'
import { type Mounting, readFor } from './mount.ts'
import { sendSheet, type Sheet, writeSheet } from './xlsx.ts'

/**
 * The same list as a workbook, at `…/export.xlsx` below the list's own address: same rights, same
 * filters, all its pages. Mount it before an address that has an id in that place
 * (`/units/:unitId`), which would take `export.xlsx` for one.
 */
export function mountExport<R extends Reading, Row>(
  { house, router, mounted }: Mounting,
  route: R,
  sheetOf: (entered: Entered, input: InputOf<R>, language: Language) => Promise<Sheet<Row>>,
): void {
  const path: `/${string}` = `${route.path}/export.xlsx`
  const workbook = z.string().describe('An XLSX workbook')
  mounted.push({ ...route, path, summary: `${route.summary}, as XLSX`, reply: workbook })
  router.get(path, async (req, res) => {
    const language = languageOf(req)
    const written = await readFor(house, route, { req, res }, async (entered, input) =>
      writeSheet(await sheetOf(entered, input, language)),
    )
    sendSheet(res, written)
  })
}
