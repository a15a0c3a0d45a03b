import { legalBasisForm } from '../../domain/draft/forms.contract.ts'
import type { WorkingPlan, WrittenLegalBasis } from '../../domain/draft/views.contract.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { day } from '../../domain/grammar/day.ts'
import { legalBasisLines } from '../../domain/papers/legal-basis.ts'
import { DateField } from '../kit/form/DateField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { PaperLine } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import { AddButton, RemoveButton } from './AddRemove.tsx'
import styles from './draft.module.css'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

type Props = {
  plan: WorkingPlan
  at: string | undefined
  writable: boolean
  onOpen: (at: string | null) => void
}

/** The "Căn cứ" lines as they print; each can be opened. */
export function LegalBases({ plan, at, writable, onOpen }: Props) {
  const t = useText()
  const lines = legalBasisLines(
    plan.legalBases.map((basis) => ({
      ...basis,
      issuedOn: basis.issuedOn === null ? null : day(basis.issuedOn),
    })),
  )
  return (
    <section aria-label={t('draft.basis.label')}>
      {plan.legalBases.map((basis, index) =>
        basis.id === at && writable ? (
          <OpenBasis key={basis.id} {...{ basis, onOpen }} />
        ) : (
          <p className={styles.basis} key={basis.id} id={`muc-${basis.id}`}>
            {writable ? (
              <button className={styles.opens} type="button" onClick={() => onOpen(basis.id)}>
                {lines[index]}
              </button>
            ) : (
              lines[index]
            )}
          </p>
        ),
      )}
      {writable && (
        <div className={styles.add}>
          <AddButton
            route={writingRoutes.addLegalBases}
            given={{ params: { planId: plan.id }, body: { rows: [emptyBasis] } }}
          >
            {t('draft.basis.add')}
          </AddButton>
        </div>
      )}
    </section>
  )
}

const emptyBasis = {
  docType: 'Nghị quyết',
  number: null,
  issuedOn: null,
  issuer: null,
  abstract: '',
}

type OpenProps = { basis: WrittenLegalBasis; onOpen: (at: string | null) => void }

function OpenBasis({ basis, onOpen }: OpenProps) {
  const t = useText()
  const { id, revision, ...value } = basis
  const params = { legalBasisId: id }
  return (
    <div id={`muc-${id}`}>
      <PaperLine open label={t('draft.basis.label')}>
        <Writing
          part={`legal-basis/${id}`}
          schema={legalBasisForm}
          load={{ value, revision }}
          save={partSaves['legal-basis'](id)}
          label={t('draft.basis.label')}
          className={styles.fields ?? ''}
        >
          <TextField name="docType" label={t('draft.basis.docType')} maxLength={100} />
          <TextField name="number" label={t('draft.basis.number')} whenEmpty="null" optional />
          <div className={styles.two}>
            <DateField name="issuedOn" label={t('draft.basis.issuedOn')} optional />
          </div>
          <TextField
            name="issuer"
            label={t('draft.basis.issuer')}
            className="wide"
            whenEmpty="null"
            optional
          />
          <TextField name="abstract" label={t('draft.basis.abstract')} className="wide" />
          <div className={styles.wide}>
            <RemoveButton
              route={writingRoutes.removeLegalBasis}
              given={{ params }}
              revision={revision}
              name={t('draft.basis.name')}
              onGone={() => onOpen(null)}
            />
          </div>
        </Writing>
      </PaperLine>
    </div>
  )
}
