import { createHash } from 'node:crypto'

/** JSON with sorted keys and NFC text: equal content has equal bytes, whatever wrote it. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.normalize('NFC')
    if (typeof inner === 'bigint') return inner.toString()
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}
