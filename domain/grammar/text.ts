/** Composed form, so that "hoà" typed on any keyboard is the same text. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Without marks and capitals, as people search: 'Đống Đa' → 'dong da'. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether every word typed occurs in the text; marks, capitals and order do not matter. */
export function matchesAllWords(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word))
}

const collator = new Intl.Collator('vi', { numeric: true })

/** Vietnamese order with natural numbers: 'Phường 2' before 'Phường 10'. */
export function compareVi(a: string, b: string): number {
  return collator.compare(a, b)
}

/** People stand by given name, then family and middle names: 'Hằng, Nguyễn Thị'. */
export function givenNameSortKey(fullName: string): string {
  const words = nfc(fullName).trim().split(/\s+/)
  const given = words.at(-1) ?? ''
  return words.length > 1 ? `${given}, ${words.slice(0, -1).join(' ')}` : given
}

/** Word by word: every 'Anh' stands before the first 'Ánh', whatever their family names are. */
export function compareByGivenName(a: string, b: string): number {
  const [left, right] = [sortWords(a), sortWords(b)]
  const differing = left.findIndex((word, index) => compareVi(word, right[index] ?? '') !== 0)
  return differing < 0
    ? left.length - right.length
    : compareVi(left[differing] ?? '', right[differing] ?? '')
}

function sortWords(fullName: string): string[] {
  return givenNameSortKey(fullName).replace(',', '').split(' ')
}

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** '65.749', '1.234,5': at most two decimals. */
export function writeNumber(value: number | bigint): string {
  return numbers.format(value)
}

const written = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/

/** '65.749' and '1,5' as the fields of the screen take them; null where it is no such number. */
export function readNumber(text: string): number | null {
  const digits = text.replaceAll(/[\s\u00a0]/g, '')
  return written.test(digits) ? Number(digits.replaceAll('.', '').replace(',', '.')) : null
}

/** '120.000.000 đồng'. */
export function writeDong(dong: bigint | number): string {
  return `${writeNumber(dong)} đồng`
}

/** Without control characters; line breaks and tabs are text. */
export function isPlainText(text: string): boolean {
  return !/[^\P{Cc}\n\r\t]/u.test(text)
}

/** Plain text on one line. */
export function isPlainLine(text: string): boolean {
  return !/\p{Cc}/u.test(text)
}

/** Somebody's own words as a part of a sentence that ends with its own full stop. */
export function withoutFullStop(words: string): string {
  return words.trim().replace(/\.+$/, '')
}
