import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { type OfficialView, postForm } from '../../domain/federation/officials.contract.ts'
import { POSITIONS } from '../../domain/federation/position.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { CheckField } from '../kit/form/CheckField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { UnitField } from './PickOne.tsx'
import { TermField } from './TermField.tsx'
import { choicesOf } from './words.ts'

/** A further post; where it is the main one, the lists show it from then on. */
export function AddPost({ official }: { official: OfficialView }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { officialId, revision, unitId, unitName, aboveName } = official
  const add = useDeed(routes.addPost, {
    onDone: () => {
      setOpen(false)
      toast(t('federation.officials.postAdded'))
    },
  })
  const title = t('federation.officials.addPost')
  const here = { id: unitId, name: unitName, note: aboveName ?? '' }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Dialog title={title} opened={open} onClose={() => setOpen(false)}>
        <Form
          schema={postForm}
          defaultValues={{ unitId, departmentId: null, since: '', term: null, isMain: false }}
          onSubmit={(body) => add.send({ params: { officialId }, body }, revision)}
          problem={add.problem}
          label={title}
        >
          <SelectField
            name="position"
            label={t('federation.words.position')}
            choices={choicesOf('positions', POSITIONS)}
          />
          <UnitField name="unitId" label={t('federation.words.unit')} chosen={here} />
          <DateField name="since" label={t('federation.officials.since')} />
          <TermField
            name="term"
            label={t('federation.officials.termField')}
            hint={t('federation.officials.termHint')}
            optional
          />
          <CheckField name="isMain" label={t('federation.officials.mainFromNow')} />
          <SubmitButton>{title}</SubmitButton>
        </Form>
      </Dialog>
    </>
  )
}
