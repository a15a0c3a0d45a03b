import { afterAll, describe, test } from 'vitest'
import { accountSteps } from './accounts.ts'
import { closeTheatre, lookTwice, picture, stranger, visit } from './stage.ts'
import { dayAhead, walk } from './walk.ts'

/** What stands beside the year that is walked: sign-in, accounts, look-ups, registers. */
const pages: [username: string, path: string, name: string][] = [
  ['nhan.vth', '/officials', 'officials'],
  ['nhan.vth', '/cycles/{{year}}/calendar', 'calendar'],
  ['nhan.vth', '/cycles/{{year}}/history', 'history'],
  ['nhan.vth', '/cycles/{{year}}/feedback', 'board-this-year'],
  ['nghia.dh', '/', 'inbox-leader'],
  ['khai.dq', '/classes', 'classes'],
  ['khai.dq', '/classes/open', 'class-opening'],
  ['van.tt', '/rewards', 'rewards'],
  ['van.tt', '/', 'inbox-council'],
  ['thuy.pd', '/awards', 'awards'],
  ['nghia.dh', '/cycles/{{last}}/results', 'results'],
  ['lua.ht', '/cycles/{{last}}/movement', 'movement'],
  ['doan.tm', '/me/teaching', 'teaching'],
  ['lua.ht', '/me/learning', 'learning'],
  ['nhai.bt', '/papers', 'register'],
  ['lua.ht', '/me', 'me'],
  ['quan.tm', '/mailbox', 'mailbox'],
  ['quan.tm', '/admin/accounts', 'accounts'],
  ['quan.tm', '/admin/set-up', 'set-up'],
  ['quan.tm', '/admin/holidays', 'holidays'],
  ['quan.tm', '/admin/attention', 'attention'],
  ['quan.tm', '/kit', 'kit'],
]

afterAll(closeTheatre)

test('the demo persons are offered by step, one click each', async () => {
  const visitor = await stranger()
  await visitor.go('/sign-in')
  await lookTwice(visitor, 'sign-in')
  await visitor.press(/Hoàng Thị Lụa/)
  await visitor.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await lookTwice(visitor, 'inbox')
  await picture(visitor, 'inbox')
  await visitor.leave()
})

test('before a day is declared a holiday one reads which deadlines move, and from when to when', async () => {
  const visitor = await visit('quan.tm')
  await visitor.go('/admin/holidays')
  await visitor.press('Thêm ngày')
  const dialog = visitor.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Ngày/ }).fill(await dayAhead(walk, 2))
  await dialog.getByRole('textbox', { name: /^Tên/ }).fill('Nghỉ bão')
  const moved = dialog.getByRole('status').getByRole('listitem')
  await moved
    .filter({ hasText: new RegExp(`góp ý.*${walk.thisYear}.*sang`, 'i') })
    .first()
    .waitFor()
  await lookTwice(visitor, 'holiday-preview')
  await dialog.getByRole('button', { name: 'Thôi' }).click()
  await visitor.leave()
})

describe('accounts', () => accountSteps(walk))

describe('the other pages, one after the other, at both widths', () => {
  const { thisYear } = walk
  test.each(pages)('%s opens %s', async (username, path, name) => {
    const visitor = await visit(username)
    const here = path
      .replace('{{year}}', String(thisYear))
      .replace('{{last}}', String(thisYear - 1))
    await visitor.go(here)
    await lookTwice(visitor, name)
    await visitor.leave()
  })

  test('a unit is found without its marks, and what was looked for stands in the address', async () => {
    const visitor = await visit('nhan.vth')
    await visitor.go('/units')
    await lookTwice(visitor, 'units')
    await visitor.page.getByRole('searchbox').last().fill('hai ba trung')
    await visitor.page.waitForURL(/q=hai/)
    await visitor.see(/Hai Bà Trưng/)
    await lookTwice(visitor, 'units-found')
    await visitor.leave()
  })
})
