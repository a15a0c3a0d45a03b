import type { PrintedPlanView } from '../../domain/papers/print.contract.ts'
import { A4Foot, A4Head } from '../kit/paper/A4.tsx'
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
      <A4Head paper={plan} />
      {plan.legalBases.map((basis) => (
        <p key={basis} className="p-basis">
          {basis}
        </p>
      ))}
      <Body plan={plan} />
      <A4Foot {...plan} />
      <Annexes plan={plan} />
    </article>
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
