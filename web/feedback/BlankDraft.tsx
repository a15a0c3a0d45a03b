import { STANCES } from '../../domain/feedback/answer-form.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { sayFrom } from '../../domain/text/say-from.ts'
import { vi } from '../../domain/text/vi.ts'
import { BlankLines, Boxes } from './BlankLines.tsx'

type Props = { plan: ConsultedPlan; number: number }

/** One draft with room beside every clause, target and class. */
export function BlankDraft({ plan, number }: Props) {
  const assigned = plan.targets.filter(({ allocation }) => allocation !== null)
  return (
    <section aria-label={plan.title}>
      <h2>
        {number}. {plan.title}
      </h2>
      <p className="p-text">
        <b>Ý kiến chung:</b>
      </p>
      <Boxes labels={STANCES.map((stance) => sayFrom(vi, `feedback.stances.${stance}`))} />
      <BlankLines lines={2} label="Khó khăn, vướng mắc" />
      <BlankLines lines={2} label="Kiến nghị, giải pháp" />
      {plan.clauses.map(({ code, heading, text }) => (
        <div key={code} className="p-place-blank">
          <h3>
            {code}. {heading}
          </h3>
          <p className="p-text">{text}</p>
          <Boxes labels={['Nhất trí', 'Đề nghị sửa', 'Hỏi']} />
          <BlankLines lines={2} />
        </div>
      ))}
      {assigned.length > 0 && <Targets of={plan.title} targets={assigned} />}
      {plan.classLines.length > 0 && <ClassLines of={plan.title} lines={plan.classLines} />}
    </section>
  )
}

function Targets({ targets, of }: { targets: ConsultedPlan['targets']; of: string }) {
  return (
    <Table
      label="Chỉ tiêu giao cho đơn vị"
      of={of}
      heads={[
        'Chỉ tiêu',
        'Được giao',
        'Năm trước đã làm',
        'Đơn vị đề nghị',
        'Lý do, đặc thù, tính khả thi',
      ]}
      rows={targets.map(({ code, text, measuredIn, allocation }) => ({
        key: code,
        cells: [
          `${text} (${measuredIn})`,
          writeNumber(allocation?.value ?? 0),
          allocation?.lastYearDone == null ? '' : writeNumber(allocation.lastYearDone),
          '',
          '',
        ],
      }))}
    />
  )
}

function ClassLines({ lines, of }: { lines: ConsultedPlan['classLines']; of: string }) {
  return (
    <Table
      label="Danh mục lớp"
      of={of}
      heads={['Lớp', 'Nội dung', 'Học viên', 'Tháng', 'Đề nghị sửa, lý do']}
      rows={lines.map(({ code, topic, seats, month }) => ({
        key: code,
        cells: [code, topic, writeNumber(seats), String(month), ''],
      }))}
    />
  )
}

type Row = { key: string; cells: readonly string[] }
type TableProps = {
  label: string
  /** The draft it belongs to. */
  of: string
  heads: readonly string[]
  rows: readonly Row[]
}

function Table({ label, of, heads, rows }: TableProps) {
  return (
    <div
      className="p-scroll p-table p-fill"
      role="region"
      aria-label={`${label}, ${of}`}
      tabIndex={0}
    >
      <h3>{label}</h3>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
