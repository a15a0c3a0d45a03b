import { say } from '../text/say.ts'
import { requestKey, type TargetRequestForm, targetRequestForm } from './answer-form.contract.ts'
import { REQUEST_REASONS } from './answer-form.ts'
import type { ConsultedPlan } from './feedback.contract.ts'
import { aChoice, aNumber, aText, filled, isEmpty, numberAt } from './sheet-row.ts'
import { oneAt, type SheetRow, type SheetValues, textAt, withEntry } from './sheet-row.ts'

type Target = ConsultedPlan['targets'][number] & {
  allocation: NonNullable<ConsultedPlan['targets'][number]['allocation']>
}

const { requested, particularity, feasibility, commitment } = targetRequestForm.shape
const reasons = REQUEST_REASONS.map((reason) => ({
  value: reason,
  words: say('vi', `feedback.reasons.${reason}`),
}))

export function hasShare(target: ConsultedPlan['targets'][number]): target is Target {
  return target.allocation !== null
}

/** One target that is assigned to the unit, as it is assigned or with another figure. */
export function targetRow(
  planId: string,
  { code, text, measuredIn, allocation }: Target,
): SheetRow {
  const { value, lastYearValue, lastYearDone } = allocation
  const none = { ...nothingAsked, planId, targetCode: code }
  const key = requestKey(none)
  return {
    key: `target/${key}`,
    label: code,
    cells: [code, text, measuredIn, value, lastYearValue, lastYearDone, ...askedFields],
    read: ({ targetRequests }) => valuesOf(targetRequests[key] ?? none),
    write: (form, values) => ({
      ...form,
      targetRequests: withEntry(
        form.targetRequests,
        key,
        isEmpty(values) ? null : { ...none, ...askedIn(values) },
      ),
    }),
    // on the screen, too, what is assigned is nothing that is asked for
    tidy: (values) => (values.requested === value ? { ...values, requested: null } : values),
  }
}

const nothingAsked = {
  requested: null,
  reason: null,
  particularity: '',
  feasibility: '',
  commitment: '',
}

const askedFields = [
  aNumber('requested', requested),
  aChoice('reason', reasons),
  aText('particularity', particularity),
  aText('feasibility', feasibility),
  aText('commitment', commitment),
]

function valuesOf(request: TargetRequestForm): SheetValues {
  return {
    requested: request.requested,
    reason: request.reason,
    particularity: filled(request.particularity),
    feasibility: filled(request.feasibility),
    commitment: filled(request.commitment),
  }
}

function askedIn(values: SheetValues) {
  return {
    requested: numberAt(values, 'requested'),
    reason: oneAt(values, 'reason', REQUEST_REASONS),
    particularity: textAt(values, 'particularity'),
    feasibility: textAt(values, 'feasibility'),
    commitment: textAt(values, 'commitment'),
  }
}
