import { join } from 'node:path'
import { urlsOf } from './postgres-roles.ts'
import { startPostgres } from './postgres.ts'
import { databaseName } from './postgres-roles.ts'
import { verifyRegister } from './register-verify.ts'
import { readSettings } from './settings.ts'

const { dataDir, database } = readSettings(process.env)
const server = database ? null : await startPostgres({ dataDir: join(dataDir, 'postgres') })
try {
  const ownerUrl = database?.ownerUrl ?? (server ? urlsOf(server, databaseName).ownerUrl : '')
  const faults = await verifyRegister(ownerUrl, join(dataDir, 'register'))
  for (const fault of faults) console.error(`✗ ${fault}`)
  console.log(
    faults.length === 0 ? 'Sổ ghi việc nguyên vẹn · the register is whole' : `${faults.length} ✗`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  // a server that was running before goes on running
  if (server && !server.adopted) await server.stop()
}
