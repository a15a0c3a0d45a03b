import { factsOfWish, type LineFacts, type LineWish } from '../../domain/feedback/line-wish.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type {
  CommentRow,
  ConsolidationView,
  PlaceView,
} from '../../domain/revision/views.contract.ts'
import { annexAfter, type Annex } from '../../domain/revision/wish-applied.ts'
import { Figure } from '../kit/form/Figure.tsx'
import { MonthField } from '../kit/form/MonthField.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'
import styles from './revision.module.css'

type Props = {
  view: ConsolidationView
  comment: CommentRow
  place: PlaceView
  deciding: Deciding
}

/** What of the wish goes into the draft with the disposition, and what the annex then adds up to. */
export function ApplyWish({ view, comment, place, deciding }: Props) {
  const t = useText()
  const { choice, change } = deciding
  const { line: wish, disposition } = comment
  if (!wish || (choice.disposition !== 'ACCEPTED' && choice.disposition !== 'PARTLY')) return null
  const isInPart = choice.disposition === 'PARTLY'
  const isWritten = (disposition?.applied ?? null) !== null
  return (
    <fieldset className={styles.apply}>
      <legend className="lab">{t('revision.row.apply')}</legend>
      <label className="check-row">
        <input
          className="chk"
          type="checkbox"
          checked={choice.apply !== null}
          onChange={(event) =>
            change({ apply: event.currentTarget.checked ? factsOfWish(wish) : null })
          }
        />
        {t('revision.row.applyNow')}
      </label>
      {choice.apply && isInPart && wish.wish !== 'DROP' && (
        <InPart wish={wish} facts={choice.apply} onChange={(apply) => change({ apply })} />
      )}
      {choice.apply && !isWritten && (
        <AnnexAfter
          annex={view.annex}
          after={annexAfter(view.annex, wish, choice.apply, place.line?.now ?? null)}
        />
      )}
    </fieldset>
  )
}

type InPartProps = { wish: LineWish; facts: LineFacts; onChange: (facts: LineFacts) => void }

/** The figures that were asked for, each to be given otherwise. */
function InPart({ wish, facts, onChange }: InPartProps) {
  const t = useText()
  return (
    <div className={styles.figures}>
      {wish.seats !== null && (
        <Figure
          label={t('feedback.lineWish.fields.seats')}
          value={facts.seats}
          onChange={(seats) => onChange({ ...facts, seats })}
        />
      )}
      {wish.month !== null && (
        <MonthField
          label={t('feedback.lineWish.fields.month')}
          value={facts.month}
          onChange={(month) => onChange({ ...facts, month })}
        />
      )}
    </div>
  )
}

function AnnexAfter({
  annex,
  after,
}: {
  annex: Annex
  after: Pick<Annex, 'classes' | 'trainees'>
}) {
  const t = useText()
  const { headlineClasses, headlineTrainees } = annex
  const sum = { classes: after.classes, trainees: writeNumber(after.trainees) }
  const isKept =
    (headlineClasses ?? after.classes) === after.classes &&
    (headlineTrainees ?? after.trainees) === after.trainees
  return (
    <p className="small">
      {t('revision.row.annexAfter', sum)}{' '}
      {!isKept && (
        <StateWord tone="not" icon="alert-triangle">
          {t('revision.row.headlineSays', {
            classes: headlineClasses ?? after.classes,
            trainees: writeNumber(headlineTrainees ?? after.trainees),
          })}
        </StateWord>
      )}
    </p>
  )
}
