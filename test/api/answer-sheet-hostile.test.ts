import { afterAll, beforeAll, expect, test } from 'vitest'
import { partText, soundEntries } from '../../api/files/unpacked.ts'
import { docx, type Part, zipOf } from '../setup/real-files.ts'
import { filled, openSheetDesk, type SheetDesk } from '../setup/sheet-desk.ts'

let desk: SheetDesk
beforeAll(async () => {
  desk = await openSheetDesk()
}, 120_000)
afterAll(() => desk?.close())

/** The parts of our own workbook, all of them text. */
const parts = async (bytes: Buffer): Promise<Part[]> =>
  Promise.all(
    (await soundEntries(bytes)).map(async (entry) => ({
      name: entry.name,
      content: await partText(bytes, entry),
    })),
  )

test('a hostile workbook is refused with its reason, and nothing is laid out for it', async () => {
  const mine = await desk.downloaded()
  const own = await parts(mine)
  const withPart = (name: string, content: string | Buffer) => zipOf([...own, { name, content }])
  const replaced = (name: string, change: (text: string) => string) =>
    zipOf(
      own.map((part) =>
        part.name === name ? { name, content: change(String(part.content)) } : part,
      ),
    )
  expect(
    await desk.refusalOf(await filled(mine, { 'Chỉ tiêu': { G4: { formula: '1+1', result: 2 } } })),
  ).toBe('feedback.sheet-formula')
  expect(await desk.refusalOf(withPart('xl/vbaProject.bin', 'x'))).toBe('files.macro')
  expect(await desk.refusalOf(withPart('xl/externalLinks/externalLink1.xml', '<x/>'))).toBe(
    'feedback.sheet-linked',
  )
  expect(await desk.refusalOf(withPart('xl/media/a.bin', Buffer.alloc(20_000_000)))).toBe(
    'files.unpacks-too-large',
  )
  expect(await desk.refusalOf(docx())).toBe('feedback.sheet-wrong-kind')
  const rich = Buffer.from(Array.from({ length: 17_000_000 }, (_, at) => at % 251))
  expect(await desk.refusalOf(withPart('xl/media/a.bin', rich))).toBe('files.unpacks-too-large')
  expect(
    await desk.refusalOf(
      replaced('xl/workbook.xml', (text) =>
        text.replace(
          '</sheets>',
          `</sheets><definedNames><definedName name="x">'phieu'!$A$1:$XFD$1048576</definedName></definedNames>`,
        ),
      ),
    ),
  ).toBe('feedback.sheet-names')
  expect(
    await desk.refusalOf(
      replaced('xl/worksheets/sheet2.xml', () => '<worksheet><sheetData><row r='),
    ),
  ).toBe('feedback.sheet-unreadable')
  // a list over every cell there is would take the library minutes and gigabytes
  const startedAt = Date.now()
  const wide = replaced('xl/worksheets/sheet3.xml', (text) =>
    text
      .replace(/sqref="[^"]*"/, 'sqref="A1:XFD1048576"')
      .replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells>',
      ),
  )
  expect(await desk.refusalOf(wide)).toBeUndefined()
  expect(Date.now() - startedAt).toBeLessThan(20_000)
})
