import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { asPerson, type Entered } from '../db/context.ts'
import { storedSlice } from '../db/files/stored.ts'
import { isPicture, mediaTypes } from '../domain/files/file-kind.ts'
import type { KeptFile } from '../domain/files/files.contract.ts'
import type { InputOf, Reading } from '../domain/grammar/route.ts'
import { type House, type Mounting, readFor } from './mount.ts'
import { sessionOf } from './session.ts'

const sliceBytes = 512 * 1024

/**
 * A reading whose reply is a file that somebody brought: never a page of ours, whatever is in it.
 * Pictures, which were drawn anew, are shown; everything else is saved and opened by its program.
 */
export function mountStoredFile<R extends Reading>(
  { house, router, mounted }: Mounting,
  route: R,
  fileOf: (entered: Entered, input: InputOf<R>) => Promise<KeptFile>,
): void {
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    const file = await readFor(house, route, { req, res }, fileOf)
    const { accountId } = sessionOf(res)
    const first = await sliceOf(house, accountId, file, 0)
    res.type(mediaTypes[file.kind]).set({
      'content-length': String(file.size),
      'content-disposition': disposition(file),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    await pipeline(Readable.from(slices(house, accountId, file, first)), res)
  })
}

/** Slice by slice, each in a transaction of its own: a slow line holds no connection. */
async function* slices(
  house: House,
  accountId: string,
  file: KeptFile,
  first: Buffer,
): AsyncGenerator<Buffer> {
  yield first
  for (let from = first.length; from < file.size; from += sliceBytes)
    yield await sliceOf(house, accountId, file, from)
}

function sliceOf(house: House, accountId: string, { sha256 }: KeptFile, from: number) {
  return asPerson(house.db, accountId, ({ tx }) =>
    storedSlice(tx, sha256, { from, length: sliceBytes }),
  )
}

/** RFC 6266: a plain name for old programs, the true one with its marks for all others. */
function disposition({ name, kind }: KeptFile): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\w.() -]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const how = isPicture(kind) ? 'inline' : 'attachment'
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`
}
