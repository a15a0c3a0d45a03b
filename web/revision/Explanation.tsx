import { useId } from 'react'
import { EXPLANATION_NEEDED } from '../../domain/revision/disposition.ts'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'
import { HeadChoice } from './HeadChoice.tsx'

type Props = { view: ConsolidationView; comment: OpinionRow; deciding: Deciding }

/** Why, to whom, or with which comment: what the chosen disposition asks for. */
export function Explanation({ view, comment, deciding }: Props) {
  const { disposition } = deciding.choice
  if (disposition === 'MERGED') return <HeadChoice {...{ view, comment, deciding }} />
  if (disposition === 'FORWARDED') return <DepartmentChoice {...{ view, comment, deciding }} />
  return <Words deciding={deciding} />
}

const canned = ['budget', 'alreadyThere', 'law', 'thanks'] as const

function Words({ deciding: { choice, change } }: { deciding: Deciding }) {
  const t = useText()
  const id = useId()
  const isNeeded = choice.disposition !== null && EXPLANATION_NEEDED[choice.disposition]
  return (
    <div className="fld">
      <label htmlFor={id}>
        {t('revision.row.explanation')}{' '}
        <span className="quiet">
          {t(isNeeded ? 'revision.row.needed' : 'revision.row.notNeeded')}
        </span>
      </label>
      <textarea
        className="inp"
        id={id}
        rows={3}
        maxLength={4000}
        aria-required={isNeeded}
        value={choice.explanation}
        onChange={(event) => change({ explanation: event.currentTarget.value })}
      />
      <select
        className="inp"
        aria-label={t('revision.row.canned')}
        value=""
        onChange={(event) => change({ explanation: event.currentTarget.value })}
      >
        <option value="">{t('revision.row.cannedPlaceholder')}</option>
        {canned.map((key) => (
          <option key={key} value={t(`revision.row.cannedTexts.${key}`)}>
            {t(`revision.row.cannedTexts.${key}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function DepartmentChoice({ view, deciding: { choice, change } }: Props) {
  const t = useText()
  const [department, due] = [useId(), useId()]
  return (
    <>
      <div className="fld">
        <label htmlFor={department}>{t('revision.row.department')}</label>
        <select
          className="inp"
          id={department}
          value={choice.forwardedTo ?? ''}
          onChange={(event) => change({ forwardedTo: event.currentTarget.value || null })}
        >
          <option value="">{t('revision.row.otherPlaceholder')}</option>
          {view.departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="fld">
        <label htmlFor={due}>{t('revision.row.dueOn')}</label>
        <input
          className="inp"
          id={due}
          type="date"
          value={choice.dueOn ?? ''}
          onChange={(event) => change({ dueOn: event.currentTarget.value || null })}
        />
      </div>
    </>
  )
}
