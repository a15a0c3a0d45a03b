import { useState } from 'react'
import type { LearntClassView } from '../../domain/classes/learning.contract.ts'
import { SATISFACTION, USEFULNESS } from '../../domain/classes/rating.ts'
import {
  type GivenRatingView,
  ratingForm,
  ratingRoutes as routes,
} from '../../domain/classes/rating.contract.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { ChoiceCards } from '../kit/form/ChoiceCards.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import styles from './teaching.module.css'

type Props = { learnt: LearntClassView }

/** What the trainee thinks of the class: asked once it is over, shown to nobody else afterwards. */
export function RateClass({ learnt }: Props) {
  const t = useText()
  const [isChanging, setChanging] = useState(false)
  const { rating, allowedActions } = learnt
  const mayRate = mayDo(allowedActions, 'class.rated')
  if (!rating && !mayRate) return null
  return (
    <section className={styles.rate} aria-label={t('classes.rating.title')}>
      <h3>{t('classes.rating.title')}</h3>
      {rating && !isChanging ? (
        <Given {...{ rating }} onChange={mayRate ? () => setChanging(true) : null} />
      ) : (
        <Rating {...{ learnt }} isChange={isChanging} onClose={() => setChanging(false)} />
      )}
    </section>
  )
}

type GivenProps = { rating: GivenRatingView; onChange: (() => void) | null }

function Given({ rating, onChange }: GivenProps) {
  const t = useText()
  const { satisfaction, usefulness, remark, ratedAt } = rating
  return (
    <>
      <p className="small">
        {t('classes.rating.given', { day: writeDay(dayOfInstant(ratedAt)) })}{' '}
        {onChange && t('classes.rating.until')}
      </p>
      <dl className={styles.said}>
        <dt>{t('classes.rating.saidOf.satisfaction')}</dt>
        <dd>{t(`classes.rating.satisfactionWords.${satisfaction}`)}</dd>
        <dt>{t('classes.rating.saidOf.usefulness')}</dt>
        <dd>{t(`classes.rating.usefulnessWords.${usefulness}`)}</dd>
        {remark && (
          <>
            <dt>{t('classes.rating.saidOf.remark')}</dt>
            <dd className={styles.remark}>{remark}</dd>
          </>
        )}
      </dl>
      {onChange && <Button onClick={onChange}>{t('classes.rating.change')}</Button>}
    </>
  )
}

function saidIn({ satisfaction, usefulness, remark }: GivenRatingView) {
  return { satisfaction, usefulness, remark }
}

type RatingProps = Props & { isChange: boolean; onClose: () => void }

function Rating({ learnt, isChange, onClose }: RatingProps) {
  const t = useText()
  const { classId, nominationId, rating, title } = learnt
  const deed = useDeed(routes.rateClass, {
    onDone: () => {
      toast(t('classes.rating.sent'))
      onClose()
    },
  })
  return (
    <Form
      schema={ratingForm}
      label={`${t('classes.rating.title')}: ${title}`}
      defaultValues={rating ? saidIn(rating) : { remark: null }}
      problem={deed.problem}
      onSubmit={(body) => deed.send({ params: { classId, nominationId }, body })}
    >
      <p className="small">{t('classes.rating.lead')}</p>
      <ChoiceCards
        name="satisfaction"
        label={t('classes.rating.satisfaction')}
        cards={SATISFACTION.map((value) => ({
          value,
          label: t(`classes.rating.satisfactionWords.${value}`),
        }))}
      />
      <ChoiceCards
        name="usefulness"
        label={t('classes.rating.usefulness')}
        cards={USEFULNESS.map((value) => ({
          value,
          label: t(`classes.rating.usefulnessWords.${value}`),
        }))}
      />
      <AreaField
        name="remark"
        label={t('classes.rating.remark')}
        hint={t('classes.rating.remarkHint')}
        optional
        whenEmpty="null"
        rows={3}
        maxLength={1000}
      />
      <div className="row">
        <SubmitButton>{t('classes.rating.send')}</SubmitButton>
        {isChange && <Button onClick={onClose}>{t('shell.cancel')}</Button>}
      </div>
    </Form>
  )
}
