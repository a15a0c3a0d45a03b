import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { keyOf } from '../../domain/revision/changed-places.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { taskForm } from '../../domain/revision/tasks.contract.ts'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import type { ConsolidationView, PlaceView } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'

type Props = {
  view: ConsolidationView
  /** The opinion it is about, with those answered with it, and its place. */
  comment?: OpinionRow
  place?: PlaceView
  onClose: () => void
}

/** What a department, or somebody of it, is asked to complete by a day (S2.26). */
export function AssignTask({ view, comment, place, onClose }: Props) {
  const t = useText()
  const assign = useDeed(routes.assignTask, {
    onDone: () => {
      toast(t('revision.tasksPart.given'))
      onClose()
    },
  })
  return (
    <Dialog title={t('revision.tasksPart.title')} opened onClose={onClose}>
      {comment && <About comment={comment} />}
      <Form
        schema={taskForm}
        defaultValues={{
          departmentId: '',
          personId: null,
          place: place && place.code !== null ? keyOf(place) : null,
          text: '',
          dueOn: '',
        }}
        problem={assign.problem}
        label={t('revision.tasksPart.title')}
        onSubmit={(body) =>
          assign.send({
            params: { planId: view.plan.id },
            body: { ...body, commentId: comment?.id ?? null },
          })
        }
      >
        <SelectField
          name="departmentId"
          label={t('revision.tasksPart.department')}
          choices={view.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Person view={view} />
        <Place view={view} />
        <AreaField name="text" label={t('revision.tasksPart.text')} rows={3} maxLength={2000} />
        <DateField name="dueOn" label={t('revision.tasksPart.dueOn')} />
        <div className="row">
          <SubmitButton>{t('revision.tasksPart.deed')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function About({ comment }: { comment: OpinionRow }) {
  const t = useText()
  const { number, unitName, merged: count } = comment
  const about = count > 0 ? 'revision.tasksPart.aboutGroup' : 'revision.tasksPart.about'
  return <p>{t(about, { number, unitName, count })}</p>
}

function Person({ view }: Pick<Props, 'view'>) {
  const t = useText()
  const departmentId: unknown = useWatch({ name: 'departmentId' })
  const people = view.departments.find(({ id }) => id === departmentId)?.people ?? []
  if (people.length === 0) return null
  return (
    <SelectField
      key={String(departmentId)}
      name="personId"
      label={t('revision.tasksPart.person')}
      optional
      whenEmpty="null"
      placeholder={t('revision.tasksPart.anyone')}
      choices={people.map(({ id, fullName }) => ({ value: id, label: fullName }))}
    />
  )
}

function Place({ view }: Pick<Props, 'view'>) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  return (
    <SelectField
      name="place"
      label={t('revision.tasksPart.place')}
      optional
      whenEmpty="null"
      placeholder={t('revision.tasksPart.noPlace')}
      choices={view.planPlaces.map((place) => ({ value: place.key, label: nameOf(place) }))}
    />
  )
}

/** Beside an opinion that is being decided. */
export function TaskAbout({ view, comment, place }: Required<Omit<Props, 'onClose'>>) {
  const t = useText()
  const [open, setOpen] = useState(false)
  if (!mayDo(view.allowedActions, 'revisionTask.assigned')) return null
  return (
    <>
      <Button kind="text" icon="plus" onClick={() => setOpen(true)}>
        {t('revision.tasksPart.assignAbout')}
      </Button>
      {open && <AssignTask {...{ view, comment, place }} onClose={() => setOpen(false)} />}
    </>
  )
}
