import { Fragment, memo } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Place } from '../../domain/feedback/places.ts'
import { Icon } from '../kit/Icon.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'
import { opinionOn } from './opinion.ts'
import { numberOf } from './place-number.ts'

type Props = {
  places: readonly Place[]
  form: AnswerForm
  current: string | undefined
  onChoose: (place: Place) => void
  inDialog?: boolean
}

/** The outline of the draft, each place with what the unit has said of it. */
export const PlaceList = memo(Outline, hasTheSameMarks)

/** Words that are typed change no mark. */
function hasTheSameMarks(before: Props, now: Props): boolean {
  return (
    before.places === now.places &&
    before.current === now.current &&
    now.places.every(({ key }) => opinionOn(before.form, key) === opinionOn(now.form, key))
  )
}

function Outline({ places, form, current, onChoose, inDialog = false }: Props) {
  const t = useText()
  const written = places.filter(({ key }) => opinionOn(form, key) !== null).length
  return (
    <nav
      className={inDialog ? styles.outline : `${styles.outline} ${styles.list} ${styles.stick}`}
      aria-label={t('feedback.answer.outline')}
    >
      <h2>{t('feedback.answer.writtenPlaces', { written, total: places.length })}</h2>
      <ul>
        {places.map((place, index) => (
          <Fragment key={place.key}>
            {startsSection(place, places[index - 1]) && (
              <li className={styles.part}>
                {place.placeKind === 'LINE' ? t('feedback.answer.annex') : place.section}
              </li>
            )}
            <li>
              <button
                type="button"
                aria-current={place.key === current ? 'true' : undefined}
                onClick={() => onChoose(place)}
              >
                <span className={styles.number}>{numberOf(place)}</span>
                <span>{shortened(place)}</span>
                <Mark opinion={opinionOn(form, place.key)} />
              </button>
            </li>
          </Fragment>
        ))}
      </ul>
    </nav>
  )
}

function startsSection(place: Place, before: Place | undefined): boolean {
  if (place.placeKind === 'LINE') return before?.placeKind !== 'LINE'
  return place.section !== '' && place.section !== before?.section
}

function shortened({ placeKind, heading, text }: Place): string {
  const words = placeKind === 'TARGET' ? text : heading || text
  return words.length > 48 ? `${words.slice(0, 46).trimEnd()}…` : words
}

const marks = {
  agree: { icon: 'circle-check', tone: 'grn' },
  change: { icon: 'pencil', tone: 'blu' },
  ask: { icon: 'help-circle', tone: 'blu' },
} as const

function Mark({ opinion }: { opinion: ReturnType<typeof opinionOn> }) {
  const t = useText()
  if (opinion === null)
    return (
      <span className="later">
        <Icon name="circle" />
        <span className="vh">{t('feedback.answer.noOpinionYet')}</span>
      </span>
    )
  const { icon, tone } = marks[opinion]
  return (
    <span className={tone}>
      <Icon name={icon} />
      <span className="vh">{t(`feedback.answer.${opinion}`)}</span>
    </span>
  )
}
