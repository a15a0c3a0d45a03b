import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { demoPassword } from '../../db/demo/password.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { databaseName } from '../../local/postgres-roles.ts'
import { signIn } from '../../local/signed-in.ts'
import { address, closeTheatre, look, lookTwice, phone, visit, type Visitor } from './stage.ts'
import { done, walk } from './walk.ts'

/** The morning of the conference: in the hall with a bad line, at the unit, and at the minutes. */
const { thisYear: planYear } = walk
const hall = `/cycles/${planYear}/feedback/conferences`
const president = 'thuy.pd'
afterAll(closeTheatre)

async function unitName(): Promise<string> {
  const person = await signIn(address(), { username: president, password: demoPassword })
  return done(await person.call(routes.myAnswer, { params: { planYear } })).unitName
}

/** The demo's conference is some days away; now it has begun. */
async function begin(): Promise<void> {
  const folder = join(inject('productDataDir'), 'postgres')
  const [port, password] = ['port', 'superuser-password'].map((name) =>
    readFileSync(join(folder, name), 'utf8').trim(),
  )
  const owner = new pg.Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/${databaseName}`,
  })
  await owner.connect()
  await owner.query(
    `update conference set starts_at = clock_timestamp() - interval '1 minute'
     where round_id in (select r.id from round r join cycle c on c.id = r.cycle_id where c.plan_year = $1)`,
    [planYear],
  )
  await owner.end()
}

/** As it is done in the hall: a few letters, Enter, the words, Ctrl + Enter. */
async function takeDown({ page }: Visitor, unit: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Đơn vị phát biểu' })
  await field.fill(unit)
  // one looks whether the list has it before one presses Enter
  await page.getByRole('option', { name: unit }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Lời phát biểu' }).fill(words)
  await page.keyboard.press('Control+Enter')
}

test('what is said in the hall is kept without a line, confirmed by the unit, and signed in the minutes', async () => {
  const unit = await unitName()
  const secretary = await visit('khai.dq')
  const { page } = secretary
  await secretary.go(hall)
  await secretary.see('Hội trường Liên đoàn Lao động thành phố')
  await begin()
  await secretary.go(hall)
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill(unit)
  await page.getByRole('button', { name: 'Có mặt', exact: true }).first().click()
  await secretary.see(/^1 có mặt/)

  await page.context().setOffline(true)
  await takeDown(secretary, unit, 'Nên mở lớp buổi tối.')
  await takeDown(secretary, unit, 'Kinh phí mỗi lớp còn thấp.')
  await secretary.see(/^Còn \d việc lưu trên máy này/)
  expect(await page.getByRole('textbox', { name: 'Lời phát biểu' }).inputValue()).toBe('')
  await page.context().setOffline(false)
  await secretary.see('Mọi việc đã lưu lên máy chủ.')
  await secretary.see('2 ý kiến đã ghi')
  await page.keyboard.press('Escape')
  await lookTwice(secretary, 'conference')

  const head = await visit(president, phone)
  await head.go(`/cycles/${planYear}/feedback`)
  await head.see('“Nên mở lớp buổi tối.”')
  await look(head, 'conference-unit')
  await head.press('Đúng ý kiến của đơn vị')
  await head.see('Đơn vị đã xác nhận')
  await head.leave()

  await secretary.go(hall)
  await secretary.see('Đơn vị đã xác nhận')
  await secretary.press('Lập biên bản')
  await secretary.press('Ký biên bản')
  await page.getByRole('dialog').getByRole('button', { name: 'Ký biên bản' }).click()
  await secretary.see(/đã ký/)
  await secretary.press('Xem và in biên bản')
  await secretary.see('III. Ý kiến phát biểu')
  await lookTwice(secretary, 'conference-minutes')
  await secretary.leave()
})
