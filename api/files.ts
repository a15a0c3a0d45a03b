import type { Request } from 'express'
import { asPerson } from '../db/context.ts'
import type { Db } from '../db/database.ts'
import { keepUpload, refuseUpload, wholeUpload } from '../db/files/arrived.ts'
import { filesPerformers } from '../db/files/deeds.ts'
import { uploadById, viewOf } from '../db/files/upload-row.ts'
import { performQuietly } from '../db/perform.ts'
import type { DeedInput, Performer } from '../db/performer.ts'
import { found } from '../db/subject.ts'
import { filesRoutes as routes, type UploadView } from '../domain/files/files.contract.ts'
import { cappedPerKey } from './capped.ts'
import { hashOf, type Judged, judgeFile } from './files/judge.ts'
import { NotTaken, notTaken } from './files/not-taken.ts'
import { parseInput } from './input.ts'
import { keyOf, mountDeed, type Mounting, mountReading } from './mount.ts'
import { mustHaveOwnPassword, sessionOf } from './session.ts'

export function mountFiles(mounting: Mounting): void {
  mountReading(mounting, routes.upload, ({ tx }, { params }) => standing(tx, params.uploadId))
  for (const performer of filesPerformers)
    if (performer.route.path === routes.proceed.path) mountPieces(mounting, performer)
    else mountDeed(mounting, performer)
}

/** A deed whose content is bytes; the last piece brings the judgement on the whole. */
function mountPieces({ house, router, mounted }: Mounting, performer: Performer): void {
  const { route } = performer
  mounted.push(route)
  router.patch(route.path, async (req, res) => {
    const { accountId, ...session } = sessionOf(res)
    mustHaveOwnPassword(route, { accountId, ...session })
    const piece = pieceOf(req)
    const input = { ...parseInput(route, req), revision: 0 } as DeedInput // parsed by its own schemas
    const command = { key: keyOf(req), accountId, trace: String(res.locals.trace), input }
    const upload = routes.proceed.reply.parse(
      await performQuietly(house.db, performer, { ...command, apart: { piece } }),
    )
    res.json(await judged(house.db, accountId, upload))
  })
}

/** Taken out of the request, where the parser of forms would look into every byte. */
function pieceOf(req: Request): Buffer {
  const body: unknown = req.body
  req.body = undefined
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

const judging = cappedPerKey(2)

async function judged(db: Db, accountId: string, upload: UploadView): Promise<UploadView> {
  const { uploadId, received, size, kept } = upload
  if (received < size || kept) return upload
  return judging('files', async () => {
    const whole = await asPerson(db, accountId, ({ tx }) => wholeUpload(tx, uploadId))
    // judged meanwhile by another window of the same person
    if (!whole) return asPerson(db, accountId, ({ tx }) => standing(tx, uploadId))
    try {
      if (whole.sha256 && hashOf(whole.bytes) !== whole.sha256) throw notTaken('files.not-as-sent')
      return await keep(db, accountId, uploadId, await judgeFile(whole.bytes))
    } catch (error) {
      if (error instanceof NotTaken)
        await asPerson(db, accountId, ({ tx }) => refuseUpload(tx, uploadId, error.code))
      throw error
    }
  })
}

function keep(db: Db, accountId: string, uploadId: string, file: Judged): Promise<UploadView> {
  return asPerson(db, accountId, ({ tx, caller }) =>
    keepUpload(tx, uploadId, { ...file, federationId: caller.federationId }),
  )
}

async function standing(
  tx: Parameters<typeof uploadById>[0],
  uploadId: string,
): Promise<UploadView> {
  return viewOf(found(await uploadById(tx, uploadId)))
}
