import { Link, useParams } from '@tanstack/react-router'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { PrintedInspectionView } from '../../domain/inspection/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './inspection.module.css'
import '../kit/paper/print.css'

/** Minutes or a result on A4 as Decree 30 lays them out. */
export function PrintPage() {
  const { inspectionId = '', paper } = useParams({ strict: false })
  const route = paper === 'result' ? routes.printedResult : routes.printedMinutes
  const found = useReading(route, { params: { inspectionId } })
  return <Shown reading={found}>{(printed) => <OnTheDesk printed={printed} />}</Shown>
}

type Printed = { printed: PrintedInspectionView }

function OnTheDesk({ printed }: Printed) {
  const t = useText()
  useTitle(printed.abstract)
  const { inspectionId, contentSha256 } = printed
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/inspections/$inspectionId" params={{ inspectionId }}>
          {t('inspection.print.back')}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('inspection.print.print')}
        </Button>
      </div>
      <Sheet printed={printed} />
      {contentSha256 && (
        <p className="small print-tools">
          <span>{t('inspection.print.hash', { hash: contentSha256.slice(0, 16) })}</span>
        </p>
      )}
    </div>
  )
}

/** The sheet itself, in Vietnamese whatever the reader's language is. */
function Sheet({ printed }: Printed) {
  const { docType, abstract, opening, sections, signatures, recipients } = printed
  return (
    <article className={`sheet paper-a4 ${look.print}`} lang="vi" aria-label={abstract}>
      <Head printed={printed} />
      <h1 className="p-title">
        {docType}
        <br />
        {abstract}
      </h1>
      {opening.map((line) => (
        <p key={line} className="p-text">
          {line}
        </p>
      ))}
      {sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      <div className={look.two}>
        {signatures.length === 1 && <Recipients recipients={recipients} />}
        {signatures.map(({ authority, name }) => (
          <div key={authority.join()} className="p-sign">
            {authority.map((row) => (
              <p key={row}>
                <b>{row}</b>
              </p>
            ))}
            <p className="p-name">
              <b>{name}</b>
            </p>
          </div>
        ))}
      </div>
      {signatures.length > 1 && <Recipients recipients={recipients} />}
    </article>
  )
}

function Head({ printed }: Printed) {
  return (
    <div className="p-head">
      <div>
        <p>{printed.parentBody}</p>
        <p className="p-issuer">
          <b>{printed.issuingBody}</b>
        </p>
        {printed.number && <p className="p-number">{printed.number}</p>}
      </div>
      <div>
        <p>
          <b>{printed.country}</b>
        </p>
        <p className="p-motto">
          <b>{printed.motto}</b>
        </p>
        <p className="p-date">{printed.placeAndDate}</p>
      </div>
    </div>
  )
}

function Section({ section }: { section: PrintedInspectionView['sections'][number] }) {
  const { heading, paragraphs, table } = section
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {paragraphs.map((line) => (
        <p key={line} className="p-text">
          {line}
        </p>
      ))}
      {table && (
        <div className="p-scroll" role="region" aria-label={heading} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) => (
                    <td key={table.heads[index]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Recipients({ recipients }: { recipients: readonly string[] }) {
  return (
    <div className="p-recipients">
      <p className="p-to">Nơi nhận:</p>
      <ul>
        {recipients.map((recipient) => (
          <li key={recipient}>{recipient}</li>
        ))}
      </ul>
    </div>
  )
}
