import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { PlaceView } from '../../domain/revision/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { Sheet } from '../kit/paper/Sheet.tsx'
import { useText } from '../text.ts'
import styles from './revision.module.css'
import { useRevisionSearch } from './search.ts'

type Props = {
  place: PlaceView
  planId: string
  wording: boolean
  setWording: (open: boolean) => void
  onGroup: () => void
}

/** The words of the place as they now stand, against those that were consulted on. */
export function WordingSheet({ place, planId, wording, setWording, onGroup }: Props) {
  const t = useText()
  const { year } = useRevisionSearch()
  const { consulted, current, code, clauseId } = place
  return (
    <Sheet className={styles.wording}>
      {wording && clauseId ? (
        <WordingForm place={place} onClose={() => setWording(false)} />
      ) : (
        <>
          {current === null ? (
            <p className="quiet">{t('revision.page.noWording')}</p>
          ) : (
            <WordDiff before={consulted ?? current} after={current} />
          )}
          <p className={styles.from}>
            {clauseId && (
              <Button kind="text" onClick={() => setWording(true)}>
                {t('revision.row.editWording')}
              </Button>
            )}
            {!clauseId && code && (
              <Link
                className="btn text"
                to="/cycles/$year/draft"
                params={{ year: String(year) }}
                search={{ plan: planId, at: code }}
              >
                {t('revision.row.editInDraft')}
              </Link>
            )}
            <Button kind="text" onClick={onGroup}>
              {t('revision.row.group')}
            </Button>
          </p>
        </>
      )}
    </Sheet>
  )
}

const wordingForm = z.object({ text: z.string().max(20_000) })

function WordingForm({ place, onClose }: { place: PlaceView; onClose: () => void }) {
  const t = useText()
  const save = useDeed(draftRoutes.editClause, {
    touches: [routes.consolidation, routes.comparison],
  })
  const { clauseId, clauseRevision, heading, current, code } = place
  return (
    <Form
      schema={wordingForm}
      defaultValues={{ text: current ?? '' }}
      problem={save.problem}
      label={t('revision.row.wording', { code: code ?? '' })}
      onSubmit={async ({ text }) => {
        const body = { heading, text, finished: true }
        const params = { clauseId: clauseId ?? '' }
        if (await save.send({ params, body }, clauseRevision ?? 0)) onClose()
      }}
    >
      <AreaField
        name="text"
        label={t('revision.row.wording', { code: code ?? '' })}
        rows={4}
        paper
      />
      <div className="row">
        <SubmitButton>{t('revision.row.saveWording')}</SubmitButton>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}
