import { createInflateRaw } from 'node:zlib'
import { type ZipEntry, zipEntries } from '../zip.ts'
import { notTaken } from './not-taken.ts'

const fileHeader = 0x04034b50
const fixedHeader = 30
const mostEntries = 2_000
const mostInflated = 200 * 1024 * 1024
const mostTimes = 100
const mostOfOnePart = 4 * 1024 * 1024

/**
 * The entries of an office file, after its sizes were judged as they are said, and each was inflated
 * once, counted and thrown away, to see that they are said truly.
 */
export async function soundEntries(archive: Buffer): Promise<ZipEntry[]> {
  const entries = zipEntries(archive)
  if (!entries || entries.length === 0) throw notTaken('files.broken')
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw notTaken('files.locked')
  const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (
    entries.length > mostEntries ||
    inflated > Math.min(mostInflated, archive.length * mostTimes) ||
    // parts that lie over each other: few bytes that are many
    packed > archive.length
  )
    throw notTaken('files.unpacks-too-large')
  if (entries.some(({ name }) => isOddName(name))) throw notTaken('files.broken')
  for (const entry of entries) await mustBeAsLongAsSaid(archive, entry)
  return entries
}

/** The text of one small part. */
export async function partText(archive: Buffer, entry: ZipEntry): Promise<string> {
  if (entry.inflated > mostOfOnePart) throw notTaken('files.unpacks-too-large')
  const chunks: Buffer[] = []
  for await (const chunk of inflating(archive, entry)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const isOddName = (name: string) =>
  name === '' || name.startsWith('/') || /\\|\0|(^|\/)\.\.(\/|$)|^[a-z]:/i.test(name)

async function mustBeAsLongAsSaid(archive: Buffer, entry: ZipEntry): Promise<void> {
  let length = 0
  for await (const chunk of inflating(archive, entry)) {
    length += chunk.length
    if (length > entry.inflated) throw notTaken('files.unpacks-too-large')
  }
  if (length !== entry.inflated) throw notTaken('files.broken')
}

async function* inflating(archive: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(archive, entry)
  if (entry.method === 0) return yield packed
  if (entry.method !== 8) throw notTaken('files.broken')
  const inflate = createInflateRaw()
  inflate.end(packed)
  try {
    for await (const chunk of inflate) yield chunk
  } catch (error) {
    throw isOfZlib(error) ? notTaken('files.broken') : error
  } finally {
    inflate.destroy()
  }
}

const isOfZlib = (error: unknown) =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('Z_')

function packedBytes(archive: Buffer, { at, packed }: ZipEntry): Buffer {
  if (at + fixedHeader > archive.length || archive.readUInt32LE(at) !== fileHeader)
    throw notTaken('files.broken')
  const start = at + fixedHeader + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  if (start + packed > archive.length) throw notTaken('files.broken')
  return archive.subarray(start, start + packed)
}
