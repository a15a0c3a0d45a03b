import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'
import { Annexes } from './Annexes.tsx'

type Plan = { plan: PrintedPlanView }

/** The sheet itself, in Vietnamese whatever the reader's language is. */
export function PrintedPlan({ plan }: Plan) {
  return (
    <article className="sheet paper-a4" lang="vi" aria-label={plan.abstract}>
      {plan.mark && (
        <p className="p-mark">
          <span className="stamp">{plan.mark}</span>
        </p>
      )}
      <Head plan={plan} />
      {plan.legalBases.map((basis) => (
        <p key={basis} className="p-basis">
          {basis}
        </p>
      ))}
      <Body plan={plan} />
      <Foot plan={plan} />
      <Annexes plan={plan} />
    </article>
  )
}

function Head({ plan }: Plan) {
  return (
    <>
      <div className="p-head">
        <div>
          <p>{plan.parentBody}</p>
          <p className="p-issuer">
            <b>{plan.issuingBody}</b>
          </p>
          <p className="p-number">{plan.number}</p>
        </div>
        <div>
          <p>
            <b>{plan.country}</b>
          </p>
          <p className="p-motto">
            <b>{plan.motto}</b>
          </p>
          <p className="p-date">{plan.placeAndDate}</p>
        </div>
      </div>
      <h1 className="p-title">
        {plan.docType}
        <br />
        {plan.abstract}
      </h1>
    </>
  )
}

function Body({ plan: { sections, end } }: Plan) {
  return sections.map((section, index) => (
    <section key={section.heading} aria-label={section.heading}>
      <h2>{section.heading}</h2>
      {section.clauses.map((clause, at) => (
        <section key={clause.code} aria-label={clause.heading}>
          <h3>
            {numberIn(clause.code)}. {clause.heading}
          </h3>
          {clause.paragraphs.map((paragraph, line) => (
            <p key={paragraph} className="p-text">
              {paragraph}
              {isLast(sections.length, index) &&
                isLast(section.clauses.length, at) &&
                isLast(clause.paragraphs.length, line) &&
                end}
            </p>
          ))}
          {clause.targets.map((target) => (
            <p key={target} className="p-text">
              - {target}
            </p>
          ))}
        </section>
      ))}
    </section>
  ))
}

/** The clause II.3 is printed as 3 below its heading II. */
function numberIn(code: string): string {
  return code.split('.').at(-1) ?? code
}

function isLast(length: number, index: number): boolean {
  return index === length - 1
}

function Foot({ plan: { recipients, signature } }: Plan) {
  return (
    <div className="p-foot">
      <div>
        <p className="p-to">Nơi nhận:</p>
        <ul>
          {recipients.map((recipient) => (
            <li key={recipient}>{recipient}</li>
          ))}
        </ul>
      </div>
      <div className="p-sign">
        {signature.authority.map((row) => (
          <p key={row}>
            <b>{row}</b>
          </p>
        ))}
        <p className="p-name">
          <b>{signature.name}</b>
        </p>
      </div>
    </div>
  )
}
