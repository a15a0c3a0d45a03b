import { AWARD_FORMS } from '../../domain/cycle/award-forms.ts'
import { fileForm, rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { CandidateView, RoundView } from '../../domain/reward/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { toast } from '../kit/toast.ts'
import { sayKey, useText } from '../text.ts'
import { Figures } from './Figures.tsx'

type Props = { round: RoundView; unit: CandidateView; onClose: () => void }

/** A proposal, with the figures that will be frozen beside it. */
export function Propose({ round, unit, onClose }: Props) {
  const t = useText()
  const { unitId, unitName, figures } = unit
  const propose = useDeed(routes.propose, {
    onDone: () => {
      toast(t('reward.pages.round.proposed', { name: unitName }))
      onClose()
    },
  })
  const { inspection } = figures
  const bases = [
    { value: '', label: t('reward.pages.round.fromFigures') },
    ...(inspection
      ? [
          {
            value: inspection.inspectionId,
            label: t('reward.pages.round.fromInspection', {
              number: inspection.number,
              rating: sayKey(`reward.ratings.${inspection.rating}`) ?? '',
            }),
          },
        ]
      : []),
  ]
  return (
    <Dialog title={unitName} opened onClose={onClose}>
      <Figures figures={figures} />
      <Form
        schema={fileForm}
        label={unitName}
        defaultValues={{
          unitId,
          officialId: null,
          citation: '',
          inspectionId: inspection?.inspectionId ?? null,
        }}
        problem={propose.problem}
        onSubmit={(body) => propose.send({ params: { commendationId: round.id }, body })}
      >
        <SelectField
          name="form"
          label={t('reward.pages.round.form')}
          choices={AWARD_FORMS.map((value) => ({ value, label: t(`reward.forms.${value}`) }))}
        />
        <SelectField
          name="inspectionId"
          label={t('reward.pages.round.basis')}
          choices={bases}
          whenEmpty="null"
          optional
        />
        <AreaField
          name="citation"
          label={t('reward.pages.round.citation')}
          hint={t('reward.pages.round.citationHint')}
          rows={3}
          maxLength={600}
        />
        <div className="row">
          <SubmitButton>{t('reward.pages.round.send')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
