import type { ClassView } from '../../domain/classes/views.contract.ts'
import { writeMark } from '../../domain/classes/marks.ts'
import {
  type RatingFiguresView,
  ratingRoutes as routes,
} from '../../domain/classes/rating.contract.ts'
import { useMe } from '../app/me.ts'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'

/** What the trainees think of a class that is over: figures of all, and nobody by name. */
export function TraineeOpinions({ view: { classId, ratings } }: { view: ClassView }) {
  const t = useText()
  const organises = useMe().grants.some(({ role }) => role === 'classOrganiser')
  if (!ratings) return null
  const { figures, remarks } = ratings
  return (
    <section aria-label={t('classes.rating.ofTrainees')}>
      <h2>{t('classes.rating.ofTrainees')}</h2>
      {figures ? (
        <Figures {...{ figures }} />
      ) : (
        <p>
          {t('classes.rating.figures.satisfaction')}: <b>{t('classes.rating.notEnough')}</b>
          <span className={look.under}>{t('classes.rating.notEnoughWhy')}</span>
        </p>
      )}
      {organises && remarks > 0 && <Remarks {...{ classId }} count={remarks} />}
    </section>
  )
}

function Figures({ figures }: { figures: RatingFiguresView }) {
  const t = useText()
  const outOfFive = (score: number) => t('classes.rating.outOfFive', { score: writeMark(score) })
  const { ratings, satisfaction, satisfiedPercent, usefulness } = figures
  const rows: [string, string][] = [
    [t('classes.rating.figures.satisfaction'), outOfFive(satisfaction)],
    [
      t('classes.rating.figures.satisfied'),
      t('classes.rating.percent', { percent: satisfiedPercent }),
    ],
    ...(usefulness === null
      ? []
      : [
          [t('classes.rating.figures.usefulness'), outOfFive(usefulness)] satisfies [
            string,
            string,
          ],
        ]),
    [t('classes.rating.figures.ratings'), String(ratings)],
  ]
  return (
    <dl className={look.kv}>
      {rows.map(([head, value]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Remarks({ classId, count }: { classId: string; count: number }) {
  const t = useText()
  const found = useReading(routes.remarks, { params: { classId } })
  return (
    <details>
      <summary>{t('classes.rating.remarks', { count })}</summary>
      <p className="small">{t('classes.rating.remarksHint')}</p>
      <Shown reading={found}>
        {({ remarks }) => (
          <ul className={look.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </Shown>
    </details>
  )
}
