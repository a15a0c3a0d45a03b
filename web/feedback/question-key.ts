/** A name for ever, which nobody sees: two people adding at once never take the same one. */
export function newKey(of: 'q' | 'c'): string {
  return `${of}${crypto.randomUUID().replaceAll('-', '').slice(0, 8)}`
}
