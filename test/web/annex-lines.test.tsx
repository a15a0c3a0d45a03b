import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WrittenLine } from '../../domain/draft/views.contract.ts'
import { MoveLine } from '../../web/draft/MoveLine.tsx'
import { PasteLines } from '../../web/draft/PasteLines.tsx'
import { draw } from './setup.tsx'

const planId = '0b7c9a52-6f0d-4a06-8a3e-2f1f1f6f7a03'
const lineId = '0b7c9a52-6f0d-4a06-8a3e-2f1f1f6f7a04'
const fetched = vi.fn(async (_: string, __: RequestInit) => Response.json({ ids: [], lineId }))
beforeEach(() => vi.stubGlobal('fetch', fetched))
afterEach(() => {
  fetched.mockClear()
  vi.unstubAllGlobals()
})

const sent = async () => {
  const [address, init] = fetched.mock.calls[0] ?? []
  const body: unknown = await new Response(init?.body).json()
  return { address, body }
}

const heads = ['Tên lớp', 'Đối tượng', 'Số ngày', 'Số học viên', 'Tháng', 'Đơn vị chủ trì']
const good = ['Nghiệp vụ công đoàn', 'Chủ tịch CĐCS', '2,5', '1.200', '4', 'Ban CTCĐ']
const bad = ['An toàn lao động', 'Mạng lưới viên', 'hai', '60', '13', 'Ban CTCĐ']
const block = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\n')

async function paste(text: string): Promise<void> {
  await draw(<PasteLines planId={planId} />)
  await userEvent.click(screen.getByRole('button', { name: 'Dán từ Excel' }))
  await userEvent.click(await screen.findByRole('textbox', { name: 'Các dòng chép từ Excel' }))
  await userEvent.paste(text)
}

test('what is pasted stands there row by row with its faults, and nothing is written', async () => {
  await paste(block(heads, good, bad))
  expect(screen.getByText('Đọc được 1 dòng, 1 dòng cần sửa và chưa nhập.')).toBeTruthy()
  const [first, second] = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(first).toContain('Nghiệp vụ công đoàn: 1.200 học viên, 2,5 ngày, tháng 4')
  expect(second).toContain('“Ngày” không đọc được: hai.')
  expect(second).toContain('“Tháng” không đọc được: 13.')
  expect(fetched).not.toHaveBeenCalled()
})

test('only the rows that could be read are taken, in one call', async () => {
  await paste(block(heads, good, bad))
  await userEvent.click(screen.getByRole('button', { name: 'Nhập 1 dòng' }))
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  expect(await sent()).toMatchObject({
    address: `/api/plans/${planId}/lines`,
    body: { rows: [{ topic: 'Nghiệp vụ công đoàn', days: 2.5, seats: 1200, month: 4 }] },
  })
})

test('where no row can be read there is nothing to take', async () => {
  await paste(block(heads, bad))
  expect(screen.getByText('Đọc được 0 dòng, 1 dòng cần sửa và chưa nhập.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Nhập/ })).toBeNull()
})

// only what the two buttons read of a line
const line = { id: lineId, code: 'L02' } as WrittenLine

test('a line goes one place up or down; the first has no way up, the last none down', async () => {
  const { unmount } = await draw(<MoveLine line={line} ordinal={1} last={3} />)
  expect(screen.queryByRole('button', { name: 'Lên' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Xuống' })).toBeTruthy()
  unmount()
  await draw(<MoveLine line={line} ordinal={3} last={3} />)
  expect(screen.queryByRole('button', { name: 'Xuống' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Lên' }))
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce())
  expect(await sent()).toEqual({ address: `/api/lines/${lineId}/place`, body: { to: 'up' } })
})
