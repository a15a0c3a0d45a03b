import { expect } from 'vitest'
import { fillReview, passOn } from './feedback-pages.ts'
import { lookTwice, type Visitor } from './stage.ts'
import type { Walk } from './walk.ts'

/** Two people in the middle of it when the round closes: one writes, one is about to sign. */
export type Caught = { writer: Visitor; signer: Visitor }

const words = 'Đề nghị mở thêm lớp buổi tối.'
const tooLate = /Đợt góp ý đã đóng nên không ghi được nữa/

export async function beforeTheClose({ visit, year }: Walk): Promise<Caught> {
  const here = `/cycles/${year}/feedback`
  const drafter = await visit('lan.mh')
  await drafter.go(`${here}?step=general`)
  await drafter.page.getByRole('radio', { name: 'Nhất trí', exact: true }).check()
  await drafter.save()
  await drafter.go(`${here}?step=review`)
  await fillReview(drafter, 'Nguyễn Thị Thu')
  await passOn(drafter)
  await drafter.leave()
  const signer = await visit('thu.nt')
  await signer.go(here)
  await signer.see('Phiếu góp ý chờ đồng chí ký')
  const writer = await visit('dong.nv')
  await writer.go(`${here}?step=general`)
  await remark(writer).waitFor()
  return { writer, signer }
}

/** Neither is taken; the one is told why beside what was typed, which stays, the other at the button. */
export async function afterTheClose({ writer, signer }: Caught): Promise<void> {
  await remark(writer).fill(words)
  await writer.page.keyboard.press('Control+s')
  await writer.see(tooLate)
  expect(await remark(writer).inputValue()).toBe(words)
  await lookTwice(writer, 'answer-too-late')
  await writer.leave()
  await signer.press('Ký, gửi góp ý')
  await signer.see(tooLate)
  await lookTwice(signer, 'signature-too-late')
  await signer.leave()
}

const remark = ({ page }: Visitor) => page.getByRole('textbox', { name: /^Nhận xét chung/ })
