import { describe, expect, it } from 'vitest'
import { readPastedLines } from '../../domain/draft/pasted-lines.ts'

const sheet = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\r\n')
const heads = [
  'TT',
  'Tên lớp',
  'Đối tượng',
  'Số ngày',
  'Số học viên',
  'Tháng',
  'Đơn vị chủ trì',
  'Kinh phí (triệu đồng)',
]

describe('class lines pasted from a sheet', () => {
  it('are found by Vietnamese heads, in whatever order they stand', () => {
    const { columns, lines } = readPastedLines(
      sheet(heads, [
        '1',
        'Nghiệp vụ công đoàn',
        'Chủ tịch CĐCS',
        '2,5',
        '1.200',
        '04/2027',
        'Ban CTCĐ',
        '48,5',
      ]),
    )
    expect(columns).toEqual([
      null,
      'topic',
      'audience',
      'days',
      'seats',
      'month',
      'leadUnit',
      'budgetDong',
    ])
    expect(lines).toMatchObject([
      {
        row: 2,
        faults: [],
        line: {
          topic: 'Nghiệp vụ công đoàn',
          deliveryForm: 'DIRECT',
          days: 2.5,
          seats: 1200,
          month: 4,
          venue: null,
          leadUnit: 'Ban CTCĐ',
          budgetDong: 48_500_000,
        },
      },
    ])
  })

  it('without heads stand in the order of the annex', () => {
    const { lines } = readPastedLines(
      sheet([
        'Tài chính',
        'Kế toán',
        'Trực tuyến',
        '1',
        '60',
        'Tháng 8',
        '',
        'Ban TC',
        '',
        '5.000.000 đ',
      ]),
    )
    expect(lines[0]?.line).toMatchObject({
      deliveryForm: 'ONLINE',
      month: 8,
      budgetDong: 5_000_000,
    })
  })

  it('that cannot be read are named by row and column, and the others stay', () => {
    const { lines } = readPastedLines(
      sheet(
        heads,
        ['1', 'An toàn', 'Ai', 'hai', '60', '13', 'Ban', 'x'],
        [],
        ['2', '', 'Ai', '2', '60', '5', 'Ban', ''],
      ),
    )
    expect(lines.map(({ row, line }) => [row, line])).toEqual([
      [2, null],
      [4, null],
    ])
    expect(lines[0]?.faults).toEqual([
      { column: 'days', raw: 'hai' },
      { column: 'month', raw: '13' },
      { column: 'budgetDong', raw: 'x' },
    ])
    expect(lines[1]?.faults).toEqual([{ column: 'topic', raw: '' }])
  })

  it('of nothing are none', () => {
    expect(readPastedLines(' \n\t\n')).toEqual({ columns: [], lines: [] })
  })
})
