import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type DemoPersons, readDemoPersons, signIn } from '../account.ts'
import { BigTypeButton } from '../app/BigTypeButton.tsx'
import { SignInForm } from '../app/SignInForm.tsx'
import { Button } from '../kit/Button.tsx'
import { Mark } from '../kit/Mark.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useTitle } from '../kit/title.ts'
import { queryClient } from '../reading.ts'
import { chooseLanguage, language, useText } from '../text.ts'
import { belongTo } from '../whose-page.ts'
import { DemoSteps } from './DemoSteps.tsx'
import look from './sign-in.module.css'

const nobody: DemoPersons = { persons: [] }

/** The door: a name and a password, and in a trial the persons of the eight steps. */
export function SignInPage() {
  const t = useText()
  useTitle(t('shell.signIn.title'))
  const { data: demo = nobody } = useQuery({ queryKey: ['demo-persons'], queryFn: readDemoPersons })
  const { federation } = demo
  const [problem, setProblem] = useState<Error | null>(null)
  const enter = useEnter()

  return (
    <>
      <a className="skip" href="#noi-dung">
        {t('shell.skip')}
      </a>
      <div className={look.page}>
        <header className={look.door}>
          <div className={look.who}>
            <Mark />
            <p>
              {federation?.name ?? t('shell.signIn.federation')}
              <span>{federation?.place}</span>
            </p>
          </div>
          <h1>{t('shell.signIn.heading')}</h1>
          <div className={look.card}>
            <SignInForm onSignIn={({ username, password }) => enter(username, password)} />
            <Forgotten />
          </div>
          <Help demo={demo} />
        </header>
        <main id="noi-dung" className={look.trial} tabIndex={-1}>
          <div className={look.tools}>
            <BigTypeButton />
            <LanguageLink />
          </div>
          <ProblemNote problem={problem} />
          {demo.persons.length > 0 && (
            <DemoSteps
              persons={demo.persons}
              onChoose={(username) =>
                enter(username, demo.password ?? '').catch((error: Error) => setProblem(error))
              }
            />
          )}
        </main>
      </div>
    </>
  )
}

/** Signs in, forgets what another person had read, and goes where one wanted to go. */
function useEnter() {
  const navigate = useNavigate()
  const { from } = useSearch({ strict: false }) as { from?: string }
  return async (username: string, password: string): Promise<void> => {
    await signIn(username, password)
    queryClient.clear()
    belongTo(null)
    // Only an address of this system: another one could lead people away after signing in.
    const inside = from !== undefined && /^\/(?![/\\])/.test(from)
    await navigate({ href: inside ? from : '/' })
  }
}

function Forgotten() {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="text" className="forgotten" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('shell.signIn.forgotten')}
      </Button>
      {open && <p className="small">{t('shell.signIn.forgottenHelp')}</p>}
    </>
  )
}

function Help({ demo }: { demo: DemoPersons }) {
  const t = useText()
  const { helpName, helpPhone } = demo.federation ?? {}
  if (!helpName || !helpPhone)
    return <p className={`small ${look.help}`}>{t('shell.foot.noHelp')}</p>
  return (
    <p className={`small ${look.help}`}>
      {t('shell.foot.help', { name: helpName })}{' '}
      <a className="nw" href={`tel:${helpPhone.replaceAll(' ', '')}`}>
        {helpPhone}
      </a>
    </p>
  )
}

function LanguageLink() {
  const t = useText()
  const other = language() === 'vi' ? 'en' : 'vi'
  return (
    <button className="tool" type="button" lang={other} onClick={() => void chooseLanguage(other)}>
      {t('shell.header.otherLanguage')}
    </button>
  )
}
