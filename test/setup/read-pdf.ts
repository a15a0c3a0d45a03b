import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<string, { head: string; stream: string | null }>
type Glyphs = ReadonlyMap<string, string>

/** The pages of a PDF that Chromium has printed: how many, and the words of each. */
export function readPdf(file: Buffer): string[] {
  const objects = objectsOf(file.toString('latin1'))
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  return pages.map(({ head }) => wordsOf(head, objects).normalize('NFC'))
}

function objectsOf(text: string): Objects {
  const found = text.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)
  return new Map([...found].map(([, id = '', body = '']) => [id, objectOf(body)]))
}

function objectOf(body: string) {
  const at = body.indexOf('stream')
  if (at < 0) return { head: body, stream: null }
  const head = body.slice(0, at)
  const from = at + (body[at + 6] === '\r' ? 8 : 7)
  const raw = Buffer.from(body.slice(from, body.lastIndexOf('endstream')), 'latin1')
  const stream = head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : null
  return { head, stream }
}

function wordsOf(page: string, objects: Objects): string {
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      glyphsOf(id, objects),
    ]),
  )
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream ?? ''
  let glyphs: Glyphs = new Map()
  let words = ''
  for (const [, font, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font) glyphs = fonts.get(font) ?? glyphs
    for (const [code] of (hex ?? '').matchAll(/.{4}/g))
      words += glyphs.get(code.toUpperCase()) ?? ''
  }
  return words
}

/** What each glyph of a font stands for, as the font's own table says. */
function glyphsOf(id: string, objects: Objects): Glyphs {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
  const cmap = objects.get(table)?.stream ?? ''
  return new Map([...singles(cmap), ...ranges(cmap)])
}

function singles(cmap: string): [string, string][] {
  return rowsIn(cmap, 'bfchar').flatMap((rows) =>
    [...rows.matchAll(/<(\w+)> <(\w+)>/g)].map(([, code = '', text = '']): [string, string] => [
      code.toUpperCase(),
      fromUtf16(text),
    ]),
  )
}

function ranges(cmap: string): [string, string][] {
  return rowsIn(cmap, 'bfrange').flatMap((rows) =>
    [...rows.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)].flatMap(([, from = '', to = '', text = '']) => {
      const [first, last] = [parseInt(from, 16), parseInt(to, 16)]
      return Array.from({ length: last - first + 1 }, (_, index): [string, string] => [
        (first + index).toString(16).toUpperCase().padStart(4, '0'),
        String.fromCharCode(parseInt(text, 16) + index),
      ])
    }),
  )
}

function rowsIn(cmap: string, table: 'bfchar' | 'bfrange'): string[] {
  const found = cmap.matchAll(new RegExp(`begin${table}([\\s\\S]*?)end${table}`, 'g'))
  return [...found].map(([, rows = '']) => rows)
}

function fromUtf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))
}
