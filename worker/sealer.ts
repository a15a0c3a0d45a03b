import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import { headOf, sealNext } from '../db/seal.ts'
import { keepDoing } from './loop.ts'

type Sealing = { sealerDb: Db; federations: () => Promise<string[]>; dataDir: string; log: Logger }

/**
 * Links the register within a second of each deed and keeps its signed head outside the database,
 * once a day: a chain alone does not show that its tail was cut off.
 */
export function startSealer({ sealerDb, federations, dataDir, log }: Sealing) {
  const written = new Map<string, string>()
  return keepDoing({
    name: 'sealer',
    everyMs: 500,
    log,
    async once() {
      const sealed = await sealNext(sealerDb)
      for (const federationId of await federations()) {
        const today = new Date().toISOString().slice(0, 10)
        if (written.get(federationId) === today) continue
        await writeHead(sealerDb, federationId, dataDir)
        written.set(federationId, today)
      }
      return sealed > 0
    },
  })
}

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
