import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { useDeed } from '../deed.ts'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import look from './federation.module.css'

/** Two fields that are empty again as soon as the department is entered. */
export function AddDepartment() {
  const t = useText()
  const add = useDeed(routes.addDepartment)
  return (
    <Form
      key={add.done?.departmentId ?? 'first'}
      schema={routes.addDepartment.body}
      defaultValues={{ name: '', shortName: '' }}
      onSubmit={(body) => add.send({ body })}
      problem={add.problem}
      label={t('federation.setUp.addDepartment')}
    >
      <div className={look.two}>
        <TextField name="name" label={t('federation.setUp.departmentName')} maxLength={120} />
        <TextField name="shortName" label={t('federation.setUp.departmentShort')} maxLength={30} />
      </div>
      <SubmitButton>{t('federation.setUp.addDepartment')}</SubmitButton>
    </Form>
  )
}
