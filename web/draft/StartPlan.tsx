import { startForm } from '../../domain/draft/forms.contract.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import type { PlanType } from '../../domain/draft/plan.ts'
import type { CyclePlans, PlanSummary } from '../../domain/draft/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { sayCode, useText } from '../text.ts'
import styles from './draft.module.css'
import type { Place } from './place.ts'

type Props = { list: CyclePlans; planType: PlanType; place: Place }

/** The beginning of a plan: this year's text taken over, or an empty sheet. */
export function StartPlan({ list, planType, place }: Props) {
  const t = useText()
  const deed = useDeed(draftRoutes.start, { onDone: ({ id }) => place.showPlan(id) })
  const start = (copyOf: string | null) =>
    void deed.send({
      params: { planYear: list.planYear },
      body: startForm.parse({ planType, copyOf }),
    })
  const sources = list.sources.filter((source) => source.planType === planType)
  const [latest] = sources
  const denied = list.allowedActions.find(({ allowed }) => !allowed)
  if (!mayDo(list.allowedActions, 'draft.started'))
    return <Note>{sayCode(denied?.because ?? 'grammar.wrong-state')}</Note>
  return (
    <section className={styles.begin} aria-label={t(`draft.planType.${planType}`)}>
      <h2>
        {t('draft.start.title', { plan: t(`draft.planType.${planType}`), year: list.planYear })}
      </h2>
      {latest ? (
        <>
          <p>{t('draft.start.body', { year: latest.planYear })}</p>
          <SourceFacts source={latest} />
        </>
      ) : (
        <p>{t('draft.start.none')}</p>
      )}
      <ProblemNote problem={deed.problem} />
      <p className="row">
        {latest && (
          <Button
            kind={planType === 'TRAINING' ? 'primary' : 'plain'}
            icon="copy"
            sending={deed.sending}
            onClick={() => start(latest.id)}
          >
            {t('draft.start.copy', { year: latest.planYear })}
          </Button>
        )}
        <Button
          kind={latest ? 'text' : 'primary'}
          sending={deed.sending}
          onClick={() => start(null)}
        >
          {t('draft.start.empty')}
        </Button>
      </p>
    </section>
  )
}

function SourceFacts({ source }: { source: PlanSummary }) {
  const t = useText()
  return (
    <p className="quiet">
      {source.title}.{' '}
      {source.classes > 0
        ? t('draft.start.facts', {
            targets: source.targets,
            classes: writeNumber(source.classes),
            trainees: writeNumber(source.trainees),
          })
        : t('draft.start.targets', { targets: source.targets })}
    </p>
  )
}
