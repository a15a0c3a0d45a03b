import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planYearFor } from '../../db/demo/terms.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { address, look, lookTwice, openTheatre, phone, type Theatre } from './stage.ts'

const thisYear = planYearFor(dayOfInstant(new Date()))
const year = thisYear + 1

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
})
afterAll(() => theatre.close())

describe('signing in', () => {
  test('the demo persons are offered by step, one click each', async () => {
    const visitor = await theatre.stranger()
    await visitor.go('/sign-in')
    await lookTwice(visitor, 'sign-in')
    await visitor.press(/Hoàng Thị Lụa/)
    await visitor.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    await lookTwice(visitor, 'inbox')
    await visitor.leave()
  })
})

describe('1. the draft', () => {
  test('the leader opens the next year early', async () => {
    const leader = await theatre.visit('nghia.dh')
    await leader.go(`/cycles/${thisYear}`)
    await lookTwice(leader, 'cycle')
    await leader.press('Thao tác')
    await leader.press(`Mở chu trình năm ${year}`)
    await leader.page
      .getByRole('dialog')
      .getByRole('button', { name: /Mở chu trình/ })
      .click()
    await leader.page.getByRole('heading', { level: 1, name: new RegExp(`năm ${year}`) }).waitFor()
    await leader.leave()
  })

  test('the head of department goes on without a needs survey', async () => {
    const head = await theatre.visit('nhan.vth')
    await head.go(`/cycles/${year}`)
    await head.press('Không khảo sát nhu cầu')
    const dialog = head.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Nhu cầu năm nay đã rà soát cùng kế hoạch trước.')
    await dialog.getByRole('button', { name: 'Không khảo sát nhu cầu' }).click()
    await head.page
      .getByText(/Không khảo sát|không khảo sát/)
      .first()
      .waitFor()
    await look(head, 'cycle-draft')
    await head.leave()
  })
})

test('nothing is left open', () => expect(address()).toContain('http'))
