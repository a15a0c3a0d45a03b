import { useEffect } from 'react'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { type ClauseForm, clauseForm } from '../../domain/draft/forms.contract.ts'
import type { WrittenClause } from '../../domain/draft/views.contract.ts'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Button } from '../kit/Button.tsx'
import { Clause, PaperLine } from '../kit/paper/Sheet.tsx'
import { CheckField } from '../kit/form/CheckField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { useText } from '../text.ts'
import { RemoveButton } from './AddRemove.tsx'
import styles from './draft.module.css'
import { finishing } from './saving.ts'
import { partSaves } from './part-saves.ts'
import { Writing } from './Writing.tsx'

type Props = {
  clause: WrittenClause
  lastYear: number
  writable: boolean
  isOpen: boolean
  onOpen: (at: string | null) => void
}

/** A clause as it will print, last year's words beside it; pressed, it can be written. */
export function ClauseLine(props: Props) {
  const { clause, isOpen, writable, onOpen } = props
  const number = `${clause.code.split('.')[1] ?? ''}.`
  if (isOpen && writable) return <OpenClause {...props} number={number} />
  const head = <b>{clause.heading}</b>
  return (
    <div id={`muc-${clause.code}`}>
      <PaperLine margin={<LastText {...props} />}>
        <Clause number={number}>
          <p>
            {writable ? (
              <button className={styles.opens} type="button" onClick={() => onOpen(clause.code)}>
                {head}
              </button>
            ) : (
              head
            )}
          </p>
        </Clause>
        <ClauseText {...props} />
      </PaperLine>
    </div>
  )
}

function ClauseText({ clause, writable, onOpen }: Props) {
  const t = useText()
  const words = clause.text || t('draft.clause.empty')
  return (
    <p className={clause.text ? styles.text : `${styles.text} later`}>
      {writable ? (
        <button className={styles.opens} type="button" onClick={() => onOpen(clause.code)}>
          {words}
          <span className="vh">{t('draft.clause.openWord', { code: clause.code })}</span>
        </button>
      ) : (
        words
      )}
    </p>
  )
}

function LastText({ clause, lastYear }: Pick<Props, 'clause' | 'lastYear'>) {
  const t = useText()
  if (clause.lastYearText === null) return <span>{t('draft.lastYear.new')}</span>
  return (
    <>
      <span className={styles.yearWord}>{t('draft.lastYear.prefix', { year: lastYear })} </span>
      {clause.lastYearText === clause.text
        ? t('draft.lastYear.same', { year: lastYear })
        : clause.lastYearText}
    </>
  )
}

function OpenClause({ clause, lastYear, number, onOpen }: Props & { number: string }) {
  const t = useText()
  const { heading, text, finished, revision } = clause
  return (
    <div id={`muc-${clause.code}`}>
      <PaperLine open label={t('draft.clause.label', { code: clause.code })}>
        <Clause number={number}>
          <p>
            <b>{heading}</b>
          </p>
        </Clause>
        <Writing
          part={`clause/${clause.id}`}
          schema={clauseForm}
          load={{ value: { heading, text, finished }, revision }}
          save={partSaves.clause(clause.id)}
          label={t('draft.clause.label', { code: clause.code })}
          className={styles.fields ?? ''}
        >
          {(now) => (
            <>
              <Finishing edit={now.edit} flush={now.flush} />
              <TextField name="heading" label={t('draft.clause.heading')} className="wide" />
              <AreaField
                name="text"
                label={t('draft.clause.text')}
                className="wide"
                rows={4}
                maxRows={30}
                paper
              />
              <CheckField name="finished" label={t('draft.clause.finished')} className="wide" />
              <ClauseWays {...{ clause, lastYear, onOpen, now }} />
            </>
          )}
        </Writing>
        <div className="ly">
          <LastText {...{ clause, lastYear }} />
        </div>
      </PaperLine>
    </div>
  )
}

/** Lends the bar at the foot the deed "finished, on to the next". */
function Finishing({ edit, flush }: Pick<Autosave<ClauseForm>, 'edit' | 'flush'>) {
  useEffect(() => {
    finishing.set(async () => {
      edit((value) => ({ ...value, finished: true }))
      await flush()
    })
    return () => finishing.set(null)
  }, [edit, flush])
  return null
}

type WaysProps = Pick<Props, 'clause' | 'lastYear' | 'onOpen'> & { now: Autosave<ClauseForm> }

/** Last year's words to take back, and the way out of the plan. */
function ClauseWays({ clause, lastYear, onOpen, now }: WaysProps) {
  const t = useText()
  const { lastYearText } = clause
  return (
    <div className={styles.wide}>
      {lastYearText !== null && lastYearText !== now.value.text && (
        <Button kind="text" onClick={() => now.edit((value) => ({ ...value, text: lastYearText }))}>
          {t('draft.lastYear.take', { year: lastYear })}
        </Button>
      )}{' '}
      <RemoveButton
        route={writingRoutes.removeClause}
        given={{ params: { clauseId: clause.id } }}
        revision={clause.revision}
        name={t('draft.clause.name', { code: clause.code })}
        onGone={() => onOpen(null)}
      />
    </div>
  )
}
