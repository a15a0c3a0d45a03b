import { useId } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { commentKey } from '../../domain/feedback/answer-form.contract.ts'
import { type Stance, STANCES } from '../../domain/feedback/answer-form.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { wholeDraft } from '../../domain/feedback/places.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import { AnswerFiles } from './AnswerFiles.tsx'
import { Area } from './Area.tsx'
import { KeepEarlier } from './KeepEarlier.tsx'
import { useFeedbackSearch } from './search.ts'

type Edit = StepProps['document']['edit']

/** What the unit thinks of each draft as a whole, and what it finds hard or proposes. */
export function GeneralStep({ view, document, aside }: StepProps) {
  const t = useText()
  const { go } = useFeedbackSearch()
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <KeepEarlier earlier={view.earlier} form={document.value} edit={document.edit} />
          {view.plans.map((plan) => (
            <General key={plan.planId} plan={plan} form={document.value} edit={document.edit} />
          ))}
        </div>
        {aside}
      </div>
      <AnswerBar document={document}>
        <Button kind="primary" iconAfter="chevron-right" onClick={() => go({ step: 'places' })}>
          {t('feedback.answer.onToStep', { number: 3 })}
        </Button>
      </AnswerBar>
    </>
  )
}

type PlanProps = { plan: ConsultedPlan; form: AnswerForm; edit: Edit }

function General({ plan, form, edit }: PlanProps) {
  const t = useText()
  const given = form.stances[plan.planId] ?? { stance: null, remark: '' }
  const say = (change: Partial<typeof given>) =>
    edit((now) => ({
      ...now,
      stances: {
        ...now.stances,
        [plan.planId]: { ...(now.stances[plan.planId] ?? given), ...change },
      },
    }))
  return (
    <section aria-label={plan.title}>
      <h2>{plan.title}</h2>
      <Stances value={given.stance} onChoose={(stance) => say({ stance })} label={plan.title} />
      <Area
        label={t('feedback.answer.remark')}
        hint={t('feedback.answer.remarkHint')}
        optional={given.stance !== 'DISAGREE'}
        value={given.remark}
        onChange={(remark) => say({ remark })}
      />
      <WholeComment kind="DIFFICULTY" plan={plan} form={form} edit={edit} />
      <WholeComment kind="PROPOSAL" plan={plan} form={form} edit={edit} />
      <AnswerFiles place={wholeDraft(plan)} name={plan.title} />
    </section>
  )
}

type StanceProps = { label: string; value: Stance | null; onChoose: (stance: Stance) => void }

function Stances({ label, value, onChoose }: StanceProps) {
  const t = useText()
  const name = useId()
  return (
    <fieldset>
      <legend className="vh">{t('feedback.answer.stanceOn', { plan: label })}</legend>
      <div className="ch">
        {STANCES.map((stance) => (
          <label key={stance}>
            <input
              className="rad"
              type="radio"
              name={name}
              checked={stance === value}
              onChange={() => onChoose(stance)}
            />
            <b>{t(`feedback.stances.${stance}`)}</b>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Difficulties and proposals that belong to no single clause. */
function WholeComment({ kind, plan, form, edit }: PlanProps & { kind: 'DIFFICULTY' | 'PROPOSAL' }) {
  const t = useText()
  const comment = {
    planId: plan.planId,
    placeKind: 'GENERAL' as const,
    placeCode: null,
    kind,
    text: '',
    suggestedText: null,
  }
  const key = commentKey(comment)
  return (
    <Area
      label={t(`feedback.commentKinds.${kind}`)}
      hint={t(`feedback.answer.wholeHint.${kind}`)}
      optional
      value={form.comments[key]?.text ?? ''}
      onChange={(text) =>
        edit((now) => {
          const { [key]: _, ...others } = now.comments
          const comments = text === '' ? others : { ...others, [key]: { ...comment, text } }
          return { ...now, comments }
        })
      }
    />
  )
}
