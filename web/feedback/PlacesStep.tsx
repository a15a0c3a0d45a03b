import { Fragment, useEffect, useMemo, useState } from 'react'
import { writtenPlaces } from '../../domain/feedback/answer-steps.ts'
import { type Place, placesOf } from '../../domain/feedback/places.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import { ClauseOpinion } from './ClauseOpinion.tsx'
import { NewLines } from './NewLines.tsx'
import { PlaceList } from './PlaceList.tsx'
import { PlanTabs, usePlan } from './PlanTabs.tsx'
import { useFeedbackSearch } from './search.ts'

/** Clause by clause: agreed, to be changed with its new wording, or asked about. */
export function PlacesStep({ view, document, aside }: StepProps) {
  const t = useText()
  const { search, go } = useFeedbackSearch()
  const plan = usePlan(view)
  const places = useMemo(() => (plan ? placesOf(plan) : []), [plan])
  const at = Math.max(
    0,
    places.findIndex(({ key }) => key === search.at),
  )
  const written = writtenPlaces(document.value)
  useScrollTo(search.at)
  const open = (place: Place | undefined) => place && go({ step: 'places', at: place.key })
  const next = places[at + 1]
  return (
    <>
      <PlanTabs view={view} />
      <div className={styles.desk}>
        <PlaceList places={places} form={document.value} current={search.at} onChoose={open} />
        <Picker places={places} at={at} written={written} document={document} onChoose={open} />
        <Sheet className={styles.paper} label={plan?.title ?? ''}>
          {places.map((place, index) => (
            <Fragment key={place.key}>
              <SectionHead place={place} before={places[index - 1]} />
              <ClauseOpinion
                place={place}
                form={document.value}
                edit={document.edit}
                isOpen={place.key === search.at}
                onOpen={() => open(place)}
              />
            </Fragment>
          ))}
          {plan && plan.classLines.length > 0 && (
            <NewLines planId={plan.planId} form={document.value} edit={document.edit} />
          )}
        </Sheet>
        {aside}
      </div>
      <AnswerBar
        document={document}
        why={t('feedback.answer.writtenPlaces', {
          written,
          total: view.plans.flatMap(placesOf).length,
        })}
      >
        {at > 0 && (
          <span className="only-desk">
            <Button kind="text" onClick={() => open(places[at - 1])}>
              {t('feedback.answer.before')}
            </Button>
          </span>
        )}
        {next ? (
          <Button kind="primary" iconAfter="chevron-right" onClick={() => open(next)}>
            {t('feedback.answer.onTo', { place: next.placeCode })}
          </Button>
        ) : (
          <Button
            kind="primary"
            iconAfter="chevron-right"
            onClick={() => go({ step: 'targets', at: undefined })}
          >
            {t('feedback.answer.onToStep', { number: 4 })}
          </Button>
        )}
      </AnswerBar>
    </>
  )
}

function SectionHead({ place, before }: { place: Place; before: Place | undefined }) {
  const t = useText()
  const isAnnex = place.placeKind === 'LINE'
  if (isAnnex && before?.placeKind !== 'LINE') return <h2>{t('feedback.answer.annex')}</h2>
  return !isAnnex && place.section !== '' && place.section !== before?.section ? (
    <h2>{place.section}</h2>
  ) : null
}

function useScrollTo(key: string | undefined): void {
  useEffect(() => {
    const place = key ? document.getElementById(key) : null
    place?.scrollIntoView({ block: 'start' })
    // the button that opened it has given way to the form
    if (document.activeElement === document.body) place?.focus({ preventScroll: true })
  }, [key])
}

type PickerProps = {
  places: readonly Place[]
  at: number
  written: number
  document: StepProps['document']
  onChoose: (place: Place) => void
}

/** On phones the outline is one line that unfolds. */
function Picker({ places, at, written, document, onChoose }: PickerProps) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const place = places[at]
  if (!place) return null
  return (
    <>
      <button
        className={styles.picker}
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <span>
          {t('feedback.answer.placeOf', {
            place: place.placeCode,
            number: at + 1,
            total: places.length,
          })}
          <br />
          <span className="quiet">{t('feedback.answer.writtenSoFar', { written })}</span>
        </span>
        <Icon name="chevron-down" />
      </button>
      <Dialog title={t('feedback.answer.outline')} opened={opened} onClose={() => setOpened(false)}>
        <PlaceList
          inDialog
          places={places}
          form={document.value}
          current={place.key}
          onChoose={(chosen) => {
            setOpened(false)
            onChoose(chosen)
          }}
        />
      </Dialog>
    </>
  )
}
