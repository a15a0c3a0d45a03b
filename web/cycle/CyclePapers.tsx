import { Link } from '@tanstack/react-router'
import type { CyclePaperView, CycleView } from '../../domain/cycle/cycle.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { useMe } from '../app/me.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { sayKey, useText } from '../text.ts'
import styles from './cycle.module.css'
import { toneOf } from './state-tone.ts'

/** The papers of the year: the training plan as a small sheet, and all of them in a table. */
export function CyclePapers({ view }: { view: CycleView }) {
  const t = useText()
  const main = view.papers.find((paper) => paper.planId !== null)
  if (view.papers.length === 0)
    return (
      <section className={styles.papersSection}>
        <h2>{t('cycle.pages.cycle.papers')}</h2>
        <p className="small">{t('cycle.pages.cycle.noPapers')}</p>
      </section>
    )
  return (
    <section aria-labelledby="papers" className={styles.papersSection}>
      <h2 id="papers">{t('cycle.pages.cycle.papers')}</h2>
      <div className={styles.papers}>
        {main ? <MiniSheet paper={main} /> : <span />}
        <PaperTable papers={view.papers} />
      </div>
    </section>
  )
}

function MiniSheet({ paper }: { paper: CyclePaperView }) {
  const t = useText()
  const { federation } = useMe()
  const { clauses, classes } = paper
  return (
    <Link
      className={`sheet ${styles.mini}`}
      to="/print/plans/$planId"
      params={{ planId: paper.planId ?? '' }}
    >
      <span className={styles.org}>
        <b>{federation.name.toLocaleUpperCase('vi')}</b>
      </span>
      <span className={styles.meta}>
        <span>
          {paper.number
            ? t('shell.paper.number', { number: paper.number })
            : t('shell.paper.noNumber', { symbol: `KH-${federation.symbol}` })}
        </span>
        <i>{writeDay(day(paper.on))}</i>
      </span>
      <span className={styles.title}>{paper.title}</span>
      {paper.state !== 'ISSUED' && paper.version !== null && (
        <span className={styles.stampLine}>
          <span className="stamp">
            {t('cycle.pages.cycle.draftMark', { version: paper.version })}
          </span>
        </span>
      )}
      <span className={styles.go}>
        {clauses !== null && classes !== null
          ? t('cycle.pages.cycle.openPaper', { clauses, classes })
          : t('cycle.pages.cycle.openPaperShort')}
      </span>
    </Link>
  )
}

function PaperTable({ papers }: { papers: readonly CyclePaperView[] }) {
  const t = useText()
  return (
    <DataTable<CyclePaperView>
      label={t('cycle.pages.cycle.papers')}
      rows={papers}
      rowKey={(paper) => paper.planId ?? paper.paperId ?? paper.title}
      columns={[
        col<CyclePaperView>({
          id: 'title',
          head: t('cycle.pages.cycle.paper'),
          rowHead: true,
          cell: (paper) => <Title paper={paper} />,
        }),
        col<CyclePaperView>({
          id: 'number',
          head: t('cycle.pages.cycle.number'),
          className: 'nw',
          cell: ({ number }) =>
            number ? (
              t('shell.paper.number', { number })
            ) : (
              <span className="later">{t('cycle.pages.cycle.noNumber')}</span>
            ),
        }),
        col<CyclePaperView>({
          id: 'on',
          head: t('cycle.pages.cycle.date'),
          className: 'nw',
          cell: ({ on }) => writeDay(day(on)),
        }),
        col<CyclePaperView>({
          id: 'state',
          head: t('cycle.pages.cycle.state'),
          cell: ({ state }) => (
            <StateWord
              tone={toneOf(state)}
              {...(state === 'ISSUED' && { icon: 'rubber-stamp' as const })}
            >
              {sayKey(`cycle.planStates.${state}`) ?? state}
            </StateWord>
          ),
        }),
      ]}
    />
  )
}

function Title({ paper: { planId, title } }: { paper: CyclePaperView }) {
  if (!planId) return <span className="paper-voice">{title}</span>
  return (
    <Link className="paper-voice" to="/print/plans/$planId" params={{ planId }}>
      {title}
    </Link>
  )
}
