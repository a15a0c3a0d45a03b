import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Worker } from '@temporalio/worker'
import { pino } from 'pino'
import { openAccounts } from '../../api/accounts.ts'
import { openApp } from '../../api/app.ts'
import { openRunningCycle } from '../../api/running-cycle.ts'
import type { Db } from '../../db/database.ts'
import { beat } from '../../db/worker-beat.ts'
import { openActivities } from '../../worker/activities.ts'
import { startRelay } from '../../worker/relay.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { type SmallFederation, smallFederation } from './small-federation.ts'
import { ownTaskQueue, temporalAddress, workflowBundle } from './temporal.ts'
import { patientDatabase } from './patient-database.ts'

const log = pino({ level: 'silent' })

export type House = {
  /** `http://127.0.0.1:port` */
  address: string
  db: Db
  ownerUrl: string
  appUrl: string
  federation: SmallFederation
  client: Client
  /** Signs the cookies of the sessions. */
  secret: string
  close(): Promise<void>
}

/** The whole house in one process: a database of its own, API, worker and relay on real servers. */
export async function openHouse({
  unitCount = 3,
  publicUrl = 'http://127.0.0.1',
} = {}): Promise<House> {
  const database = await freshDatabase()
  // the ids of processes are made of the unit's code, and all houses share one Temporal server
  const code = `HT${randomUUID().slice(0, 8).toUpperCase()}`
  const federation = await smallFederation(database.ownerUrl, unitCount, code)
  return { ...(await openOver(database, publicUrl)), federation }
}

export type EmptyHouse = Omit<House, 'federation'>

/** As it stands after a first start with DEMO=none: no federation and nobody. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  return openOver(await freshDatabase())
}

async function openOver(
  database: FreshDatabase,
  publicUrl = 'http://127.0.0.1',
): Promise<EmptyHouse> {
  const open = (role: 'training_api' | 'training_worker' | 'training_accounts') =>
    patientDatabase(database.appUrl, { role, poolSize: 5 })
  const [db, workerDb, accountsDb] = [
    open('training_api'),
    open('training_worker'),
    open('training_accounts'),
  ]

  const processes = await openProcesses(workerDb)
  const secret = randomUUID() + randomUUID()
  const running = openRunningCycle({ db, address: temporalAddress(), namespace: 'default' })
  const { server, address } = await openDoor({ db, accountsDb, running, publicUrl, secret })
  await beat(workerDb, 'test')
  return {
    address,
    db,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    client: processes.client,
    secret,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await running.close()
      await processes.close()
      await Promise.all([db.destroy(), workerDb.destroy(), accountsDb.destroy()])
      await database.drop()
    },
  }
}

async function openProcesses(workerDb: Db) {
  const taskQueue = ownTaskQueue()
  const connection = await Connection.connect({ address: temporalAddress() })
  const client = new Client({ connection })
  const native = await NativeConnection.connect({ address: temporalAddress() })
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: workflowBundle(),
    activities: openActivities({ db: workerDb, wideDb: workerDb, deedDb: workerDb, log }),
    stickyQueueScheduleToStartTimeout: '1s',
  })
  const ended = worker.run()
  const relay = startRelay({ db: workerDb, client, taskQueue, log })
  return {
    client,
    async close() {
      await relay.stop()
      worker.shutdown()
      await ended
      await native.close()
      await connection.close()
    },
  }
}

type Parts = Pick<Parameters<typeof openApp>[0], 'db' | 'accountsDb' | 'running' | 'publicUrl'> & {
  secret: string
}

async function openDoor(parts: Parts): Promise<{ server: Server; address: string }> {
  const accounts = openAccounts({
    db: parts.accountsDb,
    secret: parts.secret,
    publicUrl: parts.publicUrl,
  })
  const app = openApp({ ...parts, accounts, log, webDir: 'dist/web' })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(0, '127.0.0.1', (error) =>
      error ? reject(error) : resolve(listening),
    )
  })
  const { port } = server.address() as AddressInfo // listening on TCP, so it is one
  return { server, address: `http://127.0.0.1:${port}` }
}
