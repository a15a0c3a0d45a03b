import type { QualityView } from '../../domain/classes/teaching.contract.ts'
import { writeMark } from '../../domain/classes/marks.ts'
import type { RatingsView } from '../../domain/classes/rating.contract.ts'
import { useText } from '../text.ts'
import styles from './teaching.module.css'

type Props = { quality: QualityView; ratings: RatingsView | null }

/** The number of heads never stands without what it is worth (S0.05). */
export function QualityLine({ quality, ratings }: Props) {
  const t = useText()
  const { trainees, attendancePercent, passPercent, passed, sat, averageMark } = quality
  return (
    <div className={styles.figures}>
      <p>
        <b>{trainees}</b>
        {t('classes.teaching.quality.trainees')}
      </p>
      <p>
        <b>{attendancePercent}%</b>
        {t('classes.teaching.quality.attendance')}
      </p>
      <p>
        <b>{passPercent}%</b>
        {t('classes.teaching.quality.passed', { passed, sat })}
      </p>
      <p>
        <b>{averageMark === null ? '–' : writeMark(averageMark)}</b>
        {t('classes.teaching.quality.average')}
      </p>
      {ratings && <Satisfaction figures={ratings.figures} />}
    </div>
  )
}

function Satisfaction({ figures }: Pick<RatingsView, 'figures'>) {
  const t = useText()
  return figures ? (
    <p>
      <b>{writeMark(figures.satisfaction)}</b>
      {t('classes.rating.line', { ratings: figures.ratings })}
    </p>
  ) : (
    <p>
      <b>–</b>
      {t('classes.rating.lineNotYet')}: {t('classes.rating.notEnough')}
    </p>
  )
}
