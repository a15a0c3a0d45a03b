import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { col, DataTable } from '../../web/kit/table/DataTable.tsx'
import { draw } from './setup.tsx'

type Unit = { id: string; name: string; comments: number }
const units: readonly Unit[] = [
  { id: 'a', name: 'Công đoàn phường Cầu Mây', comments: 0 },
  { id: 'b', name: 'Công đoàn xã Mỹ Đổng', comments: 6 },
]
const columns = [
  col<Unit>({
    id: 'name',
    head: 'Đơn vị',
    cell: (unit) => unit.name,
    rowHead: true,
    sortable: true,
  }),
  col<Unit>({ id: 'comments', head: 'Ý kiến', cell: (unit) => unit.comments, right: true }),
]

test('each row is named by its first column and each cell by its head', async () => {
  await draw(<DataTable label="Đơn vị" columns={columns} rows={units} rowKey={(unit) => unit.id} />)
  const row = screen.getByRole('row', { name: /Mỹ Đổng/ })
  expect(within(row).getByRole('rowheader').textContent).toBe('Công đoàn xã Mỹ Đổng')
  expect(within(row).getByRole('cell').getAttribute('data-l')).toBe('Ý kiến')
})

test('a press on the head asks for the other order', async () => {
  const onSort = vi.fn()
  await draw(
    <DataTable
      label="Đơn vị"
      columns={columns}
      rows={units}
      rowKey={(unit) => unit.id}
      sort={{ by: 'name', descending: false }}
      onSort={onSort}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: /Đơn vị/ }))
  expect(onSort).toHaveBeenCalledWith({ by: 'name', descending: true })
})

test('an empty list says why; a filtered one offers to clear the filters', async () => {
  const clear = vi.fn()
  const { rerender } = await draw(
    <DataTable
      label="x"
      columns={columns}
      rows={[]}
      rowKey={(unit) => unit.id}
      empty="Chưa có đơn vị."
    />,
  )
  expect(screen.getByText('Chưa có đơn vị.')).toBeTruthy()
  rerender(<p />)
  await draw(
    <DataTable
      label="x"
      columns={columns}
      rows={[]}
      rowKey={(unit) => unit.id}
      filtered
      onClearFilters={clear}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Bỏ lọc' }))
  expect(clear).toHaveBeenCalled()
})
