import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { matchesAllWords, writeNumber } from '../../domain/grammar/text.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { CandidateView, RoundView } from '../../domain/reward/views.contract.ts'
import { addressOf } from '../address.ts'
import { Button } from '../kit/Button.tsx'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { type Col, col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { Propose } from './Propose.tsx'
import { satisfactionWords } from './result-words.ts'
import { passRate } from './words.ts'

type Props = { round: RoundView }

/** Every unit with its year's figures, to choose from. */
export function Candidates({ round }: Props) {
  const t = useText()
  const { unit, q = '' } = useSearch({ from: '/shell/rewards/$id' })
  const go = useNavigate({ from: '/rewards/$id' })
  const choose = (next?: string) =>
    void go({ search: (was) => ({ ...was, unit: next }), resetScroll: false })
  const look = useCallback(
    (words: string) =>
      void go({ search: (was) => ({ ...was, q: words || undefined }), replace: true }),
    [go],
  )
  const commendationId = round.id
  const found = useReading(routes.candidates, { params: { commendationId } })
  const chosen = found.data?.units.find(({ unitId, isProposed }) => unitId === unit && !isProposed)
  return (
    <>
      <PageHead
        working
        title={t('reward.pages.round.candidates')}
        lead={t('reward.pages.round.candidatesLead')}
        crumbs={[
          {
            label: round.title,
            link: (
              <Link to="/rewards/$id" params={{ id: round.id }}>
                {round.title}
              </Link>
            ),
          },
          { label: t('reward.pages.round.propose') },
        ]}
      />
      <FilterRow active={q !== ''} onClear={() => look('')}>
        <FilterSearch label={t('reward.figures.search')} value={q} onChange={look} />
      </FilterRow>
      <DataTable<CandidateView>
        label={t('reward.figures.title')}
        rows={found.data?.units.filter(({ unitName }) => matchesAllWords(unitName, q))}
        filtered={q !== ''}
        onClearFilters={() => look('')}
        error={found.error}
        rowKey={({ unitId }) => unitId}
        excelHref={addressOf('/commendations/:commendationId/candidates/export.xlsx', {
          commendationId,
        })}
        columns={useColumns(round, ({ unitId }) => choose(unitId))}
      />
      {chosen && <Propose {...{ round }} unit={chosen} onClose={() => choose()} />}
    </>
  )
}

/** '2/3': in time, of all that were asked; null where nothing was asked. */
function asked(inTime: number, late: number, missing: number): string | null {
  const all = inTime + late + missing
  return all === 0 ? null : `${inTime}/${all}`
}

function useColumns(round: RoundView, choose: (unit: CandidateView) => void): Col<CandidateView>[] {
  const t = useText()
  // a dash in the column, no line on a phone's card
  const unknown = null
  const figure = (name: 'classes' | 'attended' | 'net') =>
    col<CandidateView>({
      id: name,
      head: t(`reward.figures.${name}`),
      right: true,
      cell: ({ figures }) => {
        const value = figures[name]
        return value === null ? unknown : writeNumber(value)
      },
    })
  const needsRegistration = round.kind === 'COMPREHENSIVE'
  return [
    col({
      id: 'unit',
      head: t('reward.figures.unit'),
      rowHead: true,
      cell: ({ unitName }) => unitName,
    }),
    figure('classes'),
    figure('attended'),
    col({
      id: 'passRate',
      head: t('reward.figures.passRate'),
      right: true,
      cell: ({ figures }) => passRate(figures) ?? unknown,
    }),
    col({
      id: 'satisfaction',
      head: t('reward.figures.satisfaction'),
      right: true,
      cell: ({ figures }) => satisfactionWords(figures.ratings, t) ?? unknown,
    }),
    figure('net'),
    col({
      id: 'answers',
      head: t('reward.figures.answersOnTime'),
      right: true,
      cell: ({ figures: { answersInTime: done, answersLate, answersMissing } }) =>
        asked(done, answersLate, answersMissing) ?? unknown,
    }),
    col({
      id: 'inspection',
      head: t('reward.figures.inspection'),
      cell: ({ figures: { inspection } }) =>
        inspection ? (sayKey(`reward.ratings.${inspection.rating}`) ?? unknown) : unknown,
    }),
    col({
      id: 'deed',
      head: '',
      right: true,
      className: 'nw',
      cell: (unit) =>
        unit.isProposed ? (
          <StateWord tone="done">{t('reward.pages.round.chosen')}</StateWord>
        ) : needsRegistration && !unit.isRegistered ? (
          <span className="small">{t('reward.pages.round.notRegistered')}</span>
        ) : (
          <Button kind="text" onClick={() => choose(unit)}>
            {t('reward.pages.round.choose')}
            <span className="vh"> {unit.unitName}</span>
          </Button>
        ),
    }),
  ]
}
