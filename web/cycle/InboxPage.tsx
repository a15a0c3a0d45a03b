import { Link } from '@tanstack/react-router'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import type { InboxView, TaskView } from '../../domain/cycle/inbox.contract.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { useYear } from '../app/year.ts'
import { Icon } from '../kit/Icon.tsx'
import { MarginItem, MarginList } from '../kit/MarginList.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import { Done } from './Done.tsx'
import { NoYearYet } from './NoYearYet.tsx'
import { WaitingOthers } from './WaitingOthers.tsx'
import { capital, distanceWords, fullDay, isLate, taskWords } from './words.ts'

/** What waits for me, until when and why; at the side, whom others wait for. */
export function InboxPage() {
  const year = useYear()
  const inbox = useReading(cycleRoutes.inbox, {}, { everySeconds: 60 })
  return <Shown reading={inbox}>{(view) => <Inbox view={view} year={year} />}</Shown>
}

function Inbox({ view, year }: { view: InboxView; year: number | null }) {
  const t = useText()
  return (
    <>
      <PageHead working title={t('cycle.pages.inbox.title')} lead={<Lead view={view} />} />
      {year === null ? <NoYearYet /> : <YearRibbon year={year} />}
      <div className="cols">
        <div>
          {view.tasks.length === 0 && (
            <Empty>{t('cycle.pages.inbox.nothing', { date: fullDay(view.today) })}</Empty>
          )}
          <Tasks view={view} />
          {view.tasks.length > 0 && (
            <p className="small">
              <a className="btn text" href="/api/inbox/export.xlsx" download>
                <Icon name="download" />
                {t('cycle.pages.inbox.download')}
              </a>
            </p>
          )}
        </div>
        <aside className="side" aria-labelledby="waiting-others">
          <h2 id="waiting-others">{t('cycle.pages.inbox.waiting')}</h2>
          <WaitingOthers rows={view.waiting} />
          <Done view={view} />
        </aside>
      </div>
    </>
  )
}

function Lead({ view: { tasks, today } }: { view: InboxView }) {
  const t = useText()
  const dueToday = tasks.filter((task) => task.group === 'today').length
  if (tasks.length === 0) return t('cycle.pages.inbox.nothing', { date: fullDay(today) })
  return (
    <>
      {t('cycle.pages.inbox.lead', { date: fullDay(today) })}
      <b>{t('cycle.pages.inbox.tasks', { count: tasks.length })}</b>
      {dueToday > 0 && (
        <>
          {'; '}
          <b className="red">{t('cycle.pages.inbox.overdue', { count: dueToday })}</b>
        </>
      )}
      .
    </>
  )
}

const groups = ['today', 'week', 'later', 'undated'] as const

function Tasks({ view: { tasks } }: { view: InboxView }) {
  const t = useText()
  const first = tasks[0]?.taskId
  const shown = groups.filter((group) => tasks.some((task) => task.group === group))
  return shown.map((group, index) => (
    <section key={group} aria-label={t(`cycle.pages.inbox.${group}`)}>
      <Group title={t(`cycle.pages.inbox.${group}`)} first={index === 0} />
      <MarginList>
        {tasks
          .filter((task) => task.group === group)
          .map((task) => (
            <Task key={task.taskId} task={task} isNext={task.taskId === first} />
          ))}
      </MarginList>
    </section>
  ))
}

/** One task; the first of all carries the page's one filled button. */
function Task({ task, isNext }: { task: TaskView; isNext: boolean }) {
  const t = useText()
  const words = taskWords(task.kind, task.params)
  const { due } = task
  const isToday = task.group === 'today'
  const when = due
    ? isToday && !isLate(due)
      ? t('cycle.pages.inbox.before', { time: timeOfInstant(due.at) })
      : capital(weekdayAndDay(due.on))
    : t('cycle.pages.inbox.noDue')
  const distance = due && (isToday && !isLate(due) ? weekdayAndDay(due.on) : distanceWords(due))
  return (
    <MarginItem
      when={when}
      distance={distance}
      due={isToday}
      title={
        <Link className="h" to={task.link}>
          {words.title}
        </Link>
      }
      deed={
        <Link className={isNext ? 'btn pri' : 'btn'} to={task.link}>
          {words.deed ?? t('cycle.pages.inbox.open')}
          <span className="vh">: {words.title}</span>
        </Link>
      }
    >
      {words.why && <p>{words.why}</p>}
      <p>
        <MineBecause because={task.mineBecause} />
      </p>
    </MarginItem>
  )
}

function MineBecause({ because }: { because: TaskView['mineBecause'] }) {
  const t = useText()
  const { role, unitName, byName, substituteFor } = because
  const why = byName
    ? t('cycle.pages.inbox.mineByName')
    : t('cycle.pages.inbox.mineByRole', {
        role: (sayKey(`federation.roles.${role}`) ?? role).toLocaleLowerCase(),
        unit: unitName,
      })
  const forHead = substituteFor && t('cycle.pages.inbox.mineForHead', { name: substituteFor })
  return [why, forHead].filter(Boolean).join(' ')
}
