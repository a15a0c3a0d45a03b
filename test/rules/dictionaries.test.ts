import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { besideTheStep } from '../../domain/cycle/beside-the-step.ts'
import { deeds } from '../../domain/deeds.ts'
import { en } from '../../domain/text/en.ts'
import { sayDeed } from '../../domain/text/say-deed.ts'
import { say } from '../../domain/text/say.ts'
import { vi } from '../../domain/text/vi.ts'

const project = join(import.meta.dirname, '../..')
const languages = ['vi', 'en'] as const
const dictionaries = { vi, en }

/** Every sentence by its dotted key. */
function sentences(node: unknown, path: readonly string[] = []): [key: string, text: string][] {
  if (typeof node === 'string') return [[path.join('.'), node]]
  return Object.entries(Object(node)).flatMap(([name, child]) => sentences(child, [...path, name]))
}

type Source = { file: string; code: string }

function sourcesBelow(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({
        file: join(folder, name),
        code: readFileSync(join(project, folder, name), 'utf8'),
      })),
  )
}

/** What the pattern's first group finds, each with the files it stands in. */
function found(sources: readonly Source[], ...patterns: RegExp[]): [string, string][] {
  const where = new Map<string, Set<string>>()
  for (const { file, code } of sources) {
    const names = patterns.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name]) => name))
    for (const name of names) where.set(name ?? '', (where.get(name ?? '') ?? new Set()).add(file))
  }
  return [...where].map(([name, files]) => [name, [...files].join(', ')])
}

const isSaid = (key: string) => languages.every((language) => say(language, key) !== key)
const params = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

const vietnamese = sentences(vi)
const english = sentences(en)
const words = Object.keys(vi).join('|')
const language = sourcesBelow('domain').filter(({ file }) => !file.startsWith('domain/text/'))
const hands = sourcesBelow('db', 'api', 'worker').filter(({ file }) => !file.startsWith('db/demo/'))
const all = [...language, ...hands]
const deedNames = new Set(deeds.map(({ name }) => name))

describe('the two dictionaries', () => {
  it('have the same keys', () => {
    expect(english.map(([key]) => key).sort()).toEqual(vietnamese.map(([key]) => key).sort())
  })

  it('ask for the same params', () => {
    const other = new Map(english)
    const differing = vietnamese.filter(
      ([key, text]) => params(text).join() !== params(other.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it.each(languages)('leave nothing empty and no space doubled (%s)', (name) => {
    const untidy = sentences(dictionaries[name]).filter(([, text]) => !text || text.includes('  '))
    expect(untidy).toEqual([])
  })
})

describe('every sentence that the program may say stands in both dictionaries', () => {
  const beside = besideTheStep.map((kind): [string, string] => [kind, 'beside the step'])
  const tasks = found(all, new RegExp(`kind: '((?:${words})\\.\\w+)'`, 'g')).concat(beside)
  const letters = found(all, new RegExp(`'((?:${words})\\.letters\\.\\w+)'`, 'g'))
  const isOtherwiseNamed = (name: string) =>
    deedNames.has(name) || tasks.some(([kind]) => kind === name)
  const codes = found(
    all,
    /Refusal\(\s*'([^']+)'/g,
    new RegExp(`code: '((?:${words})\\.[\\w.-]+)'`, 'g'),
    // no column is written with a dash, so this is a code wherever it stands
    new RegExp(`'((?:${words})\\.[a-z]+-[a-z0-9-]+)'`, 'g'),
  ).concat(found(language, new RegExp(`'((?:${words})\\.[a-z]+)'`, 'g')))

  it.each(codes.filter(([code]) => !isOtherwiseNamed(code)))('refusal %s (%s)', (code) => {
    const [word, ...fact] = code.split('.')
    // the language's own codes may stand for a whole refusal or for one place of a form
    const kinds = word === 'grammar' ? ['refusals', 'faults'] : ['refusals']
    const keys = kinds.map((kind) => `${word}.${kind}.${fact.join('.')}`)
    expect(keys.some(isSaid), keys.join(' or ')).toBe(true)
  })

  it.each(tasks)('task %s (%s)', (kind) => {
    const [word, ...name] = kind.split('.')
    for (const piece of ['title', 'why', 'deed']) {
      const key = `${word}.tasks.${name.join('.')}.${piece}`
      expect(isSaid(key), key).toBe(true)
    }
  })

  it.each(letters)('letter %s (%s)', (key) => {
    for (const piece of ['title', 'body'])
      expect(isSaid(`${key}.${piece}`), `${key}.${piece}`).toBe(true)
  })

  const recorded = found(hands, /\bdeed: '([a-zA-Z]+\.[a-zA-Z.]+)'/g).map(([name]) => name)
  it.each([...new Set([...deedNames, ...recorded])])('deed %s', (name) => {
    for (const each of languages) expect(sayDeed(dictionaries[each], name)).not.toBe(name)
  })
})

describe('text', () => {
  it.each(languages)('of the dictionary is NFC (%s)', (name) => {
    const texts = sentences(dictionaries[name])
    expect(texts.filter(([, text]) => text !== text.normalize('NFC'))).toEqual([])
  })

  it('of every source, tests included, is NFC', () => {
    // a test that needs NFD writes it with escapes, so that it is seen
    const sources = sourcesBelow(
      'domain',
      'workflows',
      'worker',
      'api',
      'web',
      'db',
      'local',
      'test',
    )
    const other = sources.filter(({ code }) => code !== code.normalize('NFC'))
    expect(other.map(({ file }) => file)).toEqual([])
  })
})
