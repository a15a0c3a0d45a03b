import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { ownPasswordForm, type SessionView } from '../../domain/federation/own-account.contract.ts'
import { useMe } from '../app/me.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { PasswordField } from '../kit/form/PasswordField.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { toast } from '../kit/toast.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { browserName } from './browser-name.ts'
import { instantWords, wordOf } from './words.ts'

/** One's own password, and the machines on which one is signed in. */
export function MyAccountPage() {
  const t = useText()
  const me = useMe()
  return (
    <>
      <PageHead
        title={t('federation.mine.title')}
        lead={`${me.fullName}, ${wordOf('positions', me.position)}, ${me.unitName}`}
      />
      <Group title={t('federation.mine.password')} first />
      <ChangePassword />
      <Group title={t('federation.mine.sessions')} />
      <Sessions />
    </>
  )
}

function ChangePassword() {
  const t = useText()
  const change = useDeed(routes.changePassword, {
    onDone: ({ otherSessionsEnded }) =>
      toast(t('federation.mine.changed', { number: otherSessionsEnded })),
  })
  return (
    <Form
      key={change.done ? 'again' : 'first'}
      schema={ownPasswordForm}
      defaultValues={{ currentPassword: '', newPassword: '' }}
      onSubmit={(body) => change.send({ body })}
      problem={change.problem}
      label={t('federation.mine.password')}
      className={look.narrow ?? ''}
    >
      <PasswordField
        name="currentPassword"
        label={t('federation.mine.current')}
        autoComplete="current-password"
      />
      <PasswordField
        name="newPassword"
        label={t('federation.mine.fresh')}
        hint={t('federation.mine.passwordHint')}
        autoComplete="new-password"
      />
      <SubmitButton>{t('federation.mine.password')}</SubmitButton>
    </Form>
  )
}

function Sessions() {
  const t = useText()
  const reading = useReading(routes.mySessions, {})
  const end = useDeed(routes.endSession, { onDone: () => toast(t('federation.mine.ended')) })
  const endAll = useDeed(routes.endSessions, { onDone: () => location.assign('/sign-in') })
  return (
    <>
      <ProblemNote problem={end.problem ?? endAll.problem} />
      <Shown reading={reading}>
        {({ sessions }) => (
          <DataTable<SessionView>
            label={t('federation.mine.sessions')}
            rows={sessions}
            rowKey={({ sessionId }) => sessionId}
            columns={columnsOf(t, (sessionId) => void end.send({ params: { sessionId } }))}
          />
        )}
      </Shown>
      <p className={look.below}>
        <Button kind="warn" sending={endAll.sending} onClick={() => void endAll.send({})}>
          {t('federation.mine.everywhere')}
        </Button>
      </p>
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>, end: (sessionId: string) => void) {
  const named = ({ browser }: SessionView) =>
    browserName(browser) ?? t('federation.mine.unknownBrowser')
  return [
    col<SessionView>({
      id: 'browser',
      head: t('federation.mine.browser'),
      rowHead: true,
      cell: (session) => (
        <>
          {named(session)}{' '}
          {session.isThisOne && <StateWord tone="now">{t('federation.mine.thisOne')}</StateWord>}
        </>
      ),
    }),
    col<SessionView>({
      id: 'address',
      head: t('federation.mine.address'),
      cell: ({ address }) => address,
    }),
    col<SessionView>({
      id: 'since',
      head: t('federation.mine.since'),
      cell: ({ since }) => instantWords(since),
    }),
    col<SessionView>({
      id: 'seen',
      head: t('federation.mine.lastSeen'),
      cell: ({ lastSeenAt }) => instantWords(lastSeenAt),
    }),
    col<SessionView>({
      id: 'end',
      head: t('federation.mine.end'),
      cell: (session) =>
        !session.isThisOne && (
          <Button
            kind="text"
            aria-label={t('federation.mine.endOne', { browser: named(session) })}
            onClick={() => end(session.sessionId)}
          >
            {t('federation.mine.end')}
          </Button>
        ),
    }),
  ]
}
