import { useState } from 'react'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import { Found } from './Found.tsx'
import type { Props } from './InspectionPage.tsx'

type Said = { stance: 'AGREE' | 'OBJECT'; words: string }
type All = Readonly<Record<string, Said>>

const stances = ['AGREE', 'OBJECT'] as const

/** The unit's head answers finding by finding: agreed, or an objection in words. */
export function RepliesForm({ inspection }: Props) {
  const t = useText()
  const { inspectionId, criteria } = inspection
  const [said, setSaid] = useState<All>({})
  const send = useDeed(routes.answerFindings, { onDone: () => setSaid({}) })
  const asked = criteria.filter(({ finding }) => finding && finding.outcome !== 'NOT_APPLICABLE')
  const silent = asked.filter(({ criterionId, reply }) => !reply && !said[criterionId])
  const chosen = asked.flatMap(({ criterionId, number }) => {
    const each = said[criterionId]
    return each ? [{ criterionId, number, ...each }] : []
  })
  const unsaid = chosen.find(({ stance, words }) => stance === 'OBJECT' && words.trim() === '')
  const why =
    chosen.length === 0
      ? t('inspection.reply.nothing')
      : unsaid && t('inspection.reply.wordsMissing', { number: unsaid.number })
  const say = (id: string, each: Said) => setSaid((now) => ({ ...now, [id]: each }))
  return (
    <>
      {criteria.map((criterion) => (
        <Found key={criterion.criterionId} criterion={criterion}>
          {asked.includes(criterion) && <OneReply {...{ criterion, said, say }} />}
        </Found>
      ))}
      <ProblemNote problem={send.problem} />
      <p id="reply-why" className="small" role="status">
        {why ?? (silent.length > 0 && t('inspection.reply.open', { open: silent.length }))}
      </p>
      <div className="row">
        {silent.length > 0 && (
          <Button
            onClick={() =>
              silent.forEach(({ criterionId }) => say(criterionId, { stance: 'AGREE', words: '' }))
            }
          >
            {t('inspection.reply.agreeRest')}
          </Button>
        )}
        <Button
          kind="primary"
          sending={send.sending}
          blockedBy={why ? 'reply-why' : undefined}
          onClick={() => {
            const replies = chosen.map(({ number: _, ...reply }) => reply)
            void send
              .send({ params: { inspectionId }, body: { replies } })
              .then((done) => done && toast(t('inspection.reply.sent')))
          }}
        >
          {t('inspection.reply.send', { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}

type OneProps = { criterion: CriterionView; said: All; say: (id: string, each: Said) => void }

function OneReply({ criterion: { criterionId, number, reply }, said, say }: OneProps) {
  const t = useText()
  const each = said[criterionId]
  const label = `${t('inspection.reply.title')} ${number}`
  return (
    <>
      <Tri
        label={label}
        value={each?.stance ?? reply?.stance ?? null}
        choices={stances.map((value) => ({ value, label: t(`inspection.reply.${value}`) }))}
        onChoose={(stance) =>
          say(criterionId, { stance, words: each?.words ?? reply?.words ?? '' })
        }
      />
      {each?.stance === 'OBJECT' && (
        <div className="fld">
          <label htmlFor={`reply-${number}`}>{t('inspection.reply.words')}</label>
          <textarea
            className="inp"
            id={`reply-${number}`}
            rows={2}
            maxLength={4000}
            value={each.words}
            onChange={(event) =>
              say(criterionId, { stance: 'OBJECT', words: event.currentTarget.value })
            }
          />
        </div>
      )}
    </>
  )
}
