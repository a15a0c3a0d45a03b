import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { fetchedLater } from '../../web/kit/fetched-later.tsx'

const Part = ({ words }: { words: string }) => <p>{words}</p>

test('a part that cannot be fetched leaves the page standing, and comes with the line', async () => {
  let hasLine = false
  const fetch = vi.fn(() => (hasLine ? Promise.resolve(Part) : Promise.reject(new TypeError())))
  const Later = fetchedLater(fetch, () => <p>đang mở</p>)
  render(
    <>
      <input aria-label="chữ đang viết" />
      <Later words="lịch" />
    </>,
  )
  await act(() => Promise.resolve())
  expect(screen.getByText('đang mở')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'chữ đang viết' })).toBeTruthy()

  hasLine = true
  act(() => void dispatchEvent(new Event('online')))
  expect(await screen.findByText('lịch')).toBeTruthy()
  expect(screen.queryByText('đang mở')).toBeNull()
})

test('once fetched it stands at once wherever it is shown again', async () => {
  const Later = fetchedLater(() => Promise.resolve(Part))
  const { unmount } = render(<Later words="lịch" />)
  await screen.findByText('lịch')
  unmount()
  render(<Later words="lịch khác" />)
  expect(screen.getByText('lịch khác')).toBeTruthy()
})
