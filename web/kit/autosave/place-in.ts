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
  if (Array.isArray(node)) {
    const others = node.filter((each) => idOf(each) !== key)
    if (inner === undefined) return others
    return others.length === node.length
      ? [...node, inner]
      : node.map((each: unknown) => (idOf(each) === key ? inner : each))
  }
  const entries = Object.entries(isObject(node) ? node : {}).filter(([each]) => each !== key)
  if (inner === undefined) return Object.fromEntries(entries)
  return isObject(node) ? { ...node, [key]: inner } : { [key]: inner }
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
