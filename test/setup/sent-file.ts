import { createHash, randomUUID } from 'node:crypto'
import { filesRoutes as routes, type UploadView } from '../../domain/files/files.contract.ts'
import type { Answer, Person } from '../../local/signed-in.ts'

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** One piece of a file from `offset` on, as a browser sends it. */
export function sendPiece(
  person: Person,
  uploadId: string,
  offset: number,
  piece: Buffer,
): Promise<Answer<UploadView>> {
  return person.raw(`/uploads/${uploadId}?offset=${offset}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() },
    body: new Uint8Array(piece),
  }) as Promise<Answer<UploadView>> // by the contract of this route, which the tests look at
}

/** Begins a file and sends it, `most` bytes at a time; the last reply is the verdict. */
export async function sendFile(
  person: Person,
  bytes: Buffer,
  { name = 'tep', uploadId = randomUUID(), most = 1_048_576, sha256 = hashOf(bytes) } = {},
): Promise<Answer<UploadView>> {
  const begun = await person.call(routes.begin, {
    body: { uploadId, name, size: bytes.length, sha256 },
  })
  if (begun.status !== 200) return begun
  let reply = begun
  for (let at = begun.body.received; at < bytes.length && reply.status === 200; at += most)
    reply = await sendPiece(person, uploadId, at, bytes.subarray(at, at + most))
  return reply
}
