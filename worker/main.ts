import { hostname } from 'node:os'
import { Client, Connection } from '@temporalio/client'
import { NativeConnection, Runtime, Worker } from '@temporalio/worker'
import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { type ProcessRole, mustNotBeOwner, openDatabase } from '../db/database.ts'
import { federationsAtWork, inEachFederation } from '../db/federations.ts'
import { clearFiles } from '../db/files/clear.ts'
import { topUnitCode } from '../db/federation/top-unit.ts'
import { beat } from '../db/worker-beat.ts'
import { openActivities } from './activities.ts'
import { startLetters } from './letters.ts'
import { keepDoing } from './loop.ts'
import { statementPatience } from './patience.ts'
import { startReconciler } from './reconciler.ts'
import { startRelay } from './relay.ts'
import { keepYearlySchedule } from './schedule.ts'
import { startSealer } from './sealer.ts'
import { settings } from './settings.ts'

const log = pino({ level: settings.logLevel, base: { process: 'worker' } })
// Our own shutdown is in charge of the signals.
Runtime.install({ shutdownSignals: [] })
await mustNotBeOwner(settings.databaseUrl)

const open = (role: ProcessRole, poolSize: number, statementTimeoutMs: number) =>
  openDatabase(settings.databaseUrl, {
    role,
    poolSize,
    statementTimeoutMs,
    onIdleError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
const db = open('training_worker', 6, statementPatience.ofSteps)
const wideDb = open('training_worker', 3, statementPatience.ofWide)
const deedDb = open('training_worker', 8, statementPatience.ofDeeds)
const sealerDb = open('training_sealer', 1, 10_000)

const { temporalAddress: address, temporalNamespace: namespace, taskQueue } = settings
const connection = await Connection.connect({ address })
const client = new Client({ connection, namespace })
const native = await NativeConnection.connect({ address })
const worker = await Worker.create({
  connection: native,
  namespace,
  taskQueue,
  workflowBundle: { codePath: settings.workflowBundle },
  activities: openActivities({ db, wideDb, deedDb, log }),
  maxCachedWorkflows: 500,
  // A killed worker's workflows are taken over after a second, not after ten (temporal.md 4b).
  stickyQueueScheduleToStartTimeout: '1s',
  shutdownGraceTime: '8s',
})

const name = `${hostname()}/${process.pid}`
const loops = [
  startRelay({ db, client, taskQueue, log }),
  startLetters({ db, smtpUrl: settings.smtpUrl, publicUrl: settings.publicUrl, log }),
  startReconciler({ db, client, log }),
  startSealer({
    sealerDb,
    federations: () => federationsAtWork(sealerDb),
    dataDir: settings.dataDir,
    log,
  }),
  keepDoing({
    name: 'beat',
    everyMs: 2_000,
    log,
    once: async () => {
      if (worker.getState() === 'RUNNING') await beat(db, name)
    },
  }),
  keepDoing({
    name: 'files',
    everyMs: 600_000,
    log,
    once: async () => void (await clearFiles(db)),
  }),
  keepDoing({
    name: 'schedule',
    everyMs: 60_000,
    log,
    once: async () => {
      for (const unitCode of await inEachFederation(db, 'schedule', topUnitCode))
        await keepYearlySchedule(client, { taskQueue, unitCode })
    },
  }),
]

const running = worker.run()
log.info({ taskQueue }, 'working')
running.catch((error: unknown) => {
  log.fatal({ err: error }, 'the worker stopped')
  process.exitCode = 1
  process.kill(process.pid, 'SIGTERM')
})

closeWithGrace({ delay: 12_000, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'ending because of an error')
  await Promise.all(loops.map((loop) => loop.stop()))
  if (worker.getState() === 'RUNNING') worker.shutdown()
  await running.catch(() => undefined)
  await native.close()
  await connection.close()
  await Promise.all([db, wideDb, deedDb, sealerDb].map((each) => each.destroy()))
})
