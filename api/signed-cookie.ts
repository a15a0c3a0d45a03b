import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a cookie says that carries our signature behind its last dot; null for every other. */
export function signedValueOf(
  header: string | undefined,
  { name, secret }: { name: string; secret: string },
): string | null {
  const written = cookieOf(header, name)
  const dot = written.lastIndexOf('.')
  if (dot < 1) return null
  const value = written.slice(0, dot)
  const given = Buffer.from(written.slice(dot + 1))
  const ours = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'))
  return given.length === ours.length && timingSafeEqual(given, ours) ? value : null
}

function cookieOf(header: string | undefined, name: string): string {
  const start = `${name}=`
  const found = header?.split(/; */).find((pair) => pair.startsWith(start))
  try {
    return decodeURIComponent(found?.slice(start.length) ?? '')
  } catch {
    return ''
  }
}
