import { Link, useParams } from '@tanstack/react-router'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { ConsolidationPaper } from '../../domain/revision/consolidation-paper.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { Button } from '../kit/Button.tsx'
import { A4Head } from '../kit/paper/A4.tsx'
import '../kit/paper/print.css'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** The consolidation table on A4 landscape; the browser prints it or keeps it as PDF. */
export function ConsolidationPrintPage() {
  const { planId = '' } = useParams({ strict: false })
  const found = useReading(routes.consolidationPaper, { params: { planId } })
  return <Shown reading={found}>{(paper) => <OnTheDesk paper={paper} />}</Shown>
}

type Props = { paper: ConsolidationPaper }

function OnTheDesk({ paper }: Props) {
  const t = useText()
  useTitle(t('revision.page.shortTitle'))
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link
          to="/cycles/$year/revision"
          params={{ year: String(paper.planYear) }}
          search={{ plan: paper.planId }}
        >
          {t('revision.page.backToTable')}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('papers.pages.print.print')}
        </Button>
      </div>
      <article className="sheet paper-a4 p-wide" lang="vi" aria-label={paper.docType}>
        <A4Head paper={paper} />
        <p className="p-text">{paper.opening}</p>
        {paper.places.length > 0 && <Opinions paper={paper} />}
        <Totals paper={paper} />
        <p className="p-seal">Số liệu lúc {paper.madeAt}.</p>
      </article>
    </div>
  )
}

const heads = ['TT', 'Đơn vị góp ý', 'Nội dung góp ý', 'Hướng xử lý', 'Giải trình']

function Opinions({ paper }: Props) {
  return (
    <div className="p-scroll p-table p-opinions" role="region" aria-label="Ý kiến" tabIndex={0}>
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
        {paper.places.map((place) => (
          <Place key={place.name} place={place} />
        ))}
      </table>
    </div>
  )
}

function Place({ place }: { place: ConsolidationPaper['places'][number] }) {
  return (
    <tbody>
      <tr className="p-place">
        <th scope="rowgroup" colSpan={heads.length}>
          <b>{place.name}</b>
          {place.consulted && <p>Bản lấy ý kiến: {place.consulted}</p>}
          {place.revised && <p>Bản chỉnh sửa: {place.revised}</p>}
        </th>
      </tr>
      {place.rows.map((row) => (
        <tr key={row.ordinal}>
          <td className="p-n">{row.ordinal}</td>
          <td>{row.unitName}</td>
          <td>
            <Lines of={row.said} />
          </td>
          <td>{row.disposition}</td>
          <td>
            <Lines of={row.explained} />
          </td>
        </tr>
      ))}
    </tbody>
  )
}

function Lines({ of }: { of: readonly string[] }) {
  return of.map((line) => <p key={line}>{line}</p>)
}

function Totals({ paper }: Props) {
  return (
    <section className="p-table p-totals" aria-label="Tổng cộng">
      <h2>Tổng cộng</h2>
      <div>
        {paper.totals.map(({ heading, rows }) => (
          <table key={heading}>
            <caption>{heading}</caption>
            <tbody>
              {rows.map(({ name, count }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="p-n">{writeNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}
