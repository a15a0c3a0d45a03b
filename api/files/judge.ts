import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { type FileKind, mostFileBytes } from '../../domain/files/file-kind.ts'
import { notTaken } from './not-taken.ts'
import { officeKind } from './office.ts'
import { mustBeOpenPdf } from './pdf.ts'
import { redrawn } from './picture.ts'

export type Judged = { kind: FileKind; bytes: Buffer; sha256: string }

/** What a file is by its content, and its bytes as they may be kept; or why it is not taken. */
export async function judgeFile(bytes: Buffer): Promise<Judged> {
  const { kind, kept } = await byContent(bytes)
  if (kept.length > mostFileBytes) throw notTaken('files.too-large')
  return { kind, bytes: kept, sha256: hashOf(kept) }
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

type Found = { kind: FileKind; kept: Buffer }

async function byContent(bytes: Buffer): Promise<Found> {
  if (bytes.length === 0) throw notTaken('files.empty')
  // a zip is looked over before anybody opens a part of it
  if (bytes.subarray(0, 4).equals(zipMark)) return ofOffice(bytes)
  const found = await fileTypeFromBuffer(bytes)
  const judge = judges.get(found?.ext ?? '')
  if (!judge) throw notTaken('files.wrong-kind')
  return judge(bytes)
}

const judges = new Map<string, (bytes: Buffer) => Promise<Found>>([
  ['pdf', ofPdf],
  ['jpg', async (bytes) => ({ kind: 'jpeg', kept: await redrawn(bytes, 'jpeg') })],
  ['png', async (bytes) => ({ kind: 'png', kept: await redrawn(bytes, 'png') })],
  ['cfb', ofOldOffice],
])

async function ofOffice(bytes: Buffer): Promise<Found> {
  const kind = await officeKind(bytes)
  if (!kind) throw notTaken('files.wrong-kind')
  return { kind, kept: bytes }
}

async function ofPdf(bytes: Buffer): Promise<Found> {
  mustBeOpenPdf(bytes)
  return { kind: 'pdf', kept: bytes }
}

/** A Word or Excel file with a password is a parcel of the old kind with the new one inside. */
async function ofOldOffice(bytes: Buffer): Promise<Found> {
  throw notTaken(bytes.includes(lockedParcel) ? 'files.locked' : 'files.old-office')
}

const zipMark = Buffer.from('PK\u0003\u0004', 'latin1')
const lockedParcel = Buffer.from('EncryptedPackage', 'utf16le')
