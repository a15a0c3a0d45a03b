import { useState } from 'react'
import { AWARD_FORMS } from '../../domain/cycle/award-forms.ts'
import { registrationForm, rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RegistrationView, RewardsView } from '../../domain/reward/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { Note } from '../kit/Note.tsx'
import { Group } from '../kit/Page.tsx'
import { Empty } from '../kit/States.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { toast } from '../kit/toast.ts'
import { useText } from '../text.ts'
import { dayOf } from './words.ts'

type Props = { view: RewardsView }

/** Who aims at what this year; a unit sees its own line and registers here. */
export function Registrations({ view }: Props) {
  const t = useText()
  const { registrations, mine, registrationDueAt } = view
  return (
    <>
      <Group
        title={t('reward.pages.registrations')}
        aside={
          <span className="small">
            {t('reward.pages.registrationDue', { day: dayOf(registrationDueAt) })}
          </span>
        }
      />
      {mine?.registration && (
        <Note>
          <p>
            {t('reward.pages.ownRegistered', {
              unit: mine.unitName,
              form: t(`reward.forms.${mine.registration.form}`),
            })}
          </p>
        </Note>
      )}
      {mine && !mine.registration && mayDo(view.allowedActions, 'award.registered') && (
        <Register view={view} mine={mine} />
      )}
      {registrations.length === 0 ? (
        <Empty>{t('reward.pages.noRegistrations')}</Empty>
      ) : (
        <List rows={registrations} />
      )}
    </>
  )
}

function List({ rows }: { rows: readonly RegistrationView[] }) {
  const t = useText()
  return (
    <DataTable<RegistrationView>
      label={t('reward.pages.registered', { count: rows.length })}
      rows={rows}
      rowKey={({ unitId }) => unitId}
      columns={[
        col({
          id: 'unit',
          head: t('reward.figures.unit'),
          rowHead: true,
          cell: ({ unitName }) => unitName,
        }),
        col({
          id: 'form',
          head: t('reward.pages.register.form'),
          cell: ({ form }) => t(`reward.forms.${form}`),
        }),
        col({
          id: 'pledge',
          head: t('reward.pages.register.pledge'),
          cell: ({ pledge }) => pledge,
        }),
        col({
          id: 'on',
          head: t('reward.figures.registered'),
          className: 'nw',
          cell: ({ registeredAt, imported }) =>
            imported ? t('reward.pages.importedRegistration') : dayOf(registeredAt),
        }),
      ]}
    />
  )
}

function Register({ view, mine }: Props & { mine: NonNullable<RewardsView['mine']> }) {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const register = useDeed(routes.register, {
    onDone: () => {
      toast(t('reward.pages.register.done'))
      close()
    },
  })
  const title = t('reward.pages.register.title', { unit: mine.unitName })
  const params = { planYear: view.planYear }
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {t('reward.pages.register.deed')}
      </Button>
      <Dialog title={title} opened={asked} onClose={close}>
        <Form
          schema={registrationForm}
          label={title}
          defaultValues={{ unitId: mine.unitId, pledge: '' }}
          problem={register.problem}
          onSubmit={(body) => register.send({ params, body })}
        >
          <SelectField
            name="form"
            label={t('reward.pages.register.form')}
            choices={AWARD_FORMS.map((value) => ({ value, label: t(`reward.forms.${value}`) }))}
          />
          <AreaField
            name="pledge"
            label={t('reward.pages.register.pledge')}
            hint={t('reward.pages.register.pledgeHint')}
            rows={4}
            maxLength={2000}
          />
          <div className="row">
            <SubmitButton>{t('reward.pages.register.send')}</SubmitButton>
            <Button onClick={close}>{t('shell.cancel')}</Button>
          </div>
        </Form>
      </Dialog>
    </>
  )
}
