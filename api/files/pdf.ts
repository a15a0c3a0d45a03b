import { notTaken } from './not-taken.ts'

const tail = 2_048

/** A whole PDF without a password; its dictionaries of the trailer are never compressed. */
export function mustBeOpenPdf(bytes: Buffer): void {
  if (!bytes.subarray(-tail).includes('%%EOF') || !bytes.includes('startxref'))
    throw notTaken('files.broken')
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1')))
    throw notTaken('files.locked')
}
