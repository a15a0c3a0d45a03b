import type {
  PreparationForm,
  PreparationView,
} from '../../domain/feedback/preparation.contract.ts'
import { ROUND_KINDS } from '../../domain/feedback/preparation.ts'
import { Figure } from '../kit/form/Figure.tsx'
import { useText } from '../text.ts'
import { Line } from './Area.tsx'
import { DayLine } from './DayLine.tsx'
import type { PreparationDocument } from './preparation-document.ts'
import { Tick } from './Tick.tsx'

type Props = { form: PreparationForm; edit: PreparationDocument['edit'] }

/** In writing, at a conference, at a workshop; several at once are usual. */
export function KindFields({ form, edit }: Props) {
  const t = useText()
  return (
    <fieldset className="fld">
      <legend>
        <h2>{t('feedback.preparation.kinds')}</h2>
      </legend>
      {ROUND_KINDS.map((kind) => (
        <Tick
          key={kind}
          label={t(`feedback.kindsOfRound.${kind}`)}
          checked={form.kinds.includes(kind)}
          onChange={(on) =>
            edit((now) => ({
              ...now,
              kinds: ROUND_KINDS.filter((each) => (each === kind ? on : now.kinds.includes(each))),
            }))
          }
        />
      ))}
    </fieldset>
  )
}

const daysOffered = [7, 5, 3, 2, 1] as const

/** When it opens, the last day, how late an answer may be, when units are reminded, and what silence means. */
export function TermFields({ form, edit }: Props) {
  const t = useText()
  return (
    <section>
      <h2>{t('feedback.preparation.term')}</h2>
      <DayLine
        label={t('feedback.preparation.opensOn')}
        hint={t('feedback.preparation.opensHint')}
        value={form.opensOn}
        onChange={(opensOn) => edit((now) => ({ ...now, opensOn }))}
      />
      <DayLine
        label={t('feedback.preparation.dueOn')}
        hint={t('feedback.preparation.dueHint')}
        value={form.dueOn}
        onChange={(dueOn) => edit((now) => ({ ...now, dueOn }))}
      />
      <Figure
        label={t('feedback.preparation.grace')}
        hint={t('draft.publish.graceHint')}
        value={form.graceDays}
        onChange={(days) => edit((now) => ({ ...now, graceDays: Math.min(days ?? 0, 5) }))}
      />
      <fieldset className="fld">
        <legend className="lab">{t('feedback.preparation.reminders')}</legend>
        {[...new Set([...daysOffered, ...form.reminderDays])].map((days) => (
          <Tick
            key={days}
            label={t('feedback.preparation.daysBefore', { days })}
            checked={form.reminderDays.includes(days)}
            onChange={(on) =>
              edit(({ reminderDays, ...now }) => {
                const others = reminderDays.filter((each) => each !== days)
                const chosen = on ? [...others, days] : others
                return { ...now, reminderDays: chosen.toSorted((a, b) => b - a) }
              })
            }
          />
        ))}
      </fieldset>
      <p>
        <b>{t('feedback.preparation.silence')}:</b> {t('feedback.silence')}
      </p>
    </section>
  )
}

/** Whom units call; left empty, the federation's own help. */
export function ContactFields({
  form: { contact },
  edit,
  usual,
}: Props & { usual: PreparationView['usualContact'] }) {
  const t = useText()
  const write = (change: Partial<PreparationForm['contact']>) =>
    edit((now) => ({ ...now, contact: { ...now.contact, ...change } }))
  return (
    <section>
      <h2>{t('feedback.preparation.contact')}</h2>
      {usual && <p className="quiet">{t('feedback.preparation.contactHint', usual)}</p>}
      <Line
        optional
        maxLength={120}
        label={t('feedback.preparation.contactName')}
        value={contact.name}
        onChange={(name) => write({ name })}
      />
      <Line
        optional
        maxLength={30}
        label={t('feedback.preparation.contactPhone')}
        value={contact.phone}
        onChange={(phone) => write({ phone })}
      />
    </section>
  )
}
