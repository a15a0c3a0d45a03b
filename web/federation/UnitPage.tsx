import { Link, useParams } from '@tanstack/react-router'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { UnitView } from '../../domain/federation/units.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { UnitAwards } from '../app/UnitAwards.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AddUnit } from './AddUnit.tsx'
import { CloseUnit } from './CloseUnit.tsx'
import { CorrectUnit } from './CorrectUnit.tsx'
import look from './federation.module.css'
import { MergeUnit } from './MergeUnit.tsx'
import { MoveUnit } from './MoveUnit.tsx'
import { dayWords, wordOf } from './words.ts'

/** A unit: its facts, who came before and after it, and who holds its keys. */
export function UnitPage() {
  const { id } = useParams({ from: '/shell/units/$id' })
  const reading = useReading(routes.unit, { params: { unitId: id } })
  return <Shown reading={reading}>{(unit) => <Unit unit={unit} />}</Shown>
}

function Unit({ unit }: { unit: UnitView }) {
  const t = useText()
  const { unitId, name, validTo, children, officials } = unit
  return (
    <>
      <PageHead
        title={name}
        lead={wordOf('kinds', unit.kind)}
        state={
          validTo === null ? (
            <StateWord tone="done">{t('federation.units.open')}</StateWord>
          ) : (
            <StateWord tone="not">
              {t('federation.units.endedOn', { day: dayWords(validTo) })}
            </StateWord>
          )
        }
        crumbs={crumbsOf(unit, t('federation.units.title'))}
        deeds={<Deeds unit={unit} />}
      />
      <Succession unit={unit} />
      <Group
        title={t('federation.units.facts')}
        first={unit.successors.length + unit.predecessors.length === 0}
      />
      <Facts unit={unit} />
      <p className="row">
        {officials > 0 && (
          <Link className="btn" to="/officials" search={{ unitId }}>
            {t('federation.units.seeOfficials', { number: writeNumber(officials) })}
          </Link>
        )}
        {children > 0 && (
          <Link className="btn" to="/units" search={{ below: unitId }}>
            {t('federation.units.seeUnits', { number: writeNumber(children) })}
          </Link>
        )}
      </p>
      <UnitAwards unitId={unitId} />
      <Group title={t('federation.units.keyHolders')} />
      <KeyHolders holders={unit.keyHolders} />
      <HistoryPanel objectType="unit" objectId={unitId} />
    </>
  )
}

function crumbsOf(unit: UnitView, title: string) {
  return [
    { label: title, link: <Link to="/units">{title}</Link> },
    ...unit.above.map(({ unitId, name }) => ({
      label: name,
      link: (
        <Link to="/units/$id" params={{ id: unitId }}>
          {name}
        </Link>
      ),
    })),
    { label: unit.name },
  ]
}

function Deeds({ unit }: { unit: UnitView }) {
  const here = { id: unit.unitId, name: unit.name, note: unit.aboveName ?? '' }
  const isBelow = unit.aboveId !== null
  return (
    <>
      {mayDo(unit.allowedActions, 'unit.corrected') && <CorrectUnit unit={unit} />}
      {mayDo(unit.allowedActions, 'unit.moved') && isBelow && <MoveUnit unit={unit} />}
      {mayDo(unit.allowedActions, 'unit.merged') && isBelow && <MergeUnit unit={unit} />}
      {mayDo(unit.allowedActions, 'unit.closed') && isBelow && <CloseUnit unitId={unit.unitId} />}
      {mayDo(unit.allowedActions, 'unit.added') && unit.validTo === null && (
        <AddUnit above={here} />
      )}
    </>
  )
}

function Succession({ unit: { successors, predecessors } }: { unit: UnitView }) {
  const t = useText()
  const lists = [
    { title: t('federation.units.successors'), units: successors },
    { title: t('federation.units.predecessors'), units: predecessors },
  ].filter(({ units }) => units.length > 0)
  return lists.map(({ title, units }) => (
    <section key={title}>
      <Group title={title} first />
      <ul className="plain">
        {units.map(({ unitId, name, since }) => (
          <li key={unitId}>
            <Link to="/units/$id" params={{ id: unitId }}>
              {name}
            </Link>{' '}
            <span className="small">
              {t('federation.units.takenOver', { day: dayWords(since) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Facts({ unit }: { unit: UnitView }) {
  const t = useText()
  const none = t('federation.words.none')
  const figure = (value: number | null) => (value === null ? none : writeNumber(value))
  const facts: readonly [string, string][] = [
    [t('federation.words.code'), unit.code],
    [t('federation.words.level'), wordOf('levels', unit.level)],
    [t('federation.words.sector'), unit.sector ?? none],
    [t('federation.words.ownership'), unit.ownership ? wordOf('ownerships', unit.ownership) : none],
    [t('federation.words.workers'), figure(unit.workers)],
    [t('federation.words.members'), figure(unit.members)],
    [t('federation.units.from'), dayWords(unit.validFrom)],
    [t('federation.words.symbol'), unit.symbol ?? none],
    [t('federation.words.contact'), unit.contactName ?? none],
    [t('federation.words.phone'), unit.contactPhone ?? none],
  ]
  return (
    <dl className={look.facts}>
      {facts.map(([word, value]) => (
        <Fact key={word} word={word} value={value} />
      ))}
    </dl>
  )
}

function Fact({ word, value }: { word: string; value: string }) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{value}</dd>
    </>
  )
}

function KeyHolders({ holders }: { holders: UnitView['keyHolders'] }) {
  const t = useText()
  if (holders.length === 0) return <p>{t('federation.units.noKeyHolders')}</p>
  return (
    <ul className="plain">
      {holders.map((holder) => (
        <li key={`${holder.officialId} ${holder.role}`}>
          <Link to="/officials/$id" params={{ id: holder.officialId }}>
            {holder.fullName}
          </Link>
          {', '}
          {wordOf('positions', holder.position)}
          <span className={look.under}>
            {wordOf('roles', holder.role)}
            {holder.substituteFor &&
              ` (${t('federation.units.substituteOf', { name: holder.substituteFor })})`}
            {', '}
            {dayWords(holder.since)} –{' '}
            {holder.until ? dayWords(holder.until) : t('federation.officials.now')}
          </span>
        </li>
      ))}
    </ul>
  )
}
