import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../db/database.ts'
import { headOf } from '../db/seal.ts'

/** Appends the signed head to `<data>/register/heads.jsonl`; also done at each issue of a plan. */
export async function writeHead(
  sealerDb: Db,
  federationId: string,
  dataDir: string,
): Promise<void> {
  const folder = join(dataDir, 'register')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = signingKey(join(folder, 'signing-key.pem'), join(folder, 'verify-key.pem'))
  const { seq, hash } = await headOf(sealerDb, federationId)
  const head = { federationId, seq: seq.toString(), hash, at: new Date().toISOString() }
  const signature = sign(null, Buffer.from(JSON.stringify(head)), key).toString('base64')
  appendFileSync(join(folder, 'heads.jsonl'), `${JSON.stringify({ ...head, signature })}\n`)
}

function signingKey(file: string, publicFile: string) {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    writeFileSync(publicFile, createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }))
  }
  return createPrivateKey(readFileSync(file))
}
