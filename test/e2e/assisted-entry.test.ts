import { afterAll, expect, test } from 'vitest'
import { pdf, photo } from '../setup/real-files.ts'
import { closeTheatre, lookTwice, phone, visit } from './stage.ts'
import { walk } from './walk.ts'

const here = `/cycles/${walk.thisYear}/feedback`
/** A unit on an island that no other test beside this one writes for. */
const unit = 'Công đoàn đặc khu Hòn Én'
const president = 'hang.ntm'

afterAll(closeTheatre)

test('what came on paper is entered by the department, and lies before the unit to be confirmed', async () => {
  const department = await visit('khai.dq')
  await department.go(`${here}?status=open`)
  await department.press(`Nhập hộ ${unit}`)
  await department.see(/^Bản này chưa được tính/)
  for (const plan of await department.page
    .getByRole('radio', { name: 'Nhất trí', exact: true })
    .all())
    await plan.check()
  await department.save()
  await lookTwice(department, 'assisted-entering')
  await department.page.getByRole('link', { name: /^Câu hỏi của ban/ }).click()
  await department.page.getByRole('radio', { name: 'Ba ngày liền' }).check()
  await department.write(/^Bao nhiêu cán bộ/, '25')
  await department.page.getByRole('link', { name: /^Xem lại/ }).click()
  await department.write('Họ và tên', 'Nguyễn Thị Mến')
  await department.write('Chức vụ', 'Chủ tịch')
  await department.save()
  await department.press('Gửi đơn vị xác nhận')
  await department.write(/^Nhập từ phiếu giấy nào/, 'Phiếu giấy gửi theo tàu, nhận ngày 20/11')
  const dialog = department.page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles([
    {
      name: 'phieu-giay.pdf',
      mimeType: 'application/pdf',
      buffer: pdf('', '% phiếu giấy\n'),
    },
    { name: 'trang 2.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    { name: 'nhầm.jpg', mimeType: 'image/jpeg', buffer: await photo() },
  ])
  await department.see('phieu-giay.pdf')
  await dialog.getByRole('button', { name: /nhầm\.jpg/ }).click()
  await dialog.getByRole('button', { name: 'Thêm trang' }).waitFor()
  await lookTwice(department, 'assisted-offering')
  await dialog.getByRole('button', { name: 'Gửi đơn vị xác nhận' }).click()
  await department.see('Đang chờ đơn vị xác nhận')
  await department.go(`${here}?status=open`)
  await department.see('Nhập hộ, chờ đơn vị xác nhận')

  const head = await visit(president, phone)
  await head.go(here)
  await head.see('Liên đoàn nhập hộ phiếu giấy của đơn vị')
  await head.page.getByRole('link', { name: 'phieu-giay.pdf' }).waitFor()
  await head.page.getByRole('link', { name: 'trang 2.jpg' }).waitFor()
  await lookTwice(head, 'assisted-confirming')
  await head.press('Xác nhận, ký gửi')
  await head.see('Đã gửi góp ý')
  await head.go(here)
  await head.see('Đã gửi góp ý')
  await lookTwice(head, 'assisted-signed')
  await head.leave()
  expect(department.complaints).toEqual([])
  await department.leave()
}, 90_000)
