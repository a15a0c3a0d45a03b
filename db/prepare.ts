import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { demoPassword } from './demo/password.ts'
import { loadDemo } from './demo/load.ts'
import { demoPersons } from './demo/persons.ts'
import { withSecretFiles } from './environment.ts'
import { migrate } from './migrate.ts'

const env = withSecretFiles(process.env, ['MIGRATE_DATABASE_URL'])
const ownerUrl = env.MIGRATE_DATABASE_URL
if (!ownerUrl) throw new Error('MIGRATE_DATABASE_URL is not set')
const isDemo = env.DEMO !== 'none'
const publicUrl = env.PUBLIC_URL ?? 'http://localhost:3000'

await migrate(ownerUrl)
// whoever started this program need not wait for the facts
console.log('migrated')
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
try {
  if (isDemo && !(await hasFederation())) await loadDemo(ownerUrl, todayInHanoi())
  console.log(
    JSON.stringify({
      firstStart: isDemo && !(await hasRunningYear()),
      firstAdministratorLink: isDemo || (await hasFederation()) ? null : await newLink(),
      persons: isDemo
        ? demoPersons.map(({ username, fullName, title }) => ({
            username,
            name: fullName,
            role: title,
          }))
        : [],
      password: isDemo ? demoPassword : null,
    }),
  )
} finally {
  await client.end()
}

async function hasFederation(): Promise<boolean> {
  return (await client.query('select from federation limit 1')).rowCount === 1
}

/** The demo's year is complete once its round was opened and filled (local/demo-year.ts). */
async function hasRunningYear(): Promise<boolean> {
  const { rowCount } = await client.query(`select from cycle where not imported limit 1`)
  return rowCount === 1
}

/** Each start until the first administrator exists makes a new link; the earlier one ends. */
async function newLink(): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query('delete from first_administrator')
  await client.query('insert into first_administrator (token_sha256) values ($1)', [
    createHash('sha256').update(token).digest('hex'),
  ])
  return `${publicUrl}/first-administrator#${token}`
}

function todayInHanoi(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date())
}
