import { z } from 'zod'
import { route } from '../grammar/route.ts'
import { filesDeeds as deeds } from './deeds.ts'
import { FILE_KINDS, mostFileBytes } from './file-kind.ts'

/** A piece of a file travels by itself; what a broken line costs is one piece at most. */
export const mostPieceBytes = 1024 * 1024

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a file that is kept is known by; the hash is of the bytes as they are kept. */
export const keptFile = z.object({
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  size: z.int(),
  sha256,
})
export type KeptFile = z.output<typeof keptFile>

export const uploadView = z.object({
  uploadId: z.uuid(),
  /** From here the next piece is wanted. */
  received: z.int(),
  size: z.int(),
  /** What has been made of it, once it is whole and was found good. */
  kept: keptFile.nullable(),
  /** Why it was not taken, once it is whole. */
  refusedBecause: z.string().nullable(),
})
export type UploadView = z.output<typeof uploadView>

const uploadParams = z.object({ uploadId: z.uuid() })

export const filesRoutes = {
  begin: route({
    method: 'post',
    path: '/uploads',
    summary: 'Begins to send a file, or finds how far the same one has come',
    body: z.strictObject({
      /** Made by the sender once for each file, so that asking again begins nothing anew. */
      uploadId: z.uuid(),
      name: z.string().min(1).max(255),
      size: z.int().min(1, 'files.empty').max(mostFileBytes, 'files.too-large'),
      /** Of the bytes as they are sent; null where a browser without https cannot tell. */
      sha256: sha256.nullable(),
    }),
    reply: uploadView,
    deed: deeds.uploadBegun,
    quiet: true,
  }),
  proceed: route({
    method: 'patch',
    path: '/uploads/:uploadId',
    summary: `Sends the next bytes as application/octet-stream, at most ${mostPieceBytes} at once`,
    params: uploadParams,
    query: z.object({ offset: z.coerce.number().int().min(0).max(mostFileBytes) }),
    reply: uploadView,
    deed: deeds.uploadContinued,
    quiet: true,
  }),
  upload: route({
    method: 'get',
    path: '/uploads/:uploadId',
    summary: 'How far a file has come that oneself is sending',
    params: uploadParams,
    reply: uploadView,
    by: 'signedIn',
    over: 'self',
    records: null,
  }),
} as const
