import { Link, useRouter } from '@tanstack/react-router'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import type { ClassView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useMe } from '../app/me.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { classTone, daysWords } from './class-words.ts'
import look from './classes.module.css'

type Props = { view: ClassView; part: Part }

const parts = ['overview', 'list', 'attendance', 'marks', 'certificates'] as const
type Part = (typeof parts)[number]

const pathOf = (part: Part) => (part === 'overview' ? '/classes/$id' : `/classes/$id/${part}`)

/** What a class is called, how it stands, and its parts. */
export function ClassHead({ view, part }: Props) {
  const t = useText()
  const { title, state, counts, seats, venue, classId, code } = view
  return (
    <>
      <PageHead
        working
        title={title}
        crumbs={[
          {
            label: t('classes.page.crumb'),
            link: <Link to="/classes">{t('classes.page.crumb')}</Link>,
          },
          { label: code },
        ]}
        state={
          <StateWord tone={classTone[state]} head>
            {t(`classes.states.${state}`)}
          </StateWord>
        }
        lead={t('classes.page.lead', {
          days: daysWords(view),
          venue: venue ?? t('classes.page.noVenue'),
          done: writeNumber(counts.confirmed || counts.nominated),
          total: writeNumber(seats),
        })}
      />
      {view.stateBecause && (
        <p className={look.because}>{t('classes.page.because', { reason: view.stateBecause })}</p>
      )}
      <ClassTabs {...{ classId, part, isHeld: !beforeTheList.includes(state) }} />
    </>
  )
}

const beforeTheList: readonly string[] = ['PLANNED', 'OPEN_FOR_NOMINATION']

type TabsProps = {
  classId: string
  part: Part
  /** Before the list is fixed nobody is taught. */
  isHeld: boolean
}

const paperReaders: readonly string[] = certificateRoutes.certificates.by

export function ClassTabs({ classId, part, isHeld }: TabsProps) {
  const t = useText()
  const seesPapers = useMe().grants.some(({ role }) => paperReaders.includes(role))
  const built: readonly string[] = Object.keys(useRouter().routesByPath)
  return (
    <nav className={look.tabs} aria-label={t('classes.tabs.label')}>
      {parts
        .filter((each) => built.includes(pathOf(each)) && (seesPapers || each !== 'certificates'))
        .filter((each) => isHeld || each === 'overview' || each === 'list')
        .map((each) => (
          <Link
            key={each}
            to={pathOf(each).replace('$id', classId)}
            // the page of the class is not the one that stands below it
            activeOptions={{ exact: true }}
            aria-current={each === part ? 'page' : undefined}
          >
            {t(`classes.tabs.${each}`)}
          </Link>
        ))}
    </nav>
  )
}
