/** A piece of a page in which everything that came from outside has been made harmless. */
export type Markup = { readonly markup: string }

type Value = string | number | Markup | readonly Markup[] | null

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text becomes text; only what was made by this function stays markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: parts.map((part, index) => part + written(values[index] ?? null)).join('') }
}

function written(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '')
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}
