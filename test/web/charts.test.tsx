import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { BoardCell } from '../../domain/feedback/board-counts.contract.ts'
import type { SharedTarget } from '../../domain/revision/views.contract.ts'
import { BoardFigures } from '../../web/feedback/BoardFigures.tsx'
import { OpinionBars } from '../../web/revision/OpinionBars.tsx'
import { RequestBars } from '../../web/revision/RequestBars.tsx'
import { draw, drawAt } from './setup.tsx'

const idOf = (number: number) => `3f0c0b3e-5b1e-4a53-9d0e-0f6a0c1d2e${30 + number}`
const press = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }))
const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      [...row.children].map((cell) => cell.querySelector('a')?.firstChild ?? cell.firstChild),
    )
    .map((row) => row.map((node) => node?.textContent))

const place = (code: string | null, byDisposition: Record<string, number>, open: number) => ({
  round: 1,
  kind: code ? ('CLAUSE' as const) : ('GENERAL' as const),
  code,
  heading: 'Thời lượng lớp',
  consulted: null,
  current: null,
  clauseId: null,
  clauseRevision: null,
  line: null,
  total: open + Object.values(byDisposition).reduce((sum, count) => sum + count, 0),
  open,
  undecided: open,
  byDisposition,
  byKind: {},
})

test('the opinions of each place are told in words beside its bar, and again in the table', async () => {
  const view = {
    places: [place('II.3', { ACCEPTED: 1 }, 2), place(null, { NOTED: 1 }, 0)],
    totals: { comments: 4, disposed: 2, byDisposition: { ACCEPTED: 1, NOTED: 1 } },
    rounds: [1],
  }
  const at = { path: '/cycles/$year/revision', at: '/cycles/2027/revision?part=comments' }
  const router = await drawAt(<OpinionBars view={view} />, at)
  await userEvent.click(
    screen.getByText('Biểu đồ theo từng mục: nhiều ý kiến nhất là Mục II.3. Thời lượng lớp (3/4)'),
  )
  const bars = within(screen.getByRole('list')).getAllByRole('listitem')
  expect(bars.map((bar) => bar.textContent)).toEqual([
    'Mục II.3. Thời lượng lớp3 ý kiến: Tiếp thu 1, Chưa có hướng 2',
    'Ý kiến chung1 ý kiến: Hướng khác 1',
  ])
  await press(/^Xem bảng số/)
  expect(cellsOf(screen.getByRole('table'))).toEqual([
    ['Mục II.3. Thời lượng lớp', '1', '0', '0', '0', '2', '3'],
    ['Ý kiến chung', '0', '0', '0', '1', '0', '1'],
    ['Cộng', '1', '0', '0', '1', '2', '4'],
  ])
  await press(/^Xem biểu đồ/)
  await userEvent.click(screen.getByRole('link', { name: 'Mục II.3. Thời lượng lớp' }))
  expect(router.state.location.search).toMatchObject({
    part: 'comments',
    place: '1 CLAUSE II.3',
  })
})

test('what is asked stands beside what was assigned, and the sum against the headline', async () => {
  const share = (at: number, value: number) => ({
    unitId: idOf(at),
    unitName: `Đơn vị ${at}`,
    value,
    consulted: value,
    lastYearDone: null,
  })
  const target: SharedTarget = {
    targetId: null,
    code: 'T5',
    text: 'Phát triển đoàn viên',
    measuredIn: 'đoàn viên',
    headline: 11_480,
    allocated: 11_480,
    shares: [share(1, 1_150), share(2, 10_330)],
  }
  const request = {
    id: idOf(9),
    number: 'GY-2027-0001',
    round: 1,
    unitId: idOf(1),
    unitName: 'Đơn vị 1',
    targetCode: 'T5',
    assigned: 1_150,
    requested: 860,
    reason: 'NO_PEOPLE' as const,
    particularity: '',
    feasibility: '',
    commitment: null,
    decision: null,
  }
  await draw(<RequestBars target={target} requests={[request]} />)
  const finding = 'Nếu chấp thuận mọi đề nghị: 11.190, thiếu 290 đoàn viên so với chỉ tiêu 11.480'
  await userEvent.click(screen.getByText(finding))
  expect(screen.getByRole('listitem').textContent).toBe(
    'Đơn vị 1Được giao 1.150, đề nghị 860 (-290)',
  )
  await press(/^Xem bảng số/)
  expect(cellsOf(screen.getByRole('table'))).toEqual([
    ['Đơn vị 1', '1.150', '860', '-290'],
    ['Các đơn vị không đề nghị', '10.330', '10.330', '0'],
    ['Cộng', '11.480', '11.190', '-290'],
    ['Chỉ tiêu', '11.480', '11.480', undefined],
    ['Chênh so với chỉ tiêu', '0', '-290', undefined],
  ])
})

const nobody = {
  notOpened: 0,
  read: 0,
  writing: 0,
  overdue: 0,
  asking: 0,
  spoke: 0,
  silent: 0,
  comments: 0,
  requests: 0,
}
const cells: BoardCell[] = [
  {
    ...nobody,
    kind: 'WARD_UNION',
    units: 9,
    sent: 6,
    late: 2,
    open: 2,
    excused: 1,
    above: { id: idOf(1), name: 'LĐLĐ TP Hà Thanh' },
  },
  {
    ...nobody,
    kind: 'GRASSROOTS_UNION',
    units: 3,
    sent: 0,
    late: 0,
    open: 3,
    excused: 0,
    above: { id: idOf(2), name: 'Công đoàn phường Bến Trúc' },
  },
]

const drawBoard = (shown: BoardCell[]) =>
  drawAt(<BoardFigures view={{ cells: shown, state: 'OPEN', planYear: 2027 }} />, {
    path: '/cycles/$year/feedback',
    at: '/cycles/2027/feedback?unit=sen',
  })

test('each number of who has answered opens the units that it counts', async () => {
  const router = await drawBoard(cells)
  await userEvent.click(screen.getByText('Biểu đồ theo loại đơn vị: 5/12 đơn vị chưa gửi'))
  await userEvent.click(screen.getByRole('link', { name: /^2.*Gửi muộn, Công đoàn phường$/ }))
  expect(router.state.location.search).toEqual({ status: 'late', kind: 'WARD_UNION' })
  await press(/^Xem bảng số/)
  expect(cellsOf(screen.getByRole('table'))).toEqual([
    ['Công đoàn phường', '9', '6', '2', '2', '1'],
    ['Công đoàn cơ sở', '3', '0', '0', '3', '0'],
    ['Cộng', '12', '6', '2', '5', '1'],
  ])
  await press(/^Cấp trên trực tiếp/)
  const below = /^3.*Chưa gửi, Công đoàn phường Bến Trúc$/
  await userEvent.click(screen.getByRole('link', { name: below }))
  expect(router.state.location.search).toEqual({ status: 'open', above: idOf(2) })
})

test('where all units are of one kind below one superior there is nothing to split', async () => {
  await drawBoard(cells.slice(0, 1))
  expect(screen.queryByRole('group')).toBeNull()
})
