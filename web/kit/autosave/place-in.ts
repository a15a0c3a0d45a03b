/** What stands at a place of a document. Keys may hold dots themselves ('II.3'). */
export function readAt(node: unknown, path: string): unknown {
  if (path === '') return node
  const key = keyLeadingTo(node, path)
  return key === undefined ? undefined : readAt(childOf(node, key), path.slice(key.length + 1))
}

/**
 * The same document with something else at that place; undefined takes the place away. What leads
 * there and has been taken away meanwhile comes from the other document.
 */
export function putAt(node: unknown, path: string, chosen: unknown, other?: unknown): unknown {
  if (path === '') return chosen
  const here = keyLeadingTo(node, path)
  if (here === undefined && chosen === undefined) return node
  const key = here ?? keyLeadingTo(other, path) ?? path
  const there = childOf(other, key)
  const inner = putAt(childOf(node, key) ?? there, path.slice(key.length + 1), chosen, there)
  return Array.isArray(node) ? withRow(node, key, inner) : withEntry(node, key, inner)
}

function withRow(rows: readonly unknown[], key: string, row: unknown): unknown[] {
  const others = rows.filter((each) => idOf(each) !== key)
  if (row === undefined) return others
  return others.length === rows.length
    ? [...rows, row]
    : rows.map((each) => (idOf(each) === key ? row : each))
}

function withEntry(node: unknown, key: string, entry: unknown): object {
  if (entry !== undefined) return { ...(isObject(node) && node), [key]: entry }
  const entries = Object.entries(isObject(node) ? node : {})
  return Object.fromEntries(entries.filter(([each]) => each !== key))
}

/** Rows of a list are named by their id, entries of a record by their key. */
function keyLeadingTo(node: unknown, path: string): string | undefined {
  const keys = Array.isArray(node) ? node.map(idOf) : isObject(node) ? Object.keys(node) : []
  return keys.find((key) => path === key || path.startsWith(`${key}.`))
}

function childOf(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node.find((each) => idOf(each) === key)
  return isObject(node) ? Reflect.get(node, key) : undefined
}

function idOf(row: unknown): string {
  return isObject(row) ? String(Reflect.get(row, 'id')) : ''
}

function isObject(node: unknown): node is object {
  return typeof node === 'object' && node !== null
}
