import { Link, useParams } from '@tanstack/react-router'
import type { ConferencePaper } from '../../domain/feedback/conference.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Button } from '../kit/Button.tsx'
import { A4Head, A4Recipients, A4Signature } from '../kit/paper/A4.tsx'
import { PaperSection } from '../kit/paper/PaperSection.tsx'
import '../kit/paper/print.css'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** The minutes of a conference on A4; the browser prints them or keeps them as PDF. */
export function ConferencePrintPage() {
  const { conferenceId = '' } = useParams({ strict: false })
  const found = useReading(routes.conferencePaper, { params: { conferenceId } })
  return <Shown reading={found}>{(paper) => <OnTheDesk paper={paper} />}</Shown>
}

function OnTheDesk({ paper }: { paper: ConferencePaper }) {
  const t = useText()
  useTitle(paper.abstract)
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/cycles/$year/feedback/conferences" params={{ year: String(paper.planYear) }}>
          {t('feedback.conference.printBack')}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('papers.pages.print.print')}
        </Button>
      </div>
      <article className="sheet paper-a4 p-ruled" lang="vi" aria-label={paper.abstract}>
        <A4Head paper={paper} />
        {paper.opening.map((line) => (
          <p key={line} className="p-text">
            {line}
          </p>
        ))}
        {paper.sections.map((section) => (
          <PaperSection key={section.heading} section={section} />
        ))}
        <p className="p-text">{paper.ending}</p>
        <div className="p-two">
          {paper.signatures.map((signature) => (
            <A4Signature key={signature.authority.join()} signature={signature} />
          ))}
        </div>
        <A4Recipients recipients={paper.recipients} />
        <p className="p-seal">
          Biên bản lần {paper.minutesNumber}. Mã nội dung: {paper.contentSha256}
        </p>
      </article>
    </div>
  )
}
