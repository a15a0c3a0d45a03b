import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { WaitingFile } from '../../web/kit/files/waiting-files.ts'
import { type House, openHouse } from '../setup/house.ts'
import { type Person, signIn } from '../setup/person.ts'
import { pdf } from '../setup/real-files.ts'
import { hashOf } from '../setup/sent-file.ts'
import { ownerPool } from '../setup/owner-pool.ts'
import { type Break, broken } from './broken.ts'
import { importedHands } from './build.ts'
import { openProxy, type Proxy } from './proxy.ts'
import type * as Hands from './sending-hands.ts'

let house: House
let wire: Proxy
let drafter: Person
let owner: pg.Pool

beforeAll(async () => {
  house = await openHouse({ unitCount: 1 })
  const { hostname: host, port } = new URL(house.address)
  wire = await openProxy({ host, port: Number(port) })
  owner = ownerPool(house.ownerUrl, 1)
  drafter = await signIn(house.address, 'unit1.drafter')
})
afterEach(async () => {
  vi.unstubAllGlobals()
  // what one test has left half-sent is no hindrance to the next
  await owner.query('delete from upload')
})
afterAll(async () => {
  await wire?.close()
  await owner?.end()
  await house?.close()
})

/** The browser's sender, over the wire that can be cut. */
async function handsOf(breaks?: readonly Break[]): Promise<typeof Hands> {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', drafter.cookie)
    return real(`http://127.0.0.1:${wire.port}${path}`, { ...init, headers })
  })
  // the bundle has what its entry exports
  return (await importedHands('test/faults/sending-hands.ts', breaks)) as typeof Hands
}

function chosen(bytes: Buffer): WaitingFile {
  return {
    uploadId: randomUUID(),
    document: 'account/answer/1',
    place: null,
    name: 'bien-ban.pdf',
    size: bytes.length,
    content: new Blob([new Uint8Array(bytes)]),
    chosenAt: new Date().toISOString(),
    page: '/',
  }
}

type Sent = { sha256: string | undefined; useful: number; breaks: number }

/** Sends it over a line that breaks whenever so many bytes have passed, until it is there or too much. */
async function sentOver(
  { sendFile }: typeof Hands,
  bytes: Buffer,
  breakAfter: () => number,
): Promise<Sent> {
  const file = chosen(bytes)
  let passed = 0
  for (let breaks = 0; breaks < 60; breaks += 1) {
    let left = breakAfter()
    wire.onUp((data) => {
      passed += data.length
      left -= data.length
      if (left > 0) return false
      wire.down()
      return true
    })
    const upload = await sendFile(file, () => undefined).catch((error: unknown) => {
      if (!(error instanceof Error) || error.name !== 'Unreachable') throw error
      return null
    })
    wire.up()
    if (upload) return { sha256: upload.kept?.sha256, useful: bytes.length / passed, breaks }
  }
  return { sha256: undefined, useful: 0, breaks: 60 }
}

const photoSized = () => pdf('', `% ${randomBytes(1_500_000).toString('hex')}\n`)
const between = (least: number, most: number) => () => least + Math.random() * (most - least)

test('over a line that breaks ten times a file arrives whole, and little is sent twice', async () => {
  const hands = await handsOf()
  const useful: number[] = []
  // where every break falls as badly as it can, 0.76 are of use: seldom once, hardly twice of three
  for (let file = 0; file < 3; file += 1) {
    const bytes = photoSized()
    const sent = await sentOver(hands, bytes, between(250_000, 400_000))
    expect(sent.sha256).toBe(hashOf(bytes))
    expect(sent.breaks).toBeGreaterThanOrEqual(7)
    useful.push(sent.useful)
  }
  expect(useful.toSorted((a, b) => a - b)[1]).toBeGreaterThan(0.8)
})

test('when replies are lost nothing of it lies there twice', async () => {
  const { sendFile } = await handsOf()
  const bytes = photoSized()
  const file = chosen(bytes)
  wire.onUp(null)
  let replies = 0
  wire.onDown(() => {
    replies += 1
    if (replies % 3 !== 0) return false
    wire.down()
    return true
  })
  let upload: Awaited<ReturnType<typeof sendFile>> | null = null
  for (let tries = 0; !upload && tries < 60; tries += 1) {
    upload = await sendFile(file, () => undefined).catch(() => null)
    wire.up()
  }
  wire.onDown(null)
  expect(upload?.kept?.sha256).toBe(hashOf(bytes))
})

/** The controls: as it was begun anew it never arrives, and with large pieces most is sent in vain. */
test('control: begun anew it never arrives', async () => {
  const hands = await handsOf(broken.begunAnew)
  // nobody may have so many on their way
  await expect(sentOver(hands, photoSized(), between(250_000, 400_000))).rejects.toMatchObject({
    code: 'files.too-many-at-once',
  })
})

test('control: in pieces that stay large most is sent in vain', async () => {
  const hands = await handsOf(broken.piecesTooLarge)
  const { useful } = await sentOver(hands, photoSized(), between(250_000, 400_000))
  expect(useful).toBeLessThan(0.8)
})
