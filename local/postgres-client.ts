import { Client } from 'pg'

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(
  url: string,
  work: (db: Client) => Promise<T>,
  patienceMs = 20_000,
): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patienceMs })
  client.on('error', () => undefined) // a server that goes away is reported by the query itself
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether a server lets us in at this address. */
export function answers(url: string): Promise<boolean> {
  return withClient(url, (db) => db.query('select 1'), 3_000).then(
    () => true,
    () => false,
  )
}
