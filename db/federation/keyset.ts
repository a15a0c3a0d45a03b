import { type RawBuilder, sql } from 'kysely'
import type { Paging } from '../../domain/federation/paging.contract.ts'
import { z } from 'zod'
import { Refusal } from '../../domain/grammar/refusal.ts'

/** One column of the order: how it is written in SQL and how its value comes back. */
export type Key = {
  by: RawBuilder<unknown>
  type: 'text' | 'text[]' | 'uuid' | 'integer'
  /** Where the order may move under the reader: the text that the cursor keeps, and its place now. */
  kept?: { as: RawBuilder<unknown>; placeOf: (text: string) => number }
}

/** Which part of an ordered list is asked for. */
export type Walk = {
  /** Towards the start: the order is turned round and the rows are turned back afterwards. */
  backwards: boolean
  /** The values of the row behind or before which it begins. */
  beyond: readonly Value[] | null
  where: RawBuilder<unknown>
  orderBy: RawBuilder<unknown>
  isFirstPage: boolean
}

export function walkOf(paging: Paging, keys: readonly Key[]): Walk {
  const cursor = paging.after ?? paging.before
  const backwards =
    paging.after === undefined && (paging.before !== undefined || paging.from === 'end')
  const direction = backwards ? sql`desc` : sql`asc`
  const beyond = cursor === undefined ? null : placed(readCursor(cursor, keys), keys)
  return {
    backwards,
    beyond,
    where: beyond
      ? sql`(${sql.join(keys.map((key) => key.by))}) ${backwards ? sql`<` : sql`>`}
          (${sql.join(keys.map((key, index) => sql`${beyond[index]}::${sql.raw(key.type)}`))})`
      : sql`true`,
    orderBy: sql.join(keys.map((key) => sql`${key.by} ${direction}`)),
    isFirstPage: cursor === undefined && !backwards,
  }
}

function placed(values: readonly Value[], keys: readonly Key[]): readonly Value[] {
  return values.map((value, index) => keys[index]?.kept?.placeOf(String(value)) ?? value)
}

/** As a column of each row: where a page that begins or ends with it goes on. */
export function cursorOf(keys: readonly Key[]): RawBuilder<unknown> {
  return sql`jsonb_build_array(${sql.join(keys.map(({ by, kept }) => kept?.as ?? by))})`
}

/** The rows were asked for with one more than the page holds, to learn whether there are more. */
export function pageOf<Row extends { cursor: unknown }>(
  rows: readonly Row[],
  size: number,
  { backwards, isFirstPage }: Walk,
  paging: Paging,
): {
  rows: Omit<Row, 'cursor'>[]
  previous: string | null
  next: string | null
  /** Where it begins and ends, to go on from there also where nothing follows yet. */
  begin: string | null
  end: string | null
} {
  const shown = backwards ? rows.slice(0, size).toReversed() : rows.slice(0, size)
  const hasMore = rows.length > size
  const hasPrevious = backwards ? hasMore : !isFirstPage
  const hasNext = backwards ? paging.before !== undefined : hasMore
  const [begin, end] = [writeCursor(shown[0]), writeCursor(shown.at(-1))]
  return {
    rows: shown.map(withoutCursor),
    previous: hasPrevious ? begin : null,
    next: hasNext ? end : null,
    begin,
    end,
  }
}

function withoutCursor<Row extends { cursor: unknown }>(row: Row): Omit<Row, 'cursor'> {
  const { cursor: _cursor, ...facts } = row
  return facts
}

function writeCursor(row: { cursor: unknown } | undefined): string | null {
  return row ? Buffer.from(JSON.stringify(row.cursor)).toString('base64url') : null
}

type Value = string | number | string[]

function readCursor(written: string, keys: readonly Key[]): readonly Value[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === keys.length && keys.every(isOf(read))) return read
  } catch {
    // an address that somebody cut short: the refusal below says so
  }
  throw new Refusal('federation.page-unreadable', 'invalid')
}

/** An address can be written by anybody: a value of another kind is refused before SQL hears of it. */
function isOf(values: readonly unknown[]) {
  return ({ kept, type }: Key, index: number): boolean => {
    const value = values[index]
    if (kept) return isText(value)
    if (type === 'integer') return Number.isInteger(value)
    if (type === 'text[]') return Array.isArray(value) && value.every(isText)
    return type === 'uuid' ? uuid.safeParse(value).success : isText(value)
  }
}

const isText = (value: unknown) => typeof value === 'string' && !value.includes('\0')
const uuid = z.uuid()
