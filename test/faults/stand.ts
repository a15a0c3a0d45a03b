import { randomBytes, randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../local/free-port.ts'
import { freshDatabase } from '../setup/database.ts'
import { smallFederation, type SmallFederation } from '../setup/small-federation.ts'
import { ownTaskQueue, temporalAddress, workflowBundle } from '../setup/temporal.ts'
import { openYearWalk, untilTrue, type YearWalk } from '../setup/year-walk.ts'
import type { Break } from './broken.ts'
import { bundledProcess } from './build.ts'
import { type HouseProcess, houseProcess } from './process.ts'
import { openProxy, type Proxy } from './proxy.ts'

type Wish = {
  name: string
  breaks?: readonly Break[]
  unitCount?: number
  /** Without one, only what needs no process works. */
  hasWorker?: boolean
  database?: { ownerUrl: string; appUrl: string; drop(): Promise<void> }
  temporal?: string
}

/** API and worker as processes of their own, every wire between them in our hands. */
export type Stand = {
  address: string
  ownerUrl: string
  walk: YearWalk
  federation: SmallFederation
  api: HouseProcess
  worker: HouseProcess
  /** The workflows as its worker reads them when it starts: a file of its own. */
  workflows: string
  /** Between the processes and PostgreSQL, and between them and Temporal. */
  wires: Record<'database' | 'workerDatabase' | 'apiTemporal' | 'workerTemporal' | 'http', Proxy>
  apiAnswers(withinMs?: number): Promise<void>
  ready(): Promise<{ ready: boolean; parts: Record<string, { ok: boolean }>; status: number }>
  close(): Promise<void>
}

const atAddress = (address: string) => {
  const { hostname, port } = new URL(`tcp://${address}`)
  return { host: hostname, port: Number(port) }
}

export async function openStand(wish: Wish): Promise<Stand> {
  const database = wish.database ?? (await freshDatabase())
  const code = `HT${randomBytes(4).toString('hex').toUpperCase()}`
  const federation = await smallFederation(database.ownerUrl, wish.unitCount ?? 3, code)
  const folder = mkdtempSync(join(tmpdir(), 'training-fault-'))
  writeFileSync(join(folder, 'secret'), randomUUID() + randomUUID())
  const workflows = join(folder, 'workflows.js')
  copyFileSync(workflowBundle().codePath, workflows)
  const temporal = atAddress(wish.temporal ?? temporalAddress())
  const appUrl = new URL(database.appUrl)
  const port = await freePort()
  const postgres = { host: appUrl.hostname, port: Number(appUrl.port) }
  const wires = {
    database: await openProxy(postgres),
    workerDatabase: await openProxy(postgres),
    apiTemporal: await openProxy(temporal),
    workerTemporal: await openProxy(temporal),
    http: await openProxy({ host: '127.0.0.1', port }),
  }

  const env = {
    DATA_DIR: folder,
    TASK_QUEUE: ownTaskQueue(),
    WORKFLOW_BUNDLE: workflows,
    AUTH_SECRET_FILE: join(folder, 'secret'),
    PORT: String(port),
    PUBLIC_URL: 'http://127.0.0.1',
  }
  const files = await Promise.all(
    ['api', 'worker'].map((part) =>
      bundledProcess({
        entry: `${part}/main.ts`,
        name: `${part}-${wish.name}`,
        breaks: breaksOf(part, wish.breaks),
      }),
    ),
  )
  const process = (index: number, toDatabase: Proxy, toTemporal: Proxy) => {
    appUrl.port = String(toDatabase.port)
    return houseProcess(files[index] ?? '', {
      ...env,
      DATABASE_URL: appUrl.href,
      TEMPORAL_ADDRESS: `127.0.0.1:${toTemporal.port}`,
    })
  }
  const api = process(0, wires.database, wires.apiTemporal)
  const worker = process(1, wires.workerDatabase, wires.workerTemporal)
  const address = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${address}/health/live`).then(
      (reply) => reply.ok,
      () => false,
    )
  const apiAnswers = (withinMs = 20_000) => untilTrue(isUp, withinMs)

  api.start()
  if (wish.hasWorker !== false) worker.start()
  await apiAnswers().catch((error: unknown) => {
    throw new Error(`the API does not answer: ${api.said()}`, { cause: error })
  })
  return {
    address,
    ownerUrl: database.ownerUrl,
    walk: openYearWalk({ address, ownerUrl: database.ownerUrl, federation }),
    federation,
    api,
    worker,
    workflows,
    wires,
    apiAnswers,
    async ready() {
      const reply = await fetch(`${address}/health/ready`)
      return { ...((await reply.json()) as { ready: boolean; parts: never }), status: reply.status }
    },
    async close() {
      await Promise.all([api.kill(), worker.kill()])
      await Promise.all(Object.values(wires).map((wire) => wire.close()))
      await database.drop()
      for (const file of [folder, ...files]) rmSync(file, { recursive: true, force: true })
    },
  }
}

/** A break of the door concerns only the API; one of db both. */
function breaksOf(part: string, breaks: readonly Break[] = []): Break[] {
  return breaks.filter(({ file }) => file.startsWith('db/') || file.startsWith(`${part}/`))
}
