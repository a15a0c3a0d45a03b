import { filesRoutes as routes, type UploadView } from '../../../domain/files/files.contract.ts'
import { addressOf } from '../../address.ts'
import { call } from '../../call.ts'
import { lost, reached } from '../../connection.ts'
import { newKey } from '../../key.ts'
import { Problem, problemOf, Unreachable } from '../../problem.ts'
import { language } from '../../text.ts'
import { whosePage } from '../../whose-page.ts'
import type { WaitingFile } from './waiting-files.ts'

const firstPiece = 128 * 1024
const smallestPiece = 32 * 1024
const largestPiece = 1024 * 1024

type SentFile = Pick<WaitingFile, 'uploadId' | 'name' | 'size' | 'content'>

/**
 * Sends a file from where the server has it, in pieces as large as the line bears, and resolves when
 * it is whole and was taken. Throws `Problem` when it is refused, `Unreachable` when the line is
 * lost; called again it goes on where it was.
 */
export async function sendFile(
  file: SentFile,
  onProgress: (sent: number) => void,
): Promise<UploadView> {
  let upload = await begin(file)
  do {
    onProgress(upload.received)
    const piece = file.content.slice(upload.received, upload.received + line.length)
    const startedAt = performance.now()
    upload = await sendPiece(upload, piece)
    if (!line.isBreaking) line.length = nextLength(line.length, performance.now() - startedAt)
  } while (!upload.kept)
  onProgress(file.size)
  line.isBreaking = false
  return upload
}

/** What is known of the line: after a break pieces are small until a file has come through. */
const line = { length: firstPiece, isBreaking: false }

async function begin({ uploadId, name, size, content }: SentFile): Promise<UploadView> {
  const body = { uploadId, name: name.slice(0, 255), size, sha256: await hashOf(content) }
  return call(routes.begin, { body }, { whenSignedOut: 'throw' })
}

/** Where the page is not served by https a browser has no hashing; then its size must do. */
async function hashOf(content: Blob): Promise<string | null> {
  if (!('subtle' in crypto)) return null
  const hash = await crypto.subtle.digest('SHA-256', await content.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function sendPiece({ uploadId, received }: UploadView, piece: Blob): Promise<UploadView> {
  const reply = await patch(uploadId, received, piece)
  if (reply.ok) return routes.proceed.reply.parse(await reply.json())
  const problem = await problemOf(reply)
  // a piece had arrived whose reply was lost, or another window sends the same file
  if (problem.code !== 'files.other-offset') throw problem
  return routes.proceed.reply.parse(problem.details)
}

async function patch(uploadId: string, offset: number, piece: Blob): Promise<Response> {
  const account = whosePage()
  try {
    const reply = await fetch(addressOf(routes.proceed.path, { uploadId }, { offset }), {
      method: 'PATCH',
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        'content-type': 'application/octet-stream',
        'idempotency-key': newKey(),
        ...(account !== null && { 'for-account': account }),
      },
      body: piece,
    })
    reached()
    return reply
  } catch (cause) {
    lost()
    line.isBreaking = true
    line.length = Math.max(line.length / 2, smallestPiece)
    throw new Unreachable(cause)
  }
}

/** Large enough to be quick, small enough that a broken line costs a few seconds at most. */
function nextLength(length: number, tookMs: number): number {
  if (tookMs < 1_000) return Math.min(length * 2, largestPiece)
  return tookMs > 4_000 ? Math.max(length / 2, smallestPiece) : length
}

/** Whether it makes no sense to try the same file again without doing something about it. */
export function isRefused(error: unknown): error is Problem {
  return error instanceof Problem && error.status >= 400 && error.status < 500 && !mayPass(error)
}

/** Signed out, too many at once, or an upload that was cleared and is begun anew. */
const mayPass = ({ status }: Problem) => [401, 404, 408, 429].includes(status)
