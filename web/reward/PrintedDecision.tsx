import { day, writePaperDate } from '../../domain/grammar/day.ts'
import { writeOrdinal } from '../../domain/papers/number.ts'
import { ND30_2020 } from '../../domain/papers/profile.ts'
import type { DecisionPrintView } from '../../domain/reward/views.contract.ts'
import { sayFrom } from '../../domain/text/say-from.ts'
import { vi } from '../../domain/text/vi.ts'
import { A4Foot, A4Head } from '../kit/paper/A4.tsx'
import { dayWords } from './words.ts'

type Paper = { paper: DecisionPrintView }

/** A paper of the federation is Vietnamese whatever its reader's language is. */
const word = (key: string, params?: Record<string, string | number>) =>
  sayFrom(vi, `reward.pages.print.${key}`, params)

export function PrintedDecision({ paper }: Paper) {
  return (
    <article className="sheet paper-a4" lang="vi" aria-label={word('title')}>
      <Head paper={paper} />
      <p className="p-basis">{word('basisCharter')}</p>
      <p className="p-basis">{word('basisCouncil', { council: paper.council })}</p>
      <h2 className="p-decides">{word('decides')}</h2>
      <p className="p-text">
        {word('article1', {
          count: writeOrdinal(paper.rows.length),
          planYear: String(paper.planYear),
        })}
      </p>
      <p className="p-text">{word('article2')}</p>
      <p className="p-text">{word('article3')}</p>
      <Foot paper={paper} />
      <Annex paper={paper} />
    </article>
  )
}

function Head({ paper }: Paper) {
  const { superior, issuer, number, place, issuedOn, title } = paper
  const on = issuedOn ? writePaperDate(day(issuedOn)) : word('noDate')
  return (
    <A4Head
      paper={{
        parentBody: superior.toLocaleUpperCase('vi'),
        issuingBody: issuer.toLocaleUpperCase('vi'),
        number: word('number', { number: number ?? `    /${word('symbol')}` }),
        country: ND30_2020.motto.country,
        motto: ND30_2020.motto.words,
        placeAndDate: `${place}, ${on}`,
        docType: word('docType'),
        abstract: word('about', { title }),
      }}
    />
  )
}

function Foot({ paper: { signerName } }: Paper) {
  return (
    <A4Foot
      recipients={[word('asArticle3'), word('kept')]}
      signature={{ authority: [word('onBehalf'), word('head')], name: signerName }}
    />
  )
}

function Annex({ paper }: Paper) {
  const { rows, number, issuedOn } = paper
  return (
    <section className="p-annex" aria-label={word('annex')}>
      <div className="p-annex-head">
        <h2>{word('annex')}</h2>
        {number && issuedOn && (
          <p>
            <i>{word('annexOf', { number, day: dayWords(issuedOn) })}</i>
          </p>
        )}
      </div>
      <div className="p-scroll" role="region" tabIndex={0} aria-label={word('annex')}>
        <table>
          <thead>
            <tr>
              {[
                word('order'),
                sayFrom(vi, 'reward.awards.subject'),
                sayFrom(vi, 'reward.awards.form'),
                sayFrom(vi, 'reward.awards.citation'),
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td>
                  {row.subjectName}
                  {row.subjectName !== row.unitName && `, ${row.unitName}`}
                </td>
                <td>{sayFrom(vi, `reward.forms.${row.form}`)}</td>
                <td>{row.citation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
