import { useId } from 'react'
import type { PreparationForm } from '../../domain/feedback/preparation.contract.ts'
import { LEVELS_OF_KIND, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { OrgPicker } from '../kit/units/OrgPicker.tsx'
import { useText } from '../text.ts'
import type { PreparationDocument } from './preparation-document.ts'
import { Tick } from './Tick.tsx'
import { childrenOf, unitsFound } from './unit-loaders.ts'

type Invited = PreparationForm['invited']
type Props = { form: PreparationForm; edit: PreparationDocument['edit'] }

/** Kinds that can be asked: those that stand directly above the grassroots. */
const kindsAsked = UNIT_KINDS.filter((kind) =>
  LEVELS_OF_KIND[kind].some((level) => level === 'IMMEDIATE_UPPER'),
)

/** Everyone, or by kind, by tree and by name; less those that are left out. */
export function InvitationFields({ form: { invited }, edit }: Props) {
  const t = useText()
  const name = useId()
  const write = (change: Partial<Invited>) =>
    edit((now) => ({ ...now, invited: { ...now.invited, ...change } }))
  return (
    <section>
      <fieldset className="fld">
        <legend>
          <h2>{t('feedback.preparation.whom')}</h2>
        </legend>
        <div className="ch">
          {[true, false].map((everyone) => (
            <label key={String(everyone)}>
              <input
                className="rad"
                type="radio"
                name={name}
                checked={invited.everyone === everyone}
                onChange={() => write({ everyone })}
              />
              <b>{t(everyone ? 'feedback.preparation.everyone' : 'feedback.preparation.chosen')}</b>
            </label>
          ))}
        </div>
      </fieldset>
      {!invited.everyone && <Chosen invited={invited} write={write} />}
      <OrgPicker
        label={t('feedback.preparation.without')}
        value={asPicked(invited.without)}
        onPick={(units) => write({ without: asKept(units) })}
        loadChildren={childrenOf}
        search={unitsFound}
        rememberAs="invited-units"
      />
    </section>
  )
}

type ChosenProps = { invited: Invited; write: (change: Partial<Invited>) => void }

function Chosen({ invited, write }: ChosenProps) {
  const t = useText()
  const { kinds, units } = invited
  return (
    <>
      <fieldset className="fld">
        <legend className="lab">{t('feedback.preparation.ofKinds')}</legend>
        {kindsAsked.map((kind) => (
          <Tick
            key={kind}
            label={t(`federation.kinds.${kind}`)}
            checked={kinds.includes(kind)}
            onChange={(on) =>
              write({
                kinds: kindsAsked.filter((each) => (each === kind ? on : kinds.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
      <OrgPicker
        label={t('feedback.preparation.units')}
        value={asPicked(units)}
        onPick={(picked) => write({ units: asKept(picked) })}
        loadChildren={childrenOf}
        search={unitsFound}
        rememberAs="invited-units"
      />
      <p className="hint">{t('feedback.preparation.unitsHint')}</p>
    </>
  )
}

const asPicked = (units: Invited['units']) => units.map((unit) => ({ ...unit, hasChildren: false }))

const asKept = (units: readonly { id: string; name: string }[]) =>
  units.map(({ id, name }) => ({ id, name }))
