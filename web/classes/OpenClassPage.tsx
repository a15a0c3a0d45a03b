import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ReplyOf } from '../../domain/grammar/route.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useYear } from '../app/year.ts'
import { PageHead } from '../kit/Page.tsx'
import { Empty, Loading, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'
import { OpeningForm } from './OpeningForm.tsx'

const page = getRouteApi('/shell/classes/open')
type Lines = ReplyOf<typeof routes.classLines>
export type Line = Lines['lines'][number]

/** First the line of the issued plan, then the class that is made of it. */
export function OpenClassPage() {
  const t = useText()
  const { year, line } = page.useSearch()
  const other = useYear()
  const planYear = year ?? other
  if (planYear === null) return <Loading />
  return (
    <>
      <PageHead
        working
        title={t('classes.opening.title')}
        lead={line === undefined && t('classes.opening.lead')}
        crumbs={[
          {
            label: t('classes.page.crumb'),
            link: <Link to="/classes">{t('classes.page.crumb')}</Link>,
          },
          { label: t('classes.opening.crumb') },
        ]}
      />
      <OfYear planYear={planYear} chosen={line} />
    </>
  )
}

function OfYear({ planYear, chosen }: { planYear: number; chosen: string | undefined }) {
  const found = useReading(routes.classLines, { params: { planYear } })
  const go = useNavigate()
  return (
    <Shown reading={found}>
      {(lines) => {
        const line = lines.lines.find(({ code }) => code === chosen) ?? null
        if (chosen === undefined || (line === null && chosen !== 'own'))
          return <LineList {...{ lines, planYear }} />
        return (
          <OpeningForm
            key={chosen}
            {...{ line, planYear, organisers: lines.organisers }}
            onOpened={(id) => void go({ to: '/classes/$id', params: { id } })}
          />
        )
      }}
    </Shown>
  )
}

function LineList({ lines, planYear }: { lines: Lines; planYear: number }) {
  const t = useText()
  const { planNumber } = lines
  const open = lines.lines.filter(({ classId }) => classId === null)
  return (
    <section aria-label={t('classes.opening.lines', { year: planYear })}>
      {lines.lines.length > 0 && (
        <h2>
          {planNumber
            ? t('classes.opening.plan', { number: planNumber })
            : t('classes.opening.past', { year: planYear })}
        </h2>
      )}
      {open.length === 0 && <Empty>{t('classes.opening.noLines', { year: planYear })}</Empty>}
      <ul className={look.lines}>
        {open.map((line) => (
          <li key={line.code}>
            <div>
              <b>
                {line.code}. {line.topic}
              </b>
              <span className={look.under}>
                {line.audience !== line.topic && `${line.audience}. `}
                {t('classes.opening.facts', {
                  seats: writeNumber(line.seats),
                  days: writeNumber(line.days),
                })}
                {line.month !== null && t('classes.opening.month', { month: line.month })}
              </span>
            </div>
            <Link
              className="btn"
              to="/classes/open"
              search={{ year: planYear, line: line.code }}
              aria-label={`${t('classes.opening.choose')}: ${line.code}. ${line.topic}`}
            >
              {t('classes.opening.choose')}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/classes/open" search={{ year: planYear, line: 'own' }}>
          {t('classes.opening.own')}
        </Link>
      </p>
    </section>
  )
}
