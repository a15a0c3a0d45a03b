import { useState } from 'react'
import { REQUEST_OUTCOMES } from '../../domain/revision/redistribution.ts'
import { decisionForm } from '../../domain/revision/forms.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { RequestRow, SharedTarget } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { ChoiceCards } from '../kit/form/ChoiceCards.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { useText } from '../text.ts'

type Props = { request: RequestRow; target: SharedTarget; onDone: () => void }

/** What is granted, and who carries the difference; the server shares out so that the sum holds. */
export function DecisionForm({ request, target, onDone }: Props) {
  const t = useText()
  const [carriers, setCarriers] = useState<readonly string[]>([])
  const decide = useDeed(routes.decideRequest, {
    touches: [routes.consolidation, routes.targetRequests, routes.comparison],
    onDone,
  })
  const { decision } = request
  return (
    <Form
      schema={decisionForm}
      defaultValues={{
        ...(decision && { outcome: decision.outcome }),
        granted: decision?.granted ?? request.requested,
        explanation: decision?.explanation ?? null,
        carriedBy: [],
      }}
      problem={decide.problem}
      label={t('revision.requestsPart.decide')}
      onSubmit={(body) =>
        decide.send(
          { params: { requestId: request.id }, body: { ...body, carriedBy: [...carriers] } },
          decision?.revision ?? 0,
        )
      }
    >
      <ChoiceCards
        name="outcome"
        label={t('revision.requestsPart.outcome')}
        cards={REQUEST_OUTCOMES.map((value) => ({
          value,
          label: t(`revision.outcomes.${value}`),
        }))}
      />
      <NumberField
        name="granted"
        label={t('revision.requestsPart.granted')}
        suffix={target.measuredIn}
      />
      <AreaField
        name="explanation"
        label={t('revision.requestsPart.explanation')}
        optional
        whenEmpty="null"
        maxLength={4000}
      />
      <Carriers {...{ request, target, carriers, setCarriers }} />
      <div className="row">
        <SubmitButton>{t('revision.requestsPart.deed')}</SubmitButton>
        <Button onClick={onDone}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

type CarriersProps = {
  request: RequestRow
  target: SharedTarget
  carriers: readonly string[]
  setCarriers: (unitIds: readonly string[]) => void
}

function Carriers({ request, target, carriers, setCarriers }: CarriersProps) {
  const t = useText()
  const [named, setNamed] = useState(false)
  const choose = (on: boolean) => {
    setNamed(on)
    if (!on) setCarriers([])
  }
  return (
    <fieldset>
      <legend className="lab">{t('revision.requestsPart.carriedBy')}</legend>
      {([false, true] as const).map((value) => (
        <label key={String(value)} className="check-row">
          <input
            className="rad"
            type="radio"
            checked={named === value}
            onChange={() => choose(value)}
          />
          {t(value ? 'revision.requestsPart.carriedByNamed' : 'revision.requestsPart.carriedByAll')}
        </label>
      ))}
      {named &&
        target.shares
          .filter(({ unitId }) => unitId !== request.unitId)
          .map(({ unitId, unitName }) => (
            <label key={unitId} className="check-row">
              <input
                className="chk"
                type="checkbox"
                checked={carriers.includes(unitId)}
                onChange={(event) =>
                  setCarriers(
                    event.currentTarget.checked
                      ? [...carriers, unitId]
                      : carriers.filter((each) => each !== unitId),
                  )
                }
              />
              {unitName}
            </label>
          ))}
    </fieldset>
  )
}
