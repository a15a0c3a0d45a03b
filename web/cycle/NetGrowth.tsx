import type { UnitMovementView } from '../../domain/cycle/movement.contract.ts'
import { MOVEMENT_TERMS } from '../../domain/cycle/movement.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import look from './movement.module.css'

type Props = Pick<UnitMovementView, 'sums' | 'formula'>

/** The net figure with every term it follows from; it cannot be typed anywhere. */
export function NetGrowth({ sums, formula }: Props) {
  const t = useText()
  return (
    <section className={look.growth} aria-label={t('cycle.movement.net')}>
      <p className={look.net}>
        {t('cycle.movement.netIs', {
          developed: writeNumber(sums.newlyDeveloped),
          decrease: writeNumber(sums.otherDecrease),
          net: writeNumber(sums.net),
        })}
      </p>
      <dl className={look.terms}>
        {MOVEMENT_TERMS.map((term) => (
          <div key={term}>
            <dt>{t(`cycle.movement.terms.${term}`)}</dt>
            <dd className="num">{writeNumber(sums[term])}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {t('cycle.movement.headcount', {
          change: writeNumber(sums.headcountChange),
          in: writeNumber(sums.transferIn),
          out: writeNumber(sums.transferOut),
        })}{' '}
        {t('cycle.movement.formula')}: {formula}.
      </p>
    </section>
  )
}
