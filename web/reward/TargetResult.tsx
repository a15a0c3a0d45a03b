import { Link } from '@tanstack/react-router'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import { Bullet } from './Bullet.tsx'
import { figureWords } from './result-words.ts'
import look from './reward.module.css'

type Props = { target: TargetResultView; planYear: number }

/** One target: what was planned and what was done, the quality beside the count, and its rows. */
export function TargetResult({ target, planYear }: Props) {
  const t = useText()
  const { code, text, isReached } = target
  const heading = `target-${target.planType ?? 'past'}-${code}`
  return (
    <section className={look.file} aria-labelledby={heading}>
      <h3 id={heading}>
        {code}. {text}
      </h3>
      {isReached !== null && (
        <p>
          <StateWord tone={isReached ? 'done' : 'soon'}>
            {t(isReached ? 'reward.results.reached' : 'reward.results.notReached')}
          </StateWord>
        </p>
      )}
      <Bullet target={target} />
      <Numbers target={target} />
      <Beside {...{ target, planYear }} />
      <PerUnit {...{ target, planYear }} />
    </section>
  )
}

/** The twin of the bars: the same figures as a list. */
function Numbers({ target }: { target: TargetResultView }) {
  const t = useText()
  const { planned, done, percent, lastYear, isPercent, measuredIn } = target
  const unknown = t('reward.results.unknown')
  const withUnit = (value: number | null) => {
    const written = figureWords(value, isPercent)
    return written === null ? unknown : isPercent ? written : `${written} ${measuredIn}`.trim()
  }
  const rows: [string, string][] = [
    [t('reward.results.planned'), withUnit(planned)],
    [t('reward.results.done'), withUnit(done)],
  ]
  if (!isPercent) rows.push([t('reward.results.percent'), figureWords(percent, true) ?? unknown])
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

function Beside({ target, planYear }: Props) {
  const t = useText()
  const { quality, terms, isPercent, denominator, hasRows } = target
  return (
    <p className="small">
      {quality &&
        `${t('reward.results.quality', {
          passed: writeNumber(quality.passed),
          tested: writeNumber(quality.tested),
          percent: writeNumber(quality.percent ?? 0),
        })}. `}
      {isPercent &&
        (denominator === null
          ? t('reward.results.noDenominator')
          : t('reward.results.denominator', { number: writeNumber(denominator) }))}
      {terms && (
        <>
          {t('cycle.movement.netIs', {
            developed: writeNumber(terms.newlyDeveloped),
            decrease: writeNumber(terms.otherDecrease),
            net: writeNumber(terms.newlyDeveloped - terms.otherDecrease),
          })}
          {'. '}
          <Link to="/cycles/$year/movement" params={{ year: String(planYear) }}>
            {t('cycle.movement.open')}
          </Link>
        </>
      )}
      {hasRows && <a href="#classes">{t('reward.results.rows')}</a>}
    </p>
  )
}

function PerUnit({ target, planYear }: Props) {
  const t = useText()
  const { units, terms } = target
  if (units.length === 0) return null
  const unknown = t('reward.results.unknown')
  const title = t('reward.results.perUnit', { count: units.length })
  return (
    <details>
      <summary>{title}</summary>
      <DataTable
        label={`${target.code}: ${title}`}
        rows={units}
        rowKey={({ unitId }) => unitId}
        columns={[
          col<(typeof units)[number]>({
            id: 'unit',
            head: t('reward.results.unit'),
            rowHead: true,
            cell: ({ unitId, unitName }) =>
              terms ? (
                <Link
                  to="/cycles/$year/movement"
                  params={{ year: String(planYear) }}
                  search={{ unit: unitId }}
                >
                  {unitName}
                </Link>
              ) : (
                <Link to="/units/$id" params={{ id: unitId }}>
                  {unitName}
                </Link>
              ),
          }),
          col<(typeof units)[number]>({
            id: 'planned',
            head: t('reward.results.planned'),
            right: true,
            cell: ({ planned }) => figureWords(planned) ?? '–',
          }),
          col<(typeof units)[number]>({
            id: 'done',
            head: t('reward.results.done'),
            right: true,
            cell: ({ done }) => figureWords(done) ?? unknown,
          }),
        ]}
      />
    </details>
  )
}
