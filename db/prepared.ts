import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

const namedFrom = 3
const mostNames = 300
const mostCounted = 1_000

/** The names of the statements that come again and again; the same in every connection of a process. */
function openNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const seen = new Map<string, number>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= mostNames) return known
    const times = (seen.get(text) ?? 0) + 1
    // what was asked once, as a list with its own filter, is forgotten again
    if (seen.size >= mostCounted) seen.clear()
    seen.set(text, times)
    if (times < namedFrom) return undefined
    seen.delete(text)
    const name = `s${names.size + 1}`
    names.set(text, name)
    return name
  }
}

/**
 * The pool as Kysely sees it: a statement that has come three times is parsed, fenced and planned
 * once in each connection. Half of a deed's time in the database was planning (docs/speed.md); the
 * number of names is bounded, because each is kept in each connection.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const nameOf = openNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client, nameOf)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function preparingClient(
  client: pg.PoolClient,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = values.length > 0 ? nameOf(text) : undefined
    const asked = { text, values: [...values], ...(name && { name }) }
    // pg says of every command what Kysely wants to know of four
    return client.query(asked) as Promise<unknown> as Promise<PostgresQueryResult<R>>
  }
  // Kysely's other form takes a cursor, which nobody here asks for
  return { query: query as PostgresPoolClient['query'], release: () => client.release() }
}
