import { useState } from 'react'
import { BalanceBar, PartsBar } from './BalanceBar.tsx'
import { Button } from './Button.tsx'
import { CheckAnswers } from './CheckAnswers.tsx'
import { DotStrip } from './DotStrip.tsx'
import { HistoryList } from './HistoryList.tsx'
import { KitPart } from './KitPart.tsx'
import { MarginItem, MarginList } from './MarginList.tsx'
import { PhaseRibbon, type RibbonStep, SlimRibbon } from './PhaseRibbon.tsx'
import { Empty } from './States.tsx'
import { StateWord } from './StateWord.tsx'
import { col, DataTable, type Sort } from './table/DataTable.tsx'
import { FilterRow, FilterSearch, FilterTabs } from './table/FilterRow.tsx'

type Row = { name: string; trainees: string; passed: string; state: 'done' | 'now' | 'soon' }
const rows: readonly Row[] = [
  { name: 'Cán bộ mới, đợt 1', trainees: '58/60', passed: '96%', state: 'done' },
  { name: 'Thương lượng tập thể', trainees: '41/50', passed: '–', state: 'now' },
  { name: 'Tài chính công đoàn', trainees: '12/45', passed: '–', state: 'soon' },
]
const words = { done: 'Xong', now: 'Đang học', soon: 'Sắp hết hạn' } as const
const columns = [
  col<Row>({ id: 'name', head: 'Lớp', cell: (row) => row.name, rowHead: true, sortable: true }),
  col<Row>({ id: 'trainees', head: 'Học viên', cell: (row) => row.trainees, right: true }),
  col<Row>({ id: 'passed', head: 'Đạt', cell: (row) => row.passed, right: true }),
  col<Row>({
    id: 'state',
    head: 'Trạng thái',
    cell: (row) => <StateWord tone={row.state}>{words[row.state]}</StateWord>,
  }),
]
const steps: readonly RibbonStep[] = [
  {
    key: '1',
    name: 'Nhu cầu',
    state: 'done',
    dates: '12/10–13/11',
    count: '43/43 đơn vị',
    href: '#a',
  },
  {
    key: '2',
    name: 'Dự thảo',
    state: 'done',
    dates: '23/11–04/12',
    count: '2 kế hoạch',
    href: '#a',
  },
  {
    key: '3',
    name: 'Góp ý',
    state: 'now',
    dates: '07/12–18/12',
    count: '31/43 đơn vị, còn 4 ngày',
    part: 0.72,
    href: '#a',
  },
  { key: '4', name: 'Chỉnh sửa', state: 'later', dates: '22/12–08/01', count: '138 ý kiến' },
  { key: '5', name: 'Phê duyệt', state: 'later', dates: '12/01–20/01', count: '15 uỷ viên' },
  { key: '6', name: 'Mở lớp', state: 'later', dates: 'tháng 3–10', count: '40 lớp' },
  { key: '7', name: 'Kiểm tra', state: 'later', dates: 'tháng 3–11', count: '12 đơn vị' },
  { key: '8', name: 'Khen thưởng', state: 'later', dates: 'tháng 11–12' },
]

export function KitShowing({ size }: { size: string }) {
  const [sort, setSort] = useState<Sort>({ by: 'name', descending: false })
  const [tab, setTab] = useState<'open' | 'all'>('open')
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['Thương lượng tập thể']))
  return (
    <>
      <KitPart title="Dải tám bước">
        <PhaseRibbon label={`Tám bước, đầy đủ, ${size}`} steps={steps} />
        <SlimRibbon label={`Tám bước, một dòng, ${size}`} steps={steps} />
      </KitPart>
      <KitPart title="Lề">
        <MarginList>
          <MarginItem
            when="Trước 17:00"
            distance="thứ Hai 14/12"
            due
            title="Trả lời câu hỏi của Công đoàn phường Bến Trúc"
            deed={<Button kind="primary">Trả lời</Button>}
          >
            <p>Mục II.3, thời lượng lớp.</p>
          </MarginItem>
          <MarginItem
            when="Thứ Ba 22/12"
            off
            title="Trình hướng xử lý các ý kiến"
            deed={
              <StateWord tone="not" icon="lock">
                Chưa làm được
              </StateWord>
            }
          >
            <p>Chờ hết hạn góp ý ngày 18/12.</p>
          </MarginItem>
        </MarginList>
      </KitPart>
      <KitPart title="Bảng">
        <FilterRow active={sought !== ''} onClear={() => setSought('')}>
          <FilterTabs
            label={`Trạng thái ${size}`}
            value={tab}
            onChoose={setTab}
            tabs={[
              { value: 'open', label: 'Chưa gửi', number: 12 },
              { value: 'all', label: 'Tất cả', number: 43 },
            ]}
          />
          <FilterSearch label="Lọc theo tên lớp" value={sought} onChange={setSought} />
        </FilterRow>
        <DataTable
          label={`Lớp trong tháng 4, ${size}`}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.name}
          rowName={(row) => row.name}
          sort={sort}
          onSort={setSort}
          selected={chosen}
          onSelect={(key, on) => setChosen(new Set(on ? [...chosen, key] : []))}
          paging={{ summary: 'Đang xem 3 trong 40 lớp', onNext: () => undefined }}
        />
      </KitPart>
      <KitPart title="Chưa có gì">
        <Empty deed={<Button>Lập lớp từ kế hoạch</Button>}>Chưa có lớp nào trong quý II.</Empty>
      </KitPart>
      <KitPart title="Ai đã trả lời, chia đủ chưa">
        <DotStrip
          label={`43 đơn vị, ${size}`}
          groups={[
            { key: 'c', name: 'Chưa mở', letter: 'C', look: 'unopened', number: 3 },
            { key: 'd', name: 'Đã đọc', letter: 'Đ', look: 'read', number: 4 },
            { key: 'v', name: 'Đang viết', letter: 'V', look: 'writing', number: 5 },
            { key: 'g', name: 'Đã gửi', letter: 'G', look: 'sent', number: 31 },
          ]}
        />
        <BalanceBar
          totalName="Nghị quyết giao"
          givenName="Đang giao lại"
          total={30_000}
          given={29_880}
          unit="đoàn viên"
        />
        <PartsBar
          parts={[
            { key: 'a', name: 'Tiếp thu', number: 142, look: 'full' },
            { key: 'b', name: 'Một phần', number: 15, look: 'light' },
            { key: 'c', name: 'Không', number: 19, look: 'dark' },
            { key: 'e', name: 'Chưa có hướng', number: 36, look: 'open' },
          ]}
        />
      </KitPart>
      <KitPart title="Xem lại, lịch sử">
        <CheckAnswers
          answers={[
            { question: 'Biểu quyết của đồng chí', answer: 'Đồng ý', change: <a href="#a">Sửa</a> },
            { question: 'Ý kiến kèm theo', answer: null },
          ]}
        />
        <HistoryList
          rows={[
            { id: '1', at: '2026-12-14T07:32:00Z', actor: 'Hoàng Thị Lụa', deed: 'mở dự thảo' },
            {
              id: '2',
              at: '2026-12-15T02:10:00Z',
              actor: 'Phạm Đức Thuỷ',
              deed: 'trả lại góp ý',
              reason: 'Cần ghi rõ số người.',
            },
          ]}
        />
      </KitPart>
    </>
  )
}
