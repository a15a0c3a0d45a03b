import { expect, test } from 'vitest'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { lookTwice, stranger, type Visitor } from './stage.ts'
import { done, type Walk } from './walk.ts'

const username = 'nguoi.moi'
const ownPassword = 'một câu ngắn dễ nhớ'

/** An account from its opening to the first page of the person whose it is. */
export function accountSteps(walk: Walk): void {
  let given = ''

  test('the administrator opens an account and gives it a role', async () => {
    const administrator = await walk.visit('quan.tm')
    await administrator.go(`/admin/accounts?official=${await withoutAccount(walk)}`)
    const dialog = administrator.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
    await lookTwice(administrator, 'account-opening')
    given = await dialog.locator('[translate=no]').innerText()
    await dialog.getByRole('button', { name: 'Mở tài khoản' }).click()
    await administrator.see('Chưa được giao vai trò nào.')
    await giveRole(administrator)
    await lookTwice(administrator, 'account')
    await administrator.leave()
  })

  test('who signs in with a given password first makes one of their own', async () => {
    const newcomer = await stranger()
    await signInAs(newcomer, given)
    await newcomer.see('Đổi mật khẩu tạm')
    await newcomer.page.getByLabel('Mật khẩu tạm đã được cấp', { exact: true }).fill(given)
    await newcomer.page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn')
    await newcomer.press('Đổi mật khẩu')
    await newcomer.page.locator('.errsum:focus').waitFor()
    await lookTwice(newcomer, 'first-password')
    await newcomer.page.getByLabel('Mật khẩu mới', { exact: true }).fill(ownPassword)
    await newcomer.press('Đổi mật khẩu')
    await newcomer.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    await newcomer.leave()
    const again = await stranger()
    await signInAs(again, given)
    await again.page.getByRole('alert').or(again.page.locator('.errsum')).first().waitFor()
    expect(new URL(again.page.url()).pathname).toBe('/sign-in')
    await again.leave()
  })
}

async function withoutAccount({ calling }: Walk): Promise<string> {
  const administrator = await calling('quan.tm')
  const { accounts } = done(await administrator.call(routes.accounts, {}))
  const known = new Set(accounts.map(({ officialId }) => officialId))
  const { officials } = done(await administrator.call(routes.officials, { query: { q: 'nguyen' } }))
  return officials.find(({ officialId }) => !known.has(officialId))?.officialId ?? ''
}

async function giveRole(administrator: Visitor): Promise<void> {
  await administrator.press('Giao vai trò')
  const dialog = administrator.page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Vai trò' }).click()
  await administrator.page.getByRole('option', { name: 'Người soạn của đơn vị' }).click()
  const since = writeDay(dayOfInstant(new Date()))
  await dialog.getByRole('textbox', { name: /^Từ/ }).fill(since)
  await lookTwice(administrator, 'role-granting')
  await dialog.getByRole('button', { name: 'Giao vai trò' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await administrator.see(/^Người soạn của đơn vị/)
}

async function signInAs({ go, page, press }: Visitor, password: string): Promise<void> {
  await go('/sign-in')
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await press('Đăng nhập')
}
