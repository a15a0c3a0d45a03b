import { Refusal } from '../domain/grammar/refusal.ts'

const directoryEntry = 0x02014b50
const endOfDirectory = 0x06054b50
const shortestEnd = 22
const longestComment = 65_535
const mostEntries = 200
const mostInflated = 80 * 1024 * 1024

export type ZipEntry = {
  name: string
  isEncrypted: boolean
  /** 0: as it is, 8: deflated. */
  method: number
  packed: number
  inflated: number
  /** Where its own header stands, before the bytes. */
  at: number
}

/** The directory at the end of an archive, or null where there is none that can be read. */
export function zipEntries(archive: Buffer): ZipEntry[] | null {
  const end = endOf(archive)
  if (end === null) return null
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== directoryEntry) return null
    // the name, the extra field and the comment follow the fixed part
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    )
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + name),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      inflated: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** Refuses a list of units that would not stay small when opened. */
export function mustBeModestZip(archive: Buffer): void {
  const entries = zipEntries(archive)
  const inflated = entries?.reduce((sum, entry) => sum + entry.inflated, 0) ?? 0
  if (!entries || entries.length > mostEntries || inflated > mostInflated)
    throw new Refusal('federation.list-unreadable', 'invalid')
}

function endOf(archive: Buffer): number | null {
  const last = archive.length - shortestEnd
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (archive.readUInt32LE(at) === endOfDirectory) return at
  return null
}
