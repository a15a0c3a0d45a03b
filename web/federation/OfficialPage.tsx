import { Link, useParams } from '@tanstack/react-router'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { OfficialView } from '../../domain/federation/officials.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { LearningOf } from '../app/LearningOf.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { AddPost } from './AddPost.tsx'
import { CorrectOfficial } from './CorrectOfficial.tsx'
import { EndPost } from './EndPost.tsx'
import look from './federation.module.css'
import { dayWords, wordOf } from './words.ts'

/** One official: who it is, every post with its term, and the bodies that person sits in. */
export function OfficialPage() {
  const { id } = useParams({ from: '/shell/officials/$id' })
  const reading = useReading(routes.official, { params: { officialId: id } })
  return <Shown reading={reading}>{(official) => <Official official={official} />}</Shown>
}

function Official({ official }: { official: OfficialView }) {
  const t = useText()
  return (
    <>
      <PageHead
        title={official.fullName}
        lead={`${wordOf('positions', official.position)}, ${official.unitName}`}
        state={
          official.newInTerm && (
            <StateWord tone="now">{t('federation.officials.newInTerm')}</StateWord>
          )
        }
        crumbs={[
          {
            label: t('federation.officials.title'),
            link: <Link to="/officials">{t('federation.officials.title')}</Link>,
          },
          { label: official.fullName },
        ]}
        deeds={<Deeds official={official} />}
      />
      <Facts official={official} />
      <Group title={t('federation.officials.posts')} />
      <ul className="plain">
        {official.posts.map((post) => (
          <li key={post.postId}>
            <b>{wordOf('positions', post.position)}</b>
            {', '}
            <Link to="/units/$id" params={{ id: post.unitId }}>
              {post.unitName}
            </Link>
            <span className={look.under}>
              {dayWords(post.since)} –{' '}
              {post.until ? dayWords(post.until) : t('federation.officials.now')}
              {'. '}
              {post.term
                ? t('federation.officials.term', post.term)
                : t('federation.officials.noTerm')}
              {post.isMain && `. ${t('federation.officials.mainPost')}`}
            </span>
            {post.until === null && mayDo(official.allowedActions, 'post.ended') && (
              <EndPost
                postId={post.postId}
                position={wordOf('positions', post.position)}
                revision={official.revision}
              />
            )}
          </li>
        ))}
      </ul>
      {official.bodies.length > 0 && <Bodies bodies={official.bodies} />}
      <LearningOf officialId={official.officialId} />
      <HistoryPanel objectType="official" objectId={official.officialId} />
    </>
  )
}

function Deeds({ official }: { official: OfficialView }) {
  const { allowedActions } = official
  return (
    <>
      {mayDo(allowedActions, 'official.corrected') && <CorrectOfficial official={official} />}
      {mayDo(allowedActions, 'post.added') && <AddPost official={official} />}
      <Account official={official} />
    </>
  )
}

function Account({ official }: { official: OfficialView }) {
  const t = useText()
  if (official.accountId)
    return (
      <Link className="btn" to="/admin/accounts/$id" params={{ id: official.accountId }}>
        {t('federation.officials.seeAccount')}
      </Link>
    )
  if (!mayDo(official.allowedActions, 'account.created')) return null
  return (
    <Link className="btn" to="/admin/accounts" search={{ official: official.officialId }}>
      {t('federation.officials.openAccount')}
    </Link>
  )
}

function Facts({ official }: { official: OfficialView }) {
  const t = useText()
  const none = t('federation.words.none')
  return (
    <dl className={look.facts}>
      <dt>{t('federation.words.birthYear')}</dt>
      <dd>{official.birthYear ?? none}</dd>
      <dt>{t('federation.words.sex')}</dt>
      <dd>{wordOf('sexes', official.sex)}</dd>
      <dt>{t('federation.words.unit')}</dt>
      <dd>
        <Link to="/units/$id" params={{ id: official.unitId }}>
          {official.unitName}
        </Link>
        {official.aboveName && <span className={look.under}>{official.aboveName}</span>}
      </dd>
      {official.departmentName && (
        <>
          <dt>{t('federation.words.department')}</dt>
          <dd>{official.departmentName}</dd>
        </>
      )}
      <dt>{t('federation.words.employment')}</dt>
      <dd>{wordOf('employments', official.employment)}</dd>
      <dt>{t('federation.words.level')}</dt>
      <dd>{wordOf('levels', official.level)}</dd>
      <dt>{t('federation.words.phone')}</dt>
      <dd>{official.phone ?? none}</dd>
      <dt>{t('federation.words.email')}</dt>
      <dd>{official.email ?? none}</dd>
    </dl>
  )
}

function Bodies({ bodies }: Pick<OfficialView, 'bodies'>) {
  const t = useText()
  return (
    <>
      <Group title={t('federation.officials.bodies')} />
      <ul className="plain">
        {bodies.map((body) => (
          <li key={body.kind}>
            <b>{body.name}</b>
            <span className={look.under}>
              {sayKey(`federation.memberRoles.${body.role}`)}, {dayWords(body.since)} –{' '}
              {body.until ? dayWords(body.until) : t('federation.officials.now')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
