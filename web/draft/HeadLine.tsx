import { headForm } from '../../domain/draft/forms.contract.ts'
import type { WorkingPlan } from '../../domain/draft/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { SIGNING_CAPACITIES } from '../../domain/papers/signing.ts'
import { NumberField } from '../kit/form/NumberField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { PaperHead, PaperLine, usePaperNumber } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'
import { LinesField } from './LinesField.tsx'
import { TermField } from './TermField.tsx'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

type Props = { plan: WorkingPlan; isOpen: boolean; writable: boolean; onOpen: () => void }

/** The head of the paper; opened, its title, term, headline numbers, recipients and signature. */
export function HeadLine({ plan, isOpen, writable, onOpen }: Props) {
  const t = useText()
  const number = usePaperNumber()
  const { paper, head, planYear } = plan
  return (
    <div id="muc-head">
      <PaperHead
        above={paper.superiorName.toLocaleUpperCase('vi')}
        issuer={paper.federationName.toLocaleUpperCase('vi')}
        number={number(null, `KH-${paper.symbol}`)}
        placeAndDate={t('draft.head.placeAndDate', { place: paper.place, year: planYear })}
        kind={t('draft.head.kind')}
        title={titleBelow(head.title)}
      />
      {isOpen && writable ? (
        <PaperLine open label={t('draft.outline.head')}>
          <HeadWriting plan={plan} />
        </PaperLine>
      ) : (
        <p className={styles.kind}>
          {head.term !== null && <>{t('draft.head.inTerm', { term: head.term })} </>}
          {head.headlineClasses !== null && (
            <>
              {t('draft.head.promises', {
                classes: writeNumber(head.headlineClasses),
                trainees: writeNumber(head.headlineTrainees ?? 0),
              })}{' '}
            </>
          )}
          {writable && (
            <button className="btn text" type="button" onClick={onOpen}>
              {t('draft.head.open')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

function HeadWriting({ plan }: { plan: WorkingPlan }) {
  const t = useText()
  const { revision, ...value } = plan.head
  return (
    <Writing
      part={`head/${plan.id}`}
      schema={headForm}
      load={{ value, revision }}
      save={partSaves.head(plan.id)}
      label={t('draft.outline.head')}
      className={styles.fields ?? ''}
    >
      <TextField name="title" label={t('draft.head.title')} className="wide" maxLength={500} />
      <TermField name="term" />
      <SelectField
        name="signingCapacity"
        label={t('draft.head.signing')}
        className={styles.two ?? ''}
        choices={SIGNING_CAPACITIES.map((value) => ({ value, label: t(`draft.signing.${value}`) }))}
      />
      {plan.planType === 'TRAINING' && (
        <>
          <NumberField name="headlineClasses" label={t('draft.head.classes')} />
          <NumberField name="headlineTrainees" label={t('draft.head.trainees')} />
        </>
      )}
      <div className={styles.wide}>
        <LinesField
          name="recipients"
          label={t('draft.head.recipients')}
          hint={t('draft.head.recipientsHint')}
        />
      </div>
    </Writing>
  )
}

/** Below the large "KẾ HOẠCH" the title does not say it again. */
function titleBelow(title: string): string {
  const rest = title.replace(/^Kế hoạch\s+/iu, '')
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1)
}
