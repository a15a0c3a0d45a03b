import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import { addDays, dayOfInstant } from '../../domain/grammar/day.ts'
import { planForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { NOTICE_DAYS } from '../../domain/inspection/notice.ts'
import { useYear } from '../app/year.ts'
import { useDeed } from '../deed.ts'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { PlanFields } from './PlanFields.tsx'

const page = getRouteApi('/shell/inspections/new')

/** Plans an inspection; who may not sit in the team is named with the reason when it is saved. */
export function PlanPage() {
  const t = useText()
  const inspectors = useReading(routes.inspectors, {})
  const units = useUnitsBelow()
  const year = useYear()
  return (
    <>
      <PageHead
        working
        title={t('inspection.form.title')}
        lead={year !== null && t('inspection.form.programme', { year })}
        crumbs={[
          {
            label: t('inspection.list.title'),
            link: <Link to="/inspections">{t('inspection.list.title')}</Link>,
          },
          { label: t('inspection.form.title') },
        ]}
      />
      <Shown reading={inspectors}>
        {({ inspectors: people }) =>
          year !== null && people.length === 0 ? (
            <p>{t('inspection.form.noInspectors')}</p>
          ) : (
            // the field of the unit is another one when there are many
            year !== null && units.length > 0 && <Planning {...{ year, units, people }} />
          )
        }
      </Shown>
    </>
  )
}

type Choice = { value: string; label: string }
type Props = {
  year: number
  units: readonly Choice[]
  people: readonly { officialId: string; fullName: string }[]
}

function Planning({ year, units, people }: Props) {
  const t = useText()
  const go = useNavigate()
  const { unit } = page.useSearch()
  const plan = useDeed(routes.plan, {
    onDone: ({ inspectionId }) =>
      void go({ to: '/inspections/$inspectionId', params: { inspectionId } }),
  })
  return (
    <Form
      schema={planForm}
      defaultValues={{ ...emptyPlan(year), unitId: unit ?? '' }}
      onSubmit={async (body) => {
        const name = units.find(({ value }) => value === body.unitId)?.label ?? ''
        if (await plan.send({ body })) toast(t('inspection.form.saved', { unit: name }))
      }}
      problem={plan.problem}
      label={t('inspection.form.title')}
    >
      <SelectField name="unitId" label={t('inspection.form.unit')} choices={units} />
      <PlanFields people={people} />
      <SubmitButton>{t('inspection.form.save')}</SubmitButton>
    </Form>
  )
}

/** Last year is looked at, and the visit is far enough ahead for its notice. */
function emptyPlan(planYear: number) {
  const today = dayOfInstant(new Date())
  const visit = addDays(today, NOTICE_DAYS + 4)
  return {
    planYear,
    kind: 'TRAINING' as const,
    subject: '',
    periodFrom: `${planYear - 1}-01-01`,
    periodTo: `${planYear - 1}-12-31`,
    decisionNumber: '',
    decisionOn: today,
    visitFrom: visit,
    visitTo: visit,
    team: [
      { officialId: '', role: 'LEAD' as const },
      { officialId: '', role: 'SECRETARY' as const },
    ],
  }
}

/** The unions right below the federation. */
function useUnitsBelow(): readonly Choice[] {
  const top = useReading(federationRoutes.branch, { query: {} }).data?.units[0]
  const { data } = useReading(
    federationRoutes.branch,
    { query: { above: top?.unitId } },
    { enabled: top !== undefined },
  )
  return (data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))
}
