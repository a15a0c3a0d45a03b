import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { type DeskView, papersRoutes } from '../../domain/papers/papers.contract.ts'
import { useDeed } from '../deed.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { DeedButton } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { MarginItem, MarginList } from '../kit/MarginList.tsx'
import { Group } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { Confirming } from './Confirming.tsx'
import { OpenSeries } from './OpenSeries.tsx'

type Asked = { deed: 'take' | 'issue' | 'void'; row: DeskView }

/** Signed plans with the number they get, and numbers that are to be issued. */
export function NumberDesk() {
  const t = useText()
  const desk = useReading(papersRoutes.desk, {}, { everySeconds: 30 })
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  return (
    <section aria-label={t('papers.pages.desk.title')}>
      <Group title={t('papers.pages.desk.title')} first />
      <Shown reading={desk} rows={1}>
        {({ waiting, seriesToOpen, allowedActions }) => (
          <>
            {seriesToOpen !== null && <OpenSeries year={seriesToOpen} actions={allowedActions} />}
            {waiting.length === 0 ? (
              <p className="small">{t('papers.pages.desk.none')}</p>
            ) : (
              <MarginList>
                {waiting.map((row, index) => (
                  <OnDesk
                    key={row.approvalId}
                    row={row}
                    isFirst={index === 0}
                    ask={(deed) => setAsked({ deed, row })}
                  />
                ))}
              </MarginList>
            )}
          </>
        )}
      </Shown>
      {asked?.deed === 'take' && <TakeNumber row={asked.row} onClose={close} />}
      {asked?.deed === 'issue' && <Issue row={asked.row} onClose={close} />}
      {asked?.deed === 'void' && <VoidNumber row={asked.row} onClose={close} />}
    </section>
  )
}

type OnDeskProps = { row: DeskView; isFirst: boolean; ask: (deed: Asked['deed']) => void }

function OnDesk({ row, isFirst, ask }: OnDeskProps) {
  const t = useText()
  const { paperId, allowedActions: actions } = row
  const obstacle = row.obstacles[0]
  const kind = isFirst ? 'primary' : 'plain'
  return (
    <MarginItem
      due
      when={<span className="num">{row.number}</span>}
      distance={
        paperId && row.issuedOn
          ? t('papers.pages.desk.dated', { day: writeDay(day(row.issuedOn)) })
          : t('papers.pages.desk.next')
      }
      title={<span className="h paper-voice">{row.title}</span>}
      deed={
        paperId ? (
          <DeedButton deed="paper.issued" {...{ actions, kind }} onPress={() => ask('issue')}>
            {t('papers.pages.desk.issue')}
          </DeedButton>
        ) : (
          <DeedButton
            deed="paper.numbered"
            {...{ actions, kind }}
            because={obstacle && sayCode(obstacle.code, obstacle.params)}
            onPress={() => ask('take')}
          >
            {t('papers.pages.desk.take')}
          </DeedButton>
        )
      }
    >
      <p>
        {t('papers.pages.desk.signed', {
          name: row.signer,
          day: writeDay(dayOfInstant(row.signedAt)),
        })}
      </p>
      <p>
        <Link to="/print/plans/$planId" params={{ planId: row.planId }}>
          {t('papers.pages.desk.open')}
        </Link>{' '}
        {paperId && (
          <Button kind="text" onClick={() => ask('void')}>
            {t('papers.pages.desk.void')}
          </Button>
        )}
      </p>
    </MarginItem>
  )
}

type Doing = { row: DeskView; onClose: () => void }

function TakeNumber({ row, onClose }: Doing) {
  const t = useText()
  const take = useDeed(papersRoutes.numberPaper, {
    onDone: ({ number }) => {
      announce(t('papers.pages.desk.numbered', { number }))
      onClose()
    },
  })
  return (
    <Dialog title={t('papers.pages.desk.takeTitle')} opened onClose={onClose}>
      <p className="paper-voice">{row.title}</p>
      <p>
        <b className="num">{row.number}</b>. {t('papers.pages.desk.takeLead')}
      </p>
      <Confirming
        word={t('papers.pages.desk.take')}
        deed={take}
        onClose={onClose}
        send={() => take.send({ params: { approvalId: row.approvalId }, body: {} })}
      />
    </Dialog>
  )
}

function Issue({ row, onClose }: Doing) {
  const t = useText()
  const issue = useDeed(papersRoutes.issuePaper, {
    onDone: ({ number, sentTo }) => {
      announce(t('papers.pages.desk.issued', { number, units: sentTo }))
      onClose()
    },
  })
  const title = t('papers.pages.desk.issueTitle', { number: row.number })
  return (
    <Dialog title={title} opened onClose={onClose}>
      <p className="paper-voice">{row.title}</p>
      <p>
        {t('papers.pages.desk.issueLead', { units: row.unitsToSend, answers: row.unitsToAnswer })}
      </p>
      <Confirming
        word={t('papers.pages.desk.issue')}
        deed={issue}
        onClose={onClose}
        send={() => issue.send({ params: { paperId: row.paperId ?? '' }, body: {} })}
      />
    </Dialog>
  )
}

function VoidNumber({ row, onClose }: Doing) {
  const t = useText()
  const voiding = useDeed(papersRoutes.voidPaper, { onDone: onClose })
  return (
    <ReasonDialog
      title={t('papers.pages.desk.voidTitle', { number: row.number })}
      deed={t('papers.pages.desk.void')}
      opened
      onClose={onClose}
      problem={voiding.problem}
      onGiven={(reason) =>
        voiding.send({ params: { paperId: row.paperId ?? '' }, body: { reason } })
      }
    >
      <p>{t('papers.pages.desk.voidLead')}</p>
    </ReasonDialog>
  )
}
