import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import { sealNext } from '../db/seal.ts'
import { keepDoing } from './loop.ts'
import { writeHead } from './register-head.ts'

type Sealing = { sealerDb: Db; federations: () => Promise<string[]>; dataDir: string; log: Logger }

/**
 * Links the register within a second of each deed and keeps its signed head outside the database,
 * once a day and at each issue of a paper: a chain alone does not show that its tail was cut off.
 */
export function startSealer({ sealerDb, federations, dataDir, log }: Sealing) {
  const written = new Map<string, string>()
  return keepDoing({
    name: 'sealer',
    everyMs: 500,
    log,
    async once() {
      const { count, issuedIn } = await sealNext(sealerDb)
      const today = new Date().toISOString().slice(0, 10)
      for (const federationId of await federations()) {
        const isDue = written.get(federationId) !== today || issuedIn.includes(federationId)
        if (!isDue) continue
        await writeHead(sealerDb, federationId, dataDir)
        written.set(federationId, today)
      }
      return count > 0
    },
  })
}
