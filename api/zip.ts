import { Refusal } from '../domain/grammar/refusal.ts'

const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50
const shortestEnd = 22
const longestComment = 65_535
const mostEntries = 200
const mostInflated = 80 * 1024 * 1024

/** Reads the directory at the end of an archive and refuses what would not stay small when opened. */
export function mustBeModestZip(archive: Buffer): void {
  const end = endOf(archive)
  if (end === null) throw unreadable()
  const entries = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  let inflated = 0
  if (entries > mostEntries) throw unreadable()
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== directoryEntry) throw unreadable()
    inflated += archive.readUInt32LE(at + 24)
    // the name, the extra field and the comment follow the fixed part
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  if (inflated > mostInflated) throw unreadable()
}

function endOf(archive: Buffer): number | null {
  const last = archive.length - shortestEnd
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (archive.readUInt32LE(at) === endOfDirectory) return at
  return null
}

function unreadable(): Refusal {
  return new Refusal('federation.list-unreadable', 'invalid')
}
