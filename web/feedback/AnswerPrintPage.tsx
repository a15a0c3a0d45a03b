import { Link, useParams } from '@tanstack/react-router'
import type { AnswerPaper } from '../../domain/feedback/answer-paper.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Button } from '../kit/Button.tsx'
import { A4Foot, A4Head } from '../kit/paper/A4.tsx'
import '../kit/paper/print.css'
import { Shown } from '../kit/States.tsx'
import { useTitle } from '../kit/title.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** A unit's signed answer on A4; the browser prints it or keeps it as PDF. */
export function AnswerPrintPage() {
  const { answerId = '' } = useParams({ strict: false })
  const found = useReading(routes.answerPaper, { params: { answerId } })
  return <Shown reading={found}>{(paper) => <OnTheDesk paper={paper} />}</Shown>
}

type Props = { paper: AnswerPaper }

function OnTheDesk({ paper }: Props) {
  const t = useText()
  useTitle(`${paper.docType} ${paper.number}`)
  return (
    <div className="print-desk">
      <div className="print-tools">
        <Link to="/cycles/$year/feedback" params={{ year: String(paper.planYear) }}>
          {t('feedback.signed.back', { year: paper.planYear })}
        </Link>
        <Button icon="file-text" onClick={() => window.print()}>
          {t('papers.pages.print.print')}
        </Button>
      </div>
      <article className="sheet paper-a4" lang="vi" aria-label={`${paper.docType} ${paper.number}`}>
        <A4Head paper={paper} />
        <p className="p-addressee">Kính gửi: {paper.addressee}</p>
        {paper.opening.map((line) => (
          <p key={line} className="p-text">
            {line}
          </p>
        ))}
        {paper.drafts.map((draft, index) => (
          <Draft key={draft.title} draft={draft} number={index + 1} />
        ))}
        <OwnAnswers paper={paper} number={paper.drafts.length + 1} />
        <Capacity
          paper={paper}
          number={paper.drafts.length + (paper.ownAnswers.length > 0 ? 2 : 1)}
        />
        <Files files={paper.files} />
        <p className="p-text">Trên đây là ý kiến của đơn vị{paper.end}</p>
        <A4Foot {...paper} />
        <p className="p-seal">
          Bản ký lần {paper.version}, {paper.signedAt}. Mã nội dung: {paper.contentSha256}
        </p>
      </article>
    </div>
  )
}

type DraftProps = { draft: AnswerPaper['drafts'][number]; number: number }

function Draft({ draft, number }: DraftProps) {
  return (
    <section aria-label={draft.title}>
      <h2>
        {number}. {draft.title}
      </h2>
      <p className="p-text">
        <b>Ý kiến chung:</b> {draft.stance}
      </p>
      {draft.opinions.map((opinion, index) => (
        <div key={`${opinion.place}${opinion.kind}`}>
          <p className="p-text">
            {number}.{index + 1}. <b>{opinion.place}</b> ({opinion.kind.toLocaleLowerCase('vi')})
          </p>
          {opinion.paragraphs.map((paragraph) => (
            <p key={paragraph} className="p-text">
              {paragraph}
            </p>
          ))}
          {opinion.suggestion && (
            <p className="p-text">
              <i>Đề nghị viết: “{opinion.suggestion}”</i>
            </p>
          )}
        </div>
      ))}
      {draft.requests.map(({ target, figures, lines }) => (
        <div key={target}>
          <p className="p-text">
            <b>Đề nghị điều chỉnh chỉ tiêu:</b> {target} {figures}
          </p>
          {lines.map((line) => (
            <p key={line} className="p-text">
              - {line}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function OwnAnswers({ paper: { ownAnswers }, number }: Props & { number: number }) {
  if (ownAnswers.length === 0) return null
  return (
    <section>
      <h2>{number}. Trả lời câu hỏi của ban</h2>
      {ownAnswers.map(({ question, paragraphs }, index) => (
        <div key={question}>
          <p className="p-text">
            {number}.{index + 1}. <b>{question}</b>
          </p>
          {paragraphs.map((paragraph) => (
            <p key={paragraph} className="p-text">
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}

function Capacity({ paper: { capacity }, number }: Props & { number: number }) {
  return (
    <>
      {capacity.length > 0 && <h2>{number}. Khả năng tự tổ chức</h2>}
      {capacity.map((line) => (
        <p key={line} className="p-text">
          - {line}
        </p>
      ))}
    </>
  )
}

function Files({ files }: { files: readonly string[] }) {
  if (files.length === 0) return null
  return (
    <>
      <h2>Tệp kèm theo</h2>
      {files.map((line) => (
        <p key={line} className="p-text">
          {line}
        </p>
      ))}
    </>
  )
}
