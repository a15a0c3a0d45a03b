import { deflateRawSync, crc32 } from 'node:zlib'
import sharp from 'sharp'

export type Part = {
  name: string
  content: string | Buffer
  /** What the directory says of it, where that is not true. */
  says?: { inflated?: number; flags?: number }
}

/** An archive byte by byte, so that it can also be one that no honest program writes. */
export function zipOf(parts: readonly Part[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, says = {} } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name)
    const facts = Buffer.alloc(22)
    facts.writeUInt16LE(says.flags ?? 0, 0)
    facts.writeUInt16LE(8, 2)
    facts.writeUInt32LE(crc32(bytes), 8)
    facts.writeUInt32LE(packed.length, 12)
    facts.writeUInt32LE(says.inflated ?? bytes.length, 16)
    facts.writeUInt16LE(named.length, 20)
    const own = Buffer.concat([u32(0x04034b50), u16(20), facts, u16(0), named, packed])
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), u16(20), facts, Buffer.alloc(12), u32(at), named]),
    )
    files.push(own)
    at += own.length
  }
  const listed = Buffer.concat(directory)
  const end = [u32(0x06054b50), u16(0), u16(0), u16(parts.length), u16(parts.length)]
  return Buffer.concat([...files, listed, ...end, u32(listed.length), u32(at), u16(0)])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const office = 'application/vnd.openxmlformats-officedocument'
const typesOf = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`
const word = 'word/document.xml'
const wordType = `${office}.wordprocessingml.document.main+xml`

/** A Word file with what else is asked to be in it. */
export function docx(more: readonly Part[] = [], type = wordType): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: typesOf(word, type) },
    {
      name: word,
      content:
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Biên bản họp Ban Chấp hành</w:t></w:r></w:p></w:body></w:document>',
    },
    ...more,
  ])
}

export function xlsx(): Buffer {
  const main = 'xl/workbook.xml'
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: typesOf(main, `${office}.spreadsheetml.sheet.main+xml`),
    },
    { name: main, content: '<workbook/>' },
  ])
}

/** The smallest PDF with one blank page, `more` in its trailer. */
export function pdf(more = '', text = ''): Buffer {
  const body = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
${text}`
  return Buffer.from(
    `${body}xref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R/Size 4${more}>>\nstartxref\n${body.length}\n%%EOF\n`,
  )
}

/** A photo as a telephone takes it: lying on its side, with the place, the time and the maker. */
export function photo(width = 1_200, height = 900): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } })
    .jpeg({ quality: 90 })
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'BI-MAT-MAKER', Copyright: 'BI-MAT-OWNER' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 42/1', GPSLongitudeRef: 'E' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

export function png(width = 40, height = 30): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: '#26a' } })
    .png()
    .toBuffer()
}

/** As an inspection of the bytes would look for it. */
export const hiddenInPhoto = ['BI-MAT-MAKER', 'BI-MAT-OWNER', 'Exif', 'ICC_PROFILE'] as const
