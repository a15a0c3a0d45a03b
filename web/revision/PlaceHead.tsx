import { writePlaceKey } from '../../domain/revision/place-key.ts'
import type { ConsolidationView, PlaceView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import type { IconName } from '../kit/icon-paths.ts'
import { useText } from '../text.ts'
import type { Choosing } from './choosing.ts'
import { placeOf } from './deciding.ts'
import { usePlaceName } from './place-name.ts'
import styles from './revision.module.css'
import { notNarrowed, useRevisionSearch } from './search.ts'
import type { Table } from './table.ts'

type Props = {
  view: ConsolidationView
  place: PlaceView
  table: Table
  choosing: Choosing | null
}

/** The place, how much is left to do on it, and the ways to its neighbours. */
export function PlaceHead({ view, place, table, choosing }: Props) {
  const t = useText()
  const name = usePlaceName()
  const { total, open } = place
  const index = view.places.indexOf(place)
  const way = { view, table }
  return (
    <div className={styles.place}>
      <h2>
        {name(place)}{' '}
        {view.rounds.length > 1 && (
          <span className="quiet">({t('revision.page.ofRound', { round: place.round })}) </span>
        )}
        <span className="quiet">
          {t(open > 0 ? 'revision.page.placeCounts' : 'revision.page.placeDone', { total, open })}
        </span>
      </h2>
      <div className="row">
        {choosing && <ChooseOpen {...{ view, place, table, choosing }} />}
        <ToPlace
          {...way}
          to={view.places[index - 1]}
          words={t('revision.page.previousPlace')}
          icon="chevron-left"
        />
        <ToPlace
          {...way}
          to={view.places[index + 1]}
          words={t('revision.page.nextPlace')}
          iconAfter="chevron-right"
        />
      </div>
    </div>
  )
}

type WayProps = Pick<Props, 'view' | 'table'> & {
  to: PlaceView | undefined
  words: string
  icon?: IconName
  iconAfter?: IconName
}

/** On the same page its first opinion is opened, else the place by itself, or what is open there. */
function ToPlace({ view, table, to, words, ...icons }: WayProps) {
  const { search, turn } = useRevisionSearch()
  const name = usePlaceName()
  if (!to) return null
  const first = table.opinions.find((comment) => placeOf(view, comment) === to)
  const status = search.status === 'open' && to.open > 0 ? search.status : undefined
  return (
    <Button
      kind="text"
      {...icons}
      onClick={() =>
        first
          ? table.openAt(first)
          : turn({ ...notNarrowed, status, place: writePlaceKey(to) }, true)
      }
    >
      <span className="vh">{words} </span>
      {to.code ?? name(to)}
    </Button>
  )
}

/** All of a place on this page that nobody has decided yet, where there is more than one. */
function ChooseOpen({ view, place, table, choosing }: Props & { choosing: Choosing }) {
  const t = useText()
  const open = table.opinions.filter(
    (comment) => placeOf(view, comment) === place && choosing.mayChoose(comment),
  )
  if (open.length < 2 || open.every((comment) => choosing.isChosen(comment))) return null
  return (
    <button type="button" className="btn text" onClick={() => choosing.add(open)}>
      {t('revision.many.chooseOpen', { count: open.length })}
      <span className="vh"> {place.code ?? place.heading}</span>
    </button>
  )
}
