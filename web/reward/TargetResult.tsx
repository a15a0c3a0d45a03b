import type { ReactNode } from 'react'
import { writeMark } from '../../domain/classes/marks.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { Bullet } from './Bullet.tsx'
import { PerUnit } from './PerUnit.tsx'
import { figureWords } from './result-words.ts'
import look from './reward.module.css'
import { RowsLink } from './RowsLink.tsx'

type Props = { target: TargetResultView; planYear: number }

/** One target: what was planned and what was done, the quality beside the count, and its rows. */
export function TargetResult({ target, planYear }: Props) {
  const t = useText()
  const { code, text, isReached } = target
  const heading = `target-${target.planType ?? 'past'}-${code}`
  return (
    <section className={look.target} aria-labelledby={heading}>
      <div>
        <h2 id={heading}>
          {code}. {text}
        </h2>
        <Bullet target={target} />
        <Beside {...{ target, planYear }} />
      </div>
      <div>
        {isReached !== null && (
          <StateWord tone={isReached ? 'done' : 'soon'}>
            {t(isReached ? 'reward.results.reached' : 'reward.results.notReached')}
          </StateWord>
        )}
        <Numbers {...{ target, planYear }} />
      </div>
      <div className={look.whole}>
        <PerUnit {...{ target, planYear }} />
      </div>
    </section>
  )
}

/** The twin of the bars: the same figures as a list; what was done leads to those who are counted. */
function Numbers({ target, planYear }: Props) {
  const t = useText()
  const { planned, done, percent, lastYear, isPercent, measuredIn } = target
  const unknown = t('reward.results.unknown')
  const withUnit = (value: number | null) => {
    const written = figureWords(value, isPercent)
    return written === null ? unknown : isPercent ? written : `${written} ${measuredIn}`.trim()
  }
  const opened = <RowsLink {...{ target, planYear }}>{withUnit(done)}</RowsLink>
  const rows: [string, ReactNode][] = [
    [t('reward.results.planned'), withUnit(planned)],
    [t('reward.results.done'), done === null ? unknown : opened],
  ]
  if (!isPercent && percent !== null)
    rows.push([t('reward.results.percent'), figureWords(percent, true)])
  if (lastYear !== null) rows.push([t('reward.results.lastYear'), withUnit(lastYear)])
  return (
    <dl className={look.figures}>
      {rows.map(([word, value]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Ratings = NonNullable<TargetResultView['ratings']>

function ratingWords({ figures, of }: Ratings, t: ReturnType<typeof useText>): string {
  if (!figures) return t('reward.results.ratings.notEnough')
  return t(`reward.results.ratings.${of}`, {
    score: writeMark(figures.satisfaction),
    percent: figures.satisfiedPercent,
    ratings: writeNumber(figures.ratings),
  })
}

/** Quality stands beside quantity, and a figure that follows from others shows them. */
function Beside({ target }: Props) {
  const t = useText()
  const { quality, ratings, terms, questions, missing, denominator, done } = target
  const words = [
    quality &&
      t(`reward.results.quality.${quality.of}`, {
        passed: writeNumber(quality.passed),
        tested: writeNumber(quality.tested),
        percent: writeNumber(quality.percent ?? 0),
      }),
    // beside a count: where nothing is counted yet, nothing is missing
    ratings && (ratings.figures ?? done) !== null && ratingWords(ratings, t),
    missing && t(`reward.results.missing.${missing}`),
    denominator !== null && t('reward.results.denominator', { number: writeNumber(denominator) }),
    questions && t('reward.results.questions', questions),
    done !== null &&
      terms &&
      t('cycle.movement.netIs', {
        developed: writeNumber(terms.newlyDeveloped),
        decrease: writeNumber(terms.otherDecrease),
        net: writeNumber(terms.newlyDeveloped - terms.otherDecrease),
      }),
  ].filter((sentence) => typeof sentence === 'string')
  return words.map((sentence) => (
    <p className="small" key={sentence}>
      {sentence}
    </p>
  ))
}
