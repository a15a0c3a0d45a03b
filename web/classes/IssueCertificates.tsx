import { useState } from 'react'
import type { z } from 'zod'
import {
  type CertificatesView,
  certificateRoutes,
  issueForm,
} from '../../domain/classes/certificates.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'

type Wanted = z.output<typeof issueForm>

/** Day and signer, then once more to look at, then the job: numbers are not taken back. */
export function IssueCertificates({ view }: { view: CertificatesView }) {
  const t = useText()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  if (wanted) return <Check view={view} wanted={wanted} onBack={() => setWanted(null)} />
  const [first] = view.signers
  return (
    <Form
      schema={issueForm}
      defaultValues={{ issuedOn: view.today, signerId: first?.officialId ?? '' }}
      onSubmit={setWanted}
      label={t('classes.teaching.issue.title')}
    >
      <DateField name="issuedOn" label={t('classes.teaching.issue.issuedOn')} />
      <SelectField
        name="signerId"
        label={t('classes.teaching.issue.signer')}
        choices={view.signers.map(({ officialId, fullName, position }) => ({
          value: officialId,
          label: `${fullName}, ${position}`,
        }))}
      />
      <SubmitButton>{t('classes.teaching.issue.check')}</SubmitButton>
    </Form>
  )
}

type CheckProps = { view: CertificatesView; wanted: Wanted; onBack: () => void }

function Check({ view, wanted, onBack }: CheckProps) {
  const t = useText()
  const count = view.eligible.length
  const issue = useDeed(certificateRoutes.issueCertificates, {
    onDone: (asked) => announce(t('classes.teaching.issue.begun', { count: asked.count })),
  })
  const signer = view.signers.find(({ officialId }) => officialId === wanted.signerId)
  return (
    <section aria-label={t('classes.teaching.issue.checkTitle')}>
      <h3>{t('classes.teaching.issue.checkTitle')}</h3>
      <CheckAnswers
        answers={[
          { question: t('classes.teaching.issue.people'), answer: String(count) },
          { question: t('classes.teaching.issue.issuer'), answer: view.issuer },
          {
            question: t('classes.teaching.issue.issuedOn'),
            answer: writeDay(day(wanted.issuedOn)),
          },
          {
            question: t('classes.teaching.issue.signer'),
            answer: signer ? `${signer.fullName}, ${signer.position}` : '',
          },
        ]}
      />
      <ProblemNote problem={issue.problem} />
      <p className="row">
        <Button
          kind="primary"
          sending={issue.sending}
          onClick={() => void issue.send({ params: { classId: view.classId }, body: wanted })}
        >
          {t('classes.teaching.issue.deed', { count })}
        </Button>
        <Button onClick={onBack}>{t('classes.teaching.issue.back')}</Button>
      </p>
    </section>
  )
}
