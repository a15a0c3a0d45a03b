import type { Visitor } from './stage.ts'

/** The last step of an answer: who speaks for the unit, and that it has been looked through. */
export async function fillReview(drafter: Visitor, spokesperson: string): Promise<void> {
  await drafter.write('Họ và tên', spokesperson)
  await drafter.write('Chức vụ', 'Chủ tịch')
  await drafter.page.getByRole('checkbox', { name: /^Tôi xác nhận/ }).check()
}

export async function passOn(drafter: Visitor): Promise<void> {
  await drafter.press('Trình Chủ tịch')
  await drafter.see('Phiếu góp ý đang chờ Chủ tịch ký')
}
