import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './generated.ts'
import { preparing } from './prepared.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

/** The group role of a process; the login role of DATABASE_URL may become each of them. */
export type ProcessRole =
  | 'training_api'
  | 'training_worker'
  | 'training_accounts'
  | 'training_sealer'

type Options = {
  role: ProcessRole
  poolSize?: number
  statementTimeoutMs?: number
  /** How long a connection is waited for: who waits longer than two seconds is asked to come again. */
  patienceMs?: number
  onIdleError?: (error: Error) => void
}

// đồng are bigint, days are 'YYYY-MM-DD' strings, instants are ISO strings: the views pass them on.
const ours = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && ours.get(oid)) || pg.types.getTypeParser(oid, format),
}

export function openPool(url: string, { role, ...options }: Options): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    // a day begins at midnight here: whose post ended yesterday has none, wherever the server stands
    options: `-c role=${role} -c timezone=Asia/Ho_Chi_Minh`,
    application_name: role,
    // @NOTE the account library compares Date objects, so its pool keeps pg's own parsers
    ...(role === 'training_accounts' ? {} : { types }),
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.patienceMs ?? 2_000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  // @NOTE without a listener a lost idle connection ends the process, and so does one in use:
  // its transaction hears of it by its next statement
  pool.on('error', options.onIdleError ?? (() => undefined))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export function openDatabase(url: string, options: Options): Db {
  return kyselyOver(openPool(url, options))
}

/** Free-form JSON keeps its own keys; only columns are renamed. */
export function kyselyOver(pool: pg.Pool): Db {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** The application never runs as an owner, a superuser or a role that passes the fence. */
export async function mustNotBeOwner(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ unsafe: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (
         select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace
       ) as unsafe from pg_roles r where r.rolname = session_user`,
    )
    if (rows[0]?.unsafe !== false)
      throw new Error(
        'DATABASE_URL names an owner, a superuser or a role that bypasses row-level security; give the application a login role of its own',
      )
  } finally {
    await client.end()
  }
}
