import { readFileSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import { pino } from 'pino'
import { mustNotBeOwner, openDatabase } from '../db/database.ts'
import { openAccounts } from './accounts.ts'
import { openApp } from './app.ts'
import { openRunningCycle } from './running-cycle.ts'
import { settings } from './settings.ts'

const log = pino({ level: settings.logLevel, base: { process: 'api' } })
const onIdleError = (error: Error) => log.warn({ err: error }, 'a database connection was lost')

await mustNotBeOwner(settings.databaseUrl)
const db = openDatabase(settings.databaseUrl, { role: 'training_api', poolSize: 16, onIdleError })
const accountsDb = openDatabase(settings.databaseUrl, {
  role: 'training_accounts',
  poolSize: 6,
  onIdleError,
})
const secret = readFileSync(settings.authSecretFile, 'utf8').trim()
const { publicUrl, webDir, trustedProxies } = settings
const accounts = openAccounts({ db: accountsDb, secret, publicUrl })
const running = openRunningCycle({
  db,
  address: settings.temporalAddress,
  namespace: settings.temporalNamespace,
})

const app = openApp({ db, accountsDb, accounts, running, log, publicUrl, webDir, trustedProxies })
const server = app.listen(settings.port, settings.host, (error) => {
  if (error) throw error
  log.info({ port: settings.port }, 'listening')
})
// Slow senders are cut off; a keep-alive connection outlives the proxy's.
server.headersTimeout = 10_000
server.requestTimeout = 30_000
server.keepAliveTimeout = 65_000

closeWithGrace({ delay: 15_000, logger: log }, async ({ err }) => {
  if (err) log.fatal({ err }, 'ending because of an error')
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  await running.close()
  await Promise.all([db.destroy(), accountsDb.destroy()])
})
