import { Router } from 'express'
import { sql } from 'kysely'
import type { Db } from '../db/database.ts'
import type { RunningCycle } from './running-cycle.ts'

type Part = 'postgresql' | 'temporal' | 'worker' | 'outbox' | 'register'
type Found = { ok: boolean; detail?: string }

const oldestLetterSeconds = 60
const sealLagSeconds = 30
const workerSilenceSeconds = 10

/** `/health/live`: the process answers. `/health/ready`: all it needs answers, told part by part. */
export function healthRoutes(db: Db, running: RunningCycle): Router {
  const router = Router()
  router.get('/live', (_, res) => void res.json({ live: true }))
  router.get('/ready', async (_, res) => {
    const [behind, temporal] = await Promise.all([
      asked(() => lagOf(db)),
      asked(() => running.mustAnswer()),
    ])
    const parts: Record<Part, Found> = {
      postgresql: { ok: behind.ok, ...(behind.detail && { detail: behind.detail }) },
      temporal,
      worker: within(behind, 'workerSeconds', workerSilenceSeconds),
      outbox: within(behind, 'letterSeconds', oldestLetterSeconds),
      register: within(behind, 'sealSeconds', sealLagSeconds),
    }
    const ready = Object.values(parts).every((part) => part.ok)
    res.status(ready ? 200 : 503).json({ ready, parts })
  })
  return router
}

type Lag = { letterSeconds: number; sealSeconds: number; workerSeconds: number }

async function lagOf(db: Db): Promise<Lag> {
  const { rows } =
    await sql<Lag>`select letter_seconds, seal_seconds, worker_seconds from work_lag()`.execute(db)
  return rows[0] ?? { letterSeconds: 0, sealSeconds: 0, workerSeconds: Infinity }
}

function within(found: Found & { value?: Lag }, what: keyof Lag, limit: number): Found {
  if (!found.value) return { ok: false, ...(found.detail && { detail: found.detail }) }
  const seconds = Math.round(found.value[what])
  return seconds <= limit ? { ok: true } : { ok: false, detail: `${seconds} s behind` }
}

async function asked<T>(ask: () => Promise<T>): Promise<Found & { value?: T }> {
  const slow = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer within 2 s')), 2_000).unref()
  })
  try {
    return { ok: true, value: await Promise.race([ask(), slow]) }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
