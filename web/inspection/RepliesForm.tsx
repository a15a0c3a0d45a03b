import { z } from 'zod'
import { type RepliesWriting, repliesWriting } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import { useDeed } from '../deed.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import { Button } from '../kit/Button.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { toast } from '../kit/toast.ts'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import { Found } from './Found.tsx'
import type { Props } from './InspectionPage.tsx'
import { useKept } from './saving.ts'

type Said = RepliesWriting['said'][string]

const stances = ['AGREE', 'OBJECT'] as const
const nothing: RepliesWriting = { said: {} }
const stale = z.object({ revision: z.int(), theirs: repliesWriting.nullable() })

/** The unit's head answers finding by finding: agreed, or an objection in words. */
export function RepliesForm({ inspection }: Props) {
  const { criteria } = inspection
  const kept = useReplies({ inspection })
  const { said } = kept.value
  const asked = criteria.filter(({ finding }) => finding && finding.outcome !== 'NOT_APPLICABLE')
  const say = (id: string, each: Said) =>
    kept.edit((now) => ({ said: { ...now.said, [id]: each } }))
  return (
    <>
      <Clashes document={kept} />
      {criteria.map((criterion) => (
        <Found
          key={criterion.criterionId}
          inspectionId={inspection.inspectionId}
          criterion={criterion}
        >
          {asked.includes(criterion) && <OneReply {...{ criterion, said, say }} />}
        </Found>
      ))}
      <Sending {...{ inspection, asked, kept }} />
    </>
  )
}

/** Kept while it is typed, on this machine and by the server, until it is sent. */
function useReplies({ inspection: { inspectionId, repliesWriting: written } }: Props) {
  return useKept<RepliesWriting, typeof routes.writeReplies>({
    route: routes.writeReplies,
    key: `replies/${inspectionId}`,
    load: { value: written?.form ?? nothing, revision: written?.revision ?? 0 },
    given: (body) => ({ params: { inspectionId }, body }),
    revisionOf: ({ revision }) => revision,
    theirs: (details) => {
      const read = stale.safeParse(details)
      return read.success
        ? { revision: read.data.revision, value: read.data.theirs ?? nothing }
        : null
    },
  })
}

type SendingProps = Props & {
  asked: readonly CriterionView[]
  kept: ReturnType<typeof useReplies>
}

function Sending({ inspection: { inspectionId }, asked, kept }: SendingProps) {
  const t = useText()
  const send = useDeed(routes.answerFindings)
  const { said } = kept.value
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
  const agreed = Object.fromEntries(
    silent.map(({ criterionId }) => [criterionId, { stance: 'AGREE', words: '' } as const]),
  )
  async function sendAll(): Promise<void> {
    if (!(await kept.flush())) return
    const replies = chosen.map(({ number: _, ...reply }) => reply)
    if (!(await send.send({ params: { inspectionId }, body: { replies } }))) return
    kept.edit(nothing)
    toast(t('inspection.reply.sent'))
  }
  return (
    <>
      <ProblemNote problem={send.problem} />
      <p id="reply-why" className="small" role="status">
        {why ?? (silent.length > 0 && t('inspection.reply.open', { open: silent.length }))}
      </p>
      <div className="row">
        {silent.length > 0 && (
          <Button onClick={() => kept.edit((now) => ({ said: { ...now.said, ...agreed } }))}>
            {t('inspection.reply.agreeRest')}
          </Button>
        )}
        <Button
          kind="primary"
          sending={send.sending}
          blockedBy={why ? 'reply-why' : undefined}
          onClick={() => void sendAll()}
        >
          {t('inspection.reply.send', { count: chosen.length })}
        </Button>
        <SavedWord state={kept.state} />
      </div>
    </>
  )
}

type OneProps = {
  criterion: CriterionView
  said: RepliesWriting['said']
  say: (id: string, each: Said) => void
}

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
