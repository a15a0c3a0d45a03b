import { Controller } from 'react-hook-form'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { type RevisionTaskRow, taskResultForm } from '../../domain/revision/tasks.contract.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AttachFiles } from '../kit/files/AttachFiles.tsx'
import { useWaitingFiles } from '../kit/files/useWaitingFiles.ts'
import { AreaField } from '../kit/form/AreaField.tsx'
import { FieldMessage } from '../kit/form/FieldFrame.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { useField } from '../kit/form/scope.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { usePlanPlaceName } from './place-name.ts'
import { shownFile } from './shown-file.ts'

type Props = { task: RevisionTaskRow; onClose: () => void }

/** Done is shown: the places with new words, or files, besides what is said. */
export function ReportTask({ task, onClose }: Props) {
  const t = useText()
  const report = useDeed(routes.completeTask, { onDone: onClose })
  const title = t('revision.tasksPart.doneTitle', { text: task.text })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <Form
        schema={taskResultForm}
        defaultValues={{ result: '', changedPlaces: [] }}
        problem={report.problem}
        label={title}
        onSubmit={(body) => report.send({ params: { taskId: task.id }, body })}
      >
        <AreaField
          name="result"
          label={t('revision.tasksPart.result')}
          hint={t('revision.tasksPart.resultHint')}
          rows={3}
          maxLength={2000}
        />
        <ChangedPlaces task={task} />
        <TaskFiles task={task} />
        <div className="row">
          <SubmitButton>{t('revision.tasksPart.done')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function ChangedPlaces({ task }: Pick<Props, 'task'>) {
  const t = useText()
  const nameOf = usePlanPlaceName()
  const label = t('revision.tasksPart.proof')
  const { id, message, form, aria } = useField('changedPlaces', label, true)
  const { changedSince } = task
  return (
    <fieldset className="fld" id={id} tabIndex={-1} {...aria}>
      <legend className="lab">{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {t(`revision.tasksPart.${changedSince.length > 0 ? 'proofHint' : 'nothingChanged'}`)}
      </p>
      <FieldMessage id={id} message={message} />
      {changedSince.map((place) => (
        <Controller
          key={place.key}
          name="changedPlaces"
          control={form.control}
          render={({ field }) => {
            const chosen: string[] = Array.isArray(field.value) ? field.value : []
            const others = chosen.filter((key) => key !== place.key)
            return (
              <span className="check-row">
                <input
                  className="chk"
                  type="checkbox"
                  id={`${id}-${place.key}`}
                  checked={chosen.includes(place.key)}
                  onChange={(event) =>
                    field.onChange(event.currentTarget.checked ? [...others, place.key] : others)
                  }
                />
                <label htmlFor={`${id}-${place.key}`}>{nameOf(place)}</label>
              </span>
            )
          }}
        />
      ))}
    </fieldset>
  )
}

/** Sent at once, whatever becomes of the form: they wait at the task for its report. */
function TaskFiles({ task }: Pick<Props, 'task'>) {
  const t = useText()
  const { accountId } = useMe()
  const chosen = useWaitingFiles(`${accountId}/tasks/${task.id}`, null)
  const remove = useDeed(routes.removeTaskFile, { touches: [routes.consolidation] })
  return (
    <>
      <AttachFiles
        label={t('revision.tasksPart.files', { text: task.text })}
        files={task.files.map(shownFile)}
        chosen={chosen}
        onRemove={(proofId) => void remove.send({ params: { taskId: task.id, proofId } })}
      />
      <ProblemNote problem={remove.problem} />
    </>
  )
}
