import type { QualityView } from '../../domain/classes/teaching.contract.ts'
import { writeMark } from '../../domain/classes/marks.ts'
import { useText } from '../text.ts'
import styles from './teaching.module.css'

/** The number of heads never stands without what it is worth (S0.05). */
export function QualityLine({ quality }: { quality: QualityView }) {
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
    </div>
  )
}
