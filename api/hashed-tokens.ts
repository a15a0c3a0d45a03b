import { createHash } from 'node:crypto'
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/types'

/** What stands in the database of a session: its token's SHA-256 opens nothing (decision 18). */
export function sha256OfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The library's own adapter, told the hash wherever the library speaks of a session's token. */
export function withHashedTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashing(adapter),
    transaction: (work) => adapter.transaction((inner) => work(hashing(inner))),
  }
}

function hashing<A extends DBTransactionAdapter>(adapter: A): A {
  return {
    ...adapter,
    create: async (asked) => shown(await adapter.create(kept(asked)), asked),
    findOne: async (asked) => shown(await adapter.findOne(kept(asked)), asked),
    findMany: (asked) => adapter.findMany(kept(asked)),
    count: (asked) => adapter.count(kept(asked)),
    update: async (asked) => shown(await adapter.update(kept(asked)), asked),
    updateMany: (asked) => adapter.updateMany(kept(asked)),
    delete: (asked) => adapter.delete(kept(asked)),
    deleteMany: (asked) => adapter.deleteMany(kept(asked)),
    consumeOne: async (asked) => shown(await adapter.consumeOne(kept(asked)), asked),
  }
}

type Asked = {
  model: string
  where?: Where[] | undefined
  data?: Record<string, unknown>
  update?: Record<string, unknown>
}

function kept<A extends Asked>(asked: A): A {
  if (asked.model !== 'session') return asked
  return {
    ...asked,
    ...(asked.where && { where: asked.where.map(hashedWhere) }),
    ...(asked.data && { data: hashedIn(asked.data) }),
    ...(asked.update && { update: hashedIn(asked.update) }),
  }
}

function hashedIn(row: Record<string, unknown>): Record<string, unknown> {
  return typeof row.token === 'string' ? { ...row, token: sha256OfToken(row.token) } : row
}

function hashedWhere(condition: Where): Where {
  const { field, value } = condition
  if (field !== 'token') return condition
  const values = Array.isArray(value) ? value : [value]
  const hashes = values.map((each) => sha256OfToken(String(each)))
  return { ...condition, value: Array.isArray(value) ? hashes : (hashes[0] ?? null) }
}

/** The caller gets back the token it came with: the library puts it into the cookie. */
function shown<Row>(row: Row, { model, where, data, update }: Asked): Row {
  const token = update?.token ?? data?.token ?? where?.find(({ field }) => field === 'token')?.value
  const isKnown = model === 'session' && row !== null && typeof token === 'string'
  return isKnown ? { ...row, token } : row
}
