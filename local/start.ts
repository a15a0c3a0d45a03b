import type { Prepared } from './prepare.ts'
import { startProduct } from './product.ts'
import type { Product } from './product.ts'
import { runInForeground } from './run.ts'
import type { Settings } from './settings.ts'

/** One line for each user name: a person may hold two posts. */
function rolesByUsername(persons: Prepared['persons']): Map<string, string> {
  const lines = new Map<string, string>()
  for (const { username, name, role } of persons) {
    const known = lines.get(username) ?? `${name} – ${role}`
    lines.set(username, known.endsWith(role) ? known : `${known}, ${role}`)
  }
  return lines
}

function personLines({ persons, password }: Prepared): string[] {
  if (persons.length === 0) return []
  const width = Math.max(...persons.map(({ username }) => username.length))
  const lines = [...rolesByUsername(persons)].map(
    ([username, who]) => `    ${username.padEnd(width)}  ${who}`,
  )
  const head = `  Đăng nhập thử · Sign in as${password ? ` (mật khẩu · password: ${password})` : ''}:`
  return ['', head, ...lines]
}

function welcome({ publicUrl }: Settings, { prepared, services }: Product): string {
  const link = prepared.firstAdministratorLink
  const lines = [
    '',
    `  Mở · Open   ${publicUrl}`,
    ...(link
      ? [`  Tạo quản trị viên đầu tiên (một lần) · First administrator, once: ${link}`]
      : []),
    ...personLines(prepared),
    '',
    ...(services.temporalUi ? [`  Temporal: ${services.temporalUi}`] : []),
    '  Ctrl+C để dừng · to stop',
    '',
  ]
  return lines.join('\n')
}

await runInForeground(async (around) => {
  const product = await startProduct(around)
  console.log(welcome(around.settings, product))
  return product
})
