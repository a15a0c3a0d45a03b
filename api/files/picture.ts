import type { Sharp } from 'sharp'
import { notTaken } from './not-taken.ts'

const mostPixels = 64_000_000
const longestEdge = 4_000
const mostSeconds = 20

/**
 * The picture drawn anew: upright, no larger than paper needs, and without anything that the camera
 * wrote beside it: place, time, maker, thumbnail, colour profile, comments.
 */
export async function redrawn(bytes: Buffer, kind: 'jpeg' | 'png'): Promise<Buffer> {
  // it takes a sixth of a second to load, which nobody pays before the first picture
  const { default: sharp } = await import('sharp')
  const open = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  const { width, height, format } = await open().metadata().catch(unreadable)
  if (width * height > mostPixels) throw notTaken('files.picture-too-large')
  if (format !== kind) throw notTaken('files.wrong-kind')
  const upright = open()
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: mostSeconds })
  return written(upright, kind).toBuffer().catch(unreadable)
}

function written(picture: Sharp, kind: 'jpeg' | 'png'): Sharp {
  return kind === 'jpeg'
    ? picture.flatten({ background: '#fff' }).jpeg({ quality: 82 })
    : picture.png({ compressionLevel: 9 })
}

function unreadable(error: unknown): never {
  throw notTaken(/pixel limit/i.test(String(error)) ? 'files.picture-too-large' : 'files.broken')
}
