import { writeNumber } from '../../domain/grammar/text.ts'
import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'

type Plan = { plan: PrintedPlanView }

/** The classes and the shares of the units, each on pages of its own with a repeating head. */
export function Annexes({ plan }: Plan) {
  const first = plan.classes ? 1 : 0
  return (
    <>
      {plan.classes && <Classes plan={plan} classes={plan.classes} />}
      {plan.allocations.map((annex, index) => (
        <Allocation key={annex.text} plan={plan} annex={annex} number={roman(first + index + 1)} />
      ))}
    </>
  )
}

function Classes({ plan, classes }: Plan & { classes: NonNullable<PrintedPlanView['classes']> }) {
  return (
    <section className="p-annex p-wide" aria-label="Phụ lục I">
      <AnnexHead plan={plan} number="I" title="DANH MỤC LỚP TẬP HUẤN, BỒI DƯỠNG" />
      <div className="p-scroll" role="region" aria-label="Danh mục lớp" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {classHeads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.lines.map((line, index) => (
              <tr key={line.code}>
                <td className="p-n">{index + 1}</td>
                <td>
                  {line.topic}
                  {line.carriedFrom && ` (chuyển từ ${line.carriedFrom})`}
                </td>
                <td>{line.audience}</td>
                <td>{line.deliveryForm}</td>
                <td className="p-n">{writeNumber(line.days)}</td>
                <td className="p-n">{writeNumber(line.seats)}</td>
                <td className="p-n">{line.month}</td>
                <td>{line.venue}</td>
                <td>{line.leadUnit}</td>
                <td className="p-n">{writeNumber(line.budgetDong)}</td>
              </tr>
            ))}
            <tr className="p-total">
              <th scope="row" colSpan={5}>
                Tổng cộng: {classes.lines.length} lớp
              </th>
              <td className="p-n">{writeNumber(classes.trainees)}</td>
              <td colSpan={3} />
              <td className="p-n">{writeNumber(classes.budgetDong)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

const classHeads = [
  'TT',
  'Nội dung',
  'Đối tượng',
  'Hình thức',
  'Số ngày',
  'Học viên',
  'Tháng',
  'Địa điểm',
  'Đơn vị chủ trì',
  'Kinh phí (đồng)',
]

type AllocationProps = Plan & { annex: PrintedPlanView['allocations'][number]; number: string }

function Allocation({ plan, annex, number }: AllocationProps) {
  return (
    <section className="p-annex" aria-label={`Phụ lục ${number}`}>
      <AnnexHead plan={plan} number={number} title="CHỈ TIÊU GIAO CÁC ĐƠN VỊ" />
      <p className="p-text">{annex.text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">TT</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Kết quả năm trước</th>
            <th scope="col">Chỉ tiêu ({annex.measuredIn})</th>
          </tr>
        </thead>
        <tbody>
          {annex.rows.map((row, index) => (
            <tr key={row.unitName}>
              <td className="p-n">{index + 1}</td>
              <td>{row.unitName}</td>
              <td className="p-n">
                {row.lastYearDone === null ? '' : writeNumber(row.lastYearDone)}
              </td>
              <td className="p-n">{writeNumber(row.value)}</td>
            </tr>
          ))}
          <tr className="p-total">
            <th scope="row" colSpan={3}>
              Tổng cộng
            </th>
            <td className="p-n">{writeNumber(annex.total)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function AnnexHead({ plan, number, title }: Plan & { number: string; title: string }) {
  return (
    <header className="p-annex-head">
      <h2>
        Phụ lục {number}
        <br />
        {title}
      </h2>
      <p>
        <i>
          (Kèm theo {plan.number.replace(/^Số: */, 'Kế hoạch số ')}, {plan.placeAndDate})
        </i>
      </p>
    </header>
  )
}

function roman(number: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][number] ?? String(number)
}
