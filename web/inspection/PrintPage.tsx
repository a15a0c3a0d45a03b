import { Link, useParams } from '@tanstack/react-router'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { PrintedInspectionView } from '../../domain/inspection/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { A4Foot, A4Head, A4Recipients, A4Signature } from '../kit/paper/A4.tsx'
import { PaperSection } from '../kit/paper/PaperSection.tsx'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
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
  const { abstract, opening, sections } = printed
  return (
    <article className="sheet paper-a4 p-ruled" lang="vi" aria-label={abstract}>
      <A4Head paper={printed} />
      {opening.map((line) => (
        <p key={line} className="p-text">
          {line}
        </p>
      ))}
      {sections.map((section) => (
        <PaperSection key={section.heading} section={section} />
      ))}
      <Foot printed={printed} />
    </article>
  )
}

/** One signs and the receivers stand beside; where two sides sign, the receivers come below. */
function Foot({ printed: { signatures, recipients } }: Printed) {
  const [only, ...others] = signatures
  if (only && others.length === 0) return <A4Foot recipients={recipients} signature={only} />
  return (
    <>
      <div className="p-two">
        {signatures.map((signature) => (
          <A4Signature key={signature.authority.join()} signature={signature} />
        ))}
      </div>
      <A4Recipients recipients={recipients} />
    </>
  )
}
