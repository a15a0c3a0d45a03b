import { rewardPerformers } from '../db/reward/deeds.ts'
import { awardsOf, candidatesOf, decisionPrint, rewardsOf } from '../db/reward/rewards-view.ts'
import { everyFigureRow, figureRows } from '../db/reward/figure-rows.ts'
import { proposable } from '../db/reward/proposable.ts'
import { resultsOf } from '../db/reward/results-view.ts'
import { roundView } from '../db/reward/round-view.ts'
import { stationEndOf } from '../db/reward/station-end.ts'
import { rewardRoutes as routes } from '../domain/reward/reward.contract.ts'
import type { AwardView, CandidateView } from '../domain/reward/views.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import { mountExport } from './export.ts'
import { figureRowsSheet } from './figure-rows-sheet.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import { ratingColumns } from './rating-columns.ts'
import { resultsSheet } from './results-sheet.ts'
import type { Sheet } from './xlsx.ts'

export function mountReward(mounting: Mounting): void {
  mountReading(mounting, routes.rewards, (entered, { params }) =>
    rewardsOf(entered, params.planYear),
  )
  mountReading(mounting, routes.results, (entered, { params }) =>
    resultsOf(entered, params.planYear),
  )
  mountReading(mounting, routes.stationEnd, (entered, { params }) =>
    stationEndOf(entered, params.planYear),
  )
  mountExport(mounting, routes.results, async (entered, { params }, language) =>
    resultsSheet(await resultsOf(entered, params.planYear), language),
  )
  mountExport(mounting, routes.figureRows, async (entered, { params, query }, language) => {
    const first = await figureRows(entered, params, query)
    const rows = everyFigureRow(entered, params, query)
    return figureRowsSheet(params.code, first, rows, language)
  })
  mountReading(mounting, routes.figureRows, (entered, { params, query }) =>
    figureRows(entered, params, query),
  )
  mountReading(mounting, routes.round, (entered, { params }) =>
    roundView(entered, params.commendationId),
  )
  mountReading(mounting, routes.candidates, async (entered, { params }) => ({
    units: await candidatesOf(entered, params.commendationId),
  }))
  mountExport(mounting, routes.candidates, async (entered, { params }, language) =>
    candidatesSheet(await candidatesOf(entered, params.commendationId), language),
  )
  mountReading(mounting, routes.proposable, (entered, { params }) =>
    proposable(entered, params.inspectionId),
  )
  mountReading(mounting, routes.awards, async (entered, { query }) => ({
    awards: await awardsOf(entered, query),
  }))
  mountExport(mounting, routes.awards, async (entered, { query }, language) =>
    awardsSheet(await awardsOf(entered, query), language),
  )
  mountReading(mounting, routes.decisionPrint, (entered, { params }) =>
    decisionPrint(entered, params.commendationId),
  )
  for (const performer of rewardPerformers) mountDeed(mounting, performer)
}

function candidatesSheet(rows: readonly CandidateView[], language: Language): Sheet<CandidateView> {
  const word = (key: string) => say(language, `reward.figures.${key}`)
  const figure = (
    name: 'classes' | 'nominated' | 'attended' | 'tested' | 'passed' | 'net',
    width = 14,
  ) => ({
    head: word(name),
    width,
    cell: ({ figures }: CandidateView) => figures[name],
  })
  return {
    fileName: word('title'),
    sheet: word('sheet'),
    rows,
    columns: [
      { head: word('unit'), width: 44, cell: ({ unitName }) => unitName },
      figure('classes'),
      figure('nominated'),
      figure('attended'),
      figure('tested'),
      figure('passed'),
      ...ratingColumns<CandidateView>(language, ({ figures }) => figures.ratings ?? null),
      figure('net'),
      { head: word('answersInTime'), width: 14, cell: ({ figures }) => figures.answersInTime },
      {
        head: word('inspection'),
        width: 18,
        cell: ({ figures }) =>
          figures.inspection && say(language, `reward.ratings.${figures.inspection.rating}`),
      },
    ],
  }
}

function awardsSheet(rows: readonly AwardView[], language: Language): Sheet<AwardView> {
  const word = (key: string) => say(language, `reward.awards.${key}`)
  return {
    fileName: word('title'),
    sheet: word('title'),
    rows,
    columns: [
      { head: word('year'), width: 10, cell: ({ planYear }) => planYear },
      { head: word('number'), width: 10, cell: ({ awardNumber }) => awardNumber },
      { head: word('subject'), width: 44, cell: ({ subjectName }) => subjectName },
      { head: word('form'), width: 22, cell: ({ form }) => say(language, `reward.forms.${form}`) },
      { head: word('citation'), width: 60, cell: ({ citation }) => citation },
      { head: word('decision'), width: 18, cell: ({ decision }) => decision },
      { head: word('handedOver'), width: 14, cell: ({ handedOverOn }) => handedOverOn },
    ],
  }
}
