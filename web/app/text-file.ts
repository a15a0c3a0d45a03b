import { isSame } from '../kit/autosave/merge.ts'
import type { LocalCopy } from '../kit/autosave/local-copy.ts'
import { saveFile } from '../kit/save-file.ts'

/** A text that was typed here, as a file to carry away: what a person can read, nothing else. */
export function saveTextFile(copy: LocalCopy, head: readonly string[]): void {
  const text = [...head, '', ...typedWords(copy.value, copy.base)].join('\r\n')
  const name = `ban-viet-${copy.typedAt.slice(0, 16).replaceAll(/\D/g, '')}.txt`
  // the mark tells older editors of Windows that this is UTF-8
  saveFile(name, 'text/plain', `\uFEFF${text}`)
}

/** Every text and figure that was changed, each below the number of the place it belongs to. */
export function typedWords(value: unknown, base: unknown, place = ''): string[] {
  if (isSame(value, base) || value === null || value === undefined) return []
  if (typeof value === 'string' || typeof value === 'number')
    return value === '' ? [] : [place, String(value), ''].filter((line, at) => at > 0 || line)
  if (typeof value !== 'object') return []
  return Object.entries(value)
    .filter(([, inner]) => !(typeof inner === 'string' && isName.test(inner)))
    .flatMap(([key, inner]) => typedWords(inner, childOf(base, key), placeOf(key) ?? place))
}

/** Ids and code words belong to the machine. */
const isName = /^[0-9a-f-]{36}$|^[A-Z][A-Z_]+$/

/** `…:CLAUSE:II.3` is II.3 for people; the names of fields say nothing to them. */
function placeOf(key: string): string | undefined {
  return key.includes(':') ? key.split(':').at(-1) : undefined
}

function childOf(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined
}
