import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { correctionForm, type OfficialView } from '../../domain/federation/officials.contract.ts'
import { EMPLOYMENTS } from '../../domain/federation/position.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { CheckField } from '../kit/form/CheckField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { choicesOf } from './words.ts'
import { YearField } from './YearField.tsx'

/** What is written of a person; the posts have deeds of their own. */
export function CorrectOfficial({ official }: { official: OfficialView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { officialId, revision } = official
  const correct = useDeed(routes.correctOfficial, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.officials.corrected'))
    },
  })
  const title = t('federation.officials.correct')
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={correctionForm}
          defaultValues={correctionForm.parse(writtenOf(official))}
          onSubmit={(body) => correct.send({ params: { officialId }, body }, revision)}
          problem={correct.problem}
          label={title}
        >
          <TextField name="fullName" label={t('federation.officials.name')} maxLength={120} />
          <div className={look.two}>
            <SelectField
              name="sex"
              label={t('federation.words.sex')}
              choices={choicesOf('sexes', ['F', 'M'])}
            />
            <YearField name="birthYear" label={t('federation.words.birthYear')} optional />
            <SelectField
              name="employment"
              label={t('federation.words.employment')}
              choices={choicesOf('employments', EMPLOYMENTS)}
            />
            <TextField name="phone" label={t('federation.words.phone')} whenEmpty="null" optional />
            <TextField name="email" label={t('federation.words.email')} whenEmpty="null" optional />
          </div>
          <CheckField name="newInTerm" label={t('federation.officials.newInTerm')} />
          <SubmitButton>{t('federation.words.save')}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}

function writtenOf(official: OfficialView) {
  const { fullName, sex, birthYear, employment, newInTerm, email, phone } = official
  return { fullName, sex, birthYear, employment, newInTerm, email, phone }
}
