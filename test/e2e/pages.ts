import { describe, test } from 'vitest'
import { lookTwice } from './stage.ts'
import type { Walk } from './walk.ts'

/** The pages beside the walk: look-ups, registers, administration. */
export function otherPages({ thisYear, year, visit }: Walk): void {
  const pages: [username: string, path: string, name: string][] = [
    ['nhan.vth', '/officials', 'officials'],
    ['nhan.vth', '/cycles/{{year}}/calendar', 'calendar'],
    ['nhan.vth', '/cycles/{{year}}/history', 'history'],
    ['nhan.vth', '/cycles/{{thisYear}}/feedback', 'board-this-year'],
    ['nghia.dh', '/', 'inbox-leader'],
    ['khai.dq', '/classes', 'classes'],
    ['khai.dq', '/classes/open', 'class-opening'],
    ['van.tt', '/rewards', 'rewards'],
    ['van.tt', '/', 'inbox-council'],
    ['thuy.pd', '/awards', 'awards'],
    ['nghia.dh', '/cycles/{{lastYear}}/results', 'results'],
    ['lua.ht', '/cycles/{{lastYear}}/movement', 'movement'],
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
  describe('one after the other, at both widths', () => {
    test.each(pages)('%s opens %s', async (username, path, name) => {
      const visitor = await visit(username)
      await visitor.go(
        path
          .replace('{{year}}', String(year))
          .replace('{{thisYear}}', String(thisYear))
          .replace('{{lastYear}}', String(thisYear - 1)),
      )
      await lookTwice(visitor, name)
      await visitor.leave()
    })
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
}
