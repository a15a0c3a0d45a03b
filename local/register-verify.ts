import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/**
 * Checks the register of deeds without the application: it shares no code with it. Reads the rows
 * as owner, makes every link again, and holds the signed heads outside the database against it.
 * Ends with 0 when all is well, with 1 and the first bad row otherwise.
 */
type Row = { seq: string; previous: string; hash: string; body: string }
type Head = { federationId: string; seq: string; hash: string; at: string; signature: string }

const perPage = 5_000
const noHash = '0'.repeat(64)

export async function verifyRegister(
  ownerUrl: string,
  registerFolder: string | null,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const faults: string[] = []
    const { rows } = await client.query<{ id: string }>('select id from federation order by id')
    for (const { id } of rows) {
      const heads = registerFolder ? signedHeads(registerFolder, id, faults) : []
      faults.push(...(await chainFaults(client, id, heads)))
    }
    return faults
  } finally {
    await client.end()
  }
}

async function chainFaults(
  client: pg.Client,
  federationId: string,
  heads: Head[],
): Promise<string[]> {
  const waiting = new Map(heads.map((head) => [head.seq, head.hash]))
  waiting.delete('0')
  let previous = noHash
  let seq = 0n
  for (let page = await nextPage(client, federationId, seq); page.length > 0;) {
    for (const row of page) {
      seq += 1n
      const wrong = faultOf(row, seq, previous)
      if (wrong) return [`${federationId}: row ${row.seq}: ${wrong}`]
      if (waiting.has(row.seq) && waiting.get(row.seq) !== row.hash)
        return [
          `${federationId}: row ${row.seq}: the signed head outside the database says otherwise`,
        ]
      waiting.delete(row.seq)
      previous = row.hash
    }
    page = await nextPage(client, federationId, seq)
  }
  const cut = [...waiting.keys()][0]
  return cut
    ? [`${federationId}: the tail is cut off: a signed head names row ${cut}, the last is ${seq}`]
    : []
}

function faultOf(row: Row, seq: bigint, previous: string): string | null {
  if (row.seq !== seq.toString()) return `a row is missing before it (expected ${seq})`
  if (row.previous !== previous) return 'it does not follow the row before it'
  const hash = createHash('sha256')
    .update(`register/v1\n${previous}\n${row.seq}\n${row.body}`)
    .digest('hex')
  return hash === row.hash ? null : 'its content was changed'
}

async function nextPage(client: pg.Client, federationId: string, after: bigint): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select s.seq::text, s.previous, s.hash, jsonb_build_array(
       e.id::text, e.federation_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       e.account_id, e.official_id, e.actor_name, e.role, e.acting_for, e.deed, e.object_type, e.object_id,
       e.object_revision::text, e.cycle_id, e.unit_id, e.facts::text, e.content_sha256, e.trace, e.key)::text as body
     from seal s join register_entry e on e.id = s.entry_id
     where s.federation_id = $1 and s.seq > $2 order by s.seq limit ${perPage}`,
    [federationId, after.toString()],
  )
  return rows
}

function signedHeads(folder: string, federationId: string, faults: string[]): Head[] {
  const file = join(folder, 'heads.jsonl')
  if (!existsSync(file)) return []
  const key = createPublicKey(readFileSync(join(folder, 'verify-key.pem')))
  const heads = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Head => JSON.parse(line))
  for (const { signature, ...head } of heads)
    if (!verify(null, Buffer.from(JSON.stringify(head)), key, Buffer.from(signature, 'base64')))
      faults.push(`${head.federationId}: the head of ${head.at} bears a wrong signature`)
  return heads.filter((head) => head.federationId === federationId)
}
