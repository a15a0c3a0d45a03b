import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { CandidateView, ClassView, OwnPartView } from '../../domain/classes/views.contract.ts'
import { useDeed } from '../deed.ts'
import { wordOf } from './federation-words.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { toast } from '../kit/toast.ts'
import { reading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import look from './classes.module.css'

type Props = { view: ClassView; part: OwnPartView }

/** Some letters, marks or none, then a press on each who goes; those who cannot say why. */
export function PickNominees({ view, part }: Props) {
  const t = useText()
  const [chosen, setChosen] = useState<readonly CandidateView[]>([])
  const deed = useDeed(routes.nominate)
  const reasonId = useId()
  const { classId } = view
  async function send(): Promise<void> {
    const params = { classId, unitId: part.unitId }
    const rows = chosen.map(({ officialId }) => ({ officialId }))
    if (!(await deed.send({ params, body: { rows } }))) return
    toast(t('classes.part.sent', { count: chosen.length }))
    setChosen([])
  }
  return (
    <section aria-label={t('classes.part.pick')}>
      <Candidates {...{ classId, chosen, setChosen }} />
      <ProblemNote problem={deed.problem} />
      <p className="row">
        <Button
          kind="primary"
          sending={deed.sending}
          blockedBy={chosen.length === 0 ? reasonId : undefined}
          onClick={() => void send()}
        >
          {t('classes.part.send', { count: chosen.length })}
        </Button>
        {chosen.length === 0 && (
          <span className="small" id={reasonId}>
            {t('classes.part.nothing')}
          </span>
        )}
      </p>
    </section>
  )
}

type ListProps = {
  classId: string
  chosen: readonly CandidateView[]
  setChosen: (chosen: readonly CandidateView[]) => void
}

function Candidates({ classId, chosen, setChosen }: ListProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useQuery(reading(routes.candidates, { params: { classId }, query: { q } }))
  const isChosen = (each: CandidateView) =>
    chosen.some(({ officialId }) => officialId === each.officialId)
  const shown = (data?.candidates ?? []).filter((each) => !isChosen(each))
  return (
    <>
      {chosen.length > 0 && (
        <ul className={look.people} aria-label={t('classes.part.chosen', { count: chosen.length })}>
          {chosen.map((each) => (
            <Person key={each.officialId} candidate={each}>
              <Button
                icon="x"
                aria-label={t('classes.part.drop', { name: each.fullName })}
                onClick={() =>
                  setChosen(chosen.filter(({ officialId }) => officialId !== each.officialId))
                }
              />
            </Person>
          ))}
        </ul>
      )}
      <div className="fld">
        <label htmlFor={id}>{t('classes.part.search')}</label>
        <input
          className="inp"
          id={id}
          type="search"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <output className="vh">{data && `${t('classes.part.candidates')}: ${shown.length}`}</output>
      {data && shown.length === 0 && <p className="small">{t('classes.part.candidatesNone')}</p>}
      <ul className={look.people} aria-label={t('classes.part.candidates')}>
        {shown.slice(0, q === '' ? 6 : 12).map((each) => (
          <Person key={each.officialId} candidate={each}>
            {each.obstacles.length === 0 && (
              <Button
                icon="plus"
                aria-label={t('classes.part.add', { name: each.fullName })}
                onClick={() => setChosen([...chosen, each])}
              />
            )}
          </Person>
        ))}
      </ul>
    </>
  )
}

function Person({ candidate, children }: { candidate: CandidateView; children: React.ReactNode }) {
  const { fullName, position, workplace, obstacles } = candidate
  return (
    <li>
      <span>
        <b>{fullName}</b>
        <span className={look.under}>
          {wordOf('positions', position)}, {workplace}
        </span>
        {obstacles.map(({ code, params }) => (
          <StateWord key={code} tone="not" icon="lock">
            {sayCode(code, params)}
          </StateWord>
        ))}
      </span>
      {children}
    </li>
  )
}
