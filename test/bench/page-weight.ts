import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { z } from 'zod'
import { verifyPage } from '../../api/verify-page.ts'
import { buildWeb } from '../../local/build-web.ts'
import { dist } from '../../local/project.ts'
import type { Subject } from './subject.ts'

const part = z.object({
  file: z.string(),
  name: z.string().default(''),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  isDynamicEntry: z.boolean().default(false),
})
type Manifest = Record<string, z.output<typeof part>>

export const mostKilobytes = { door: 220, page: 60, lookUp: 15 }
/** A browser asks for six at a time. */
export const mostFiles = { door: 6, page: 8 }
const kilobyte = 1024

export type Weight = { name: string; kilobytes: number; files: number }
export type Weights = {
  /** What the first address loads: the sign-in page. */
  door: Weight
  /** What every page behind it stands in, fetched once: the shell, its dialogs, all the words. */
  frame: Weight
  /** What each page, and each part that a page fetches later, loads beyond that; the heaviest first. */
  pages: Weight[]
}

const door = ['index.html', 'federation/SignInPage.tsx']
const frame = ['app/AppShell.tsx', 'app/Questions.tsx']
/** A dictionary is a part that many import, known by its name; English comes for its readers only. */
const words = { vi: 'vi', en: 'en' }

/** JavaScript of the built web app as it travels, by brotli. */
export function weigh(): Weights {
  const manifest = z
    .record(z.string(), part)
    .parse(JSON.parse(readFileSync(dist('web', '.vite', 'manifest.json'), 'utf8')))
  const behindDoor = needed(manifest, door)
  const behindFrame = needed(manifest, [...frame, named(manifest, words.vi)])
  const known = new Set([...behindDoor, ...behindFrame])
  const pages = Object.entries(manifest)
    .filter(
      ([name, { isDynamicEntry }]) =>
        isDynamicEntry && !known.has(name) && manifest[name]?.name !== words.en,
    )
    .map(([name]) => {
      const there = new Set([...known, ...alreadyThere(manifest, name)])
      return weightOf(manifest, name, beyond(needed(manifest, [name]), there))
    })
  return {
    door: weightOf(manifest, 'the sign-in page', behindDoor),
    frame: weightOf(manifest, 'the frame', beyond(behindFrame, behindDoor)),
    pages: pages.toSorted((a, b) => b.kilobytes - a.kilobytes),
  }
}

/** These parts and all that they import, at once or through others. */
function needed(manifest: Manifest, names: readonly string[]): Set<string> {
  const found = new Set<string>()
  const waiting = [...names]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const { imports } = partOf(manifest, name)
    if (!found.has(name)) waiting.push(...imports)
    found.add(name)
  }
  return found
}

/** What every page that fetches this part has loaded before it. */
function alreadyThere(manifest: Manifest, name: string): Set<string> {
  const [first = [], ...others] = Object.keys(manifest)
    .filter((key) => partOf(manifest, key).dynamicImports.includes(name))
    .map((key) => [...needed(manifest, [key])])
  return new Set(first.filter((one) => others.every((other) => other.includes(one))))
}

function named(manifest: Manifest, wanted: string): string {
  const found = Object.keys(manifest).find((key) => manifest[key]?.name === wanted)
  if (found === undefined) throw new Error(`the built web app has no part called ${wanted}`)
  return found
}

function partOf(manifest: Manifest, name: string) {
  const one = manifest[name]
  if (!one) throw new Error(`the built web app has no part ${name}`)
  return one
}

const beyond = (all: ReadonlySet<string>, known: ReadonlySet<string>) =>
  new Set([...all].filter((name) => !known.has(name)))

function weightOf(manifest: Manifest, name: string, parts: ReadonlySet<string>): Weight {
  const bytes = [...parts].map((each) => compressedBytes(partOf(manifest, each).file))
  const kilobytes = bytes.reduce((sum, one) => sum + one, 0) / kilobyte
  return { name, kilobytes, files: parts.size }
}

/** A part belongs to many pages; its name changes with its content. */
const compressed = new Map<string, number>()

function compressedBytes(file: string): number {
  const bytes = compressed.get(file) ?? brotliCompressSync(readFileSync(dist('web', file))).length
  compressed.set(file, bytes)
  return bytes
}

/** The public look-up of a certificate as it is sent: whole, not compressed, with its mark. */
export function weighLookUp(): { page: string; kilobytes: number } {
  const page = verifyPage({
    language: 'vi',
    nonce: 'a'.repeat(24),
    federation: { name: 'Liên đoàn Lao động thành phố Hà Thanh', helpPhone: '024 3838 0000' },
    form: { kind: 'paper', typed: '' },
    answer: { kind: 'asked-nothing' },
  })
  const bytes = Buffer.byteLength(page) + readFileSync(dist('web', 'mark.svg')).length
  return { page, kilobytes: bytes / kilobyte }
}

const inKilobytes = { unit: 'KB', goalIs: 'atMost', floorIs: null } as const

export const pageWeight: Subject = {
  rows: [
    { name: 'first-route-js', goal: mostKilobytes.door, ...inKilobytes },
    { name: 'heaviest-page-js', goal: mostKilobytes.page, ...inKilobytes },
    { name: 'certificate-look-up', goal: mostKilobytes.lookUp, ...inKilobytes },
  ],
  async *measure(_, isWanted) {
    await buildWeb()
    const { door, frame, pages } = weigh()
    const [heaviest] = pages
    const found = {
      'first-route-js': { ...door, beside: `behind it once ${Math.round(frame.kilobytes)} KB` },
      'heaviest-page-js': { kilobytes: heaviest?.kilobytes ?? Number.NaN, beside: heaviest?.name },
      'certificate-look-up': { ...weighLookUp(), beside: 'as sent; no script' },
    }
    for (const [name, { kilobytes, beside }] of Object.entries(found))
      if (isWanted(name))
        yield [name, { figure: kilobytes, floor: null, ...(beside && { beside }) }]
  },
}
