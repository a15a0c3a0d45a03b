import { diffWords } from 'diff'
import { nfc } from '../../../domain/grammar/text.ts'

export type DiffPart = { kind: 'same' | 'added' | 'removed'; text: string }

/**
 * What became of a text, word by word. Both are compared in composed form, so that the same word
 * from another keyboard is no change.
 */
export function diffTexts(before: string, after: string): DiffPart[] {
  return diffWords(nfc(before), nfc(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** How many words were added and removed: "bỏ 4 chữ, thêm 8 chữ". */
export function countChanges(parts: readonly DiffPart[]): { added: number; removed: number } {
  return {
    added: wordsOf(parts, 'added'),
    removed: wordsOf(parts, 'removed'),
  }
}

function wordsOf(parts: readonly DiffPart[], kind: DiffPart['kind']): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
}
