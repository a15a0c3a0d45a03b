import { useState } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { foundingForm } from '../../domain/federation/set-up.contract.ts'
import { signIn } from '../account.ts'
import { useDeed } from '../deed.ts'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { PasswordField } from '../kit/form/PasswordField.tsx'
import { SelectField } from '../kit/form/SelectField.tsx'
import { TextField } from '../kit/form/TextField.tsx'
import { Mark } from '../kit/Mark.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { choicesOf } from './words.ts'
import { YearField } from './YearField.tsx'

/** Opened by the one-time link; its token stands behind the #, so that no server log has it. */
export function FoundingPage() {
  const t = useText()
  const [token] = useState(() => location.hash.slice(1))
  return (
    <main className={look.open} id="noi-dung">
      <div className={look.who}>
        <Mark />
        <b>{t('shell.app')}</b>
      </div>
      <PageHead title={t('federation.setUp.foundTitle')} lead={t('federation.setUp.foundLead')} />
      {token === '' ? (
        <Note tone="act" alert>
          {t('federation.setUp.noToken')}
        </Note>
      ) : (
        <FoundingForm token={token} />
      )}
    </main>
  )
}

const empty = {
  federation: {
    name: '',
    shortName: '',
    place: '',
    superiorName: 'Tổng Liên đoàn Lao động Việt Nam',
    symbol: 'LĐLĐ',
    code: '',
    foundedOn: '',
    helpName: null,
    helpPhone: null,
  },
  administrator: { fullName: '', birthYear: null, username: '', password: '' },
}

function FoundingForm({ token }: { token: string }) {
  const t = useText()
  const found = useDeed(routes.foundFederation)
  return (
    <Form
      schema={foundingForm}
      defaultValues={{ token, ...empty }}
      onSubmit={async (body) => {
        if (!(await found.send({ body }))) return
        const { username, password } = body.administrator
        await signIn(username, password)
        location.assign('/admin/set-up')
      }}
      problem={found.problem}
      label={t('federation.setUp.foundTitle')}
    >
      <fieldset>
        <legend>
          <h2>{t('federation.setUp.federation')}</h2>
        </legend>
        <Federation />
      </fieldset>
      <fieldset>
        <legend>
          <h2>{t('federation.setUp.administrator')}</h2>
        </legend>
        <Administrator />
      </fieldset>
      <SubmitButton big>{t('federation.setUp.found')}</SubmitButton>
    </Form>
  )
}

function Federation() {
  const t = useText()
  return (
    <>
      <TextField name="federation.name" label={t('federation.setUp.federationName')} />
      <div className={look.two}>
        <TextField name="federation.shortName" label={t('federation.setUp.shortName')} />
        <TextField name="federation.place" label={t('federation.setUp.place')} />
        <TextField name="federation.superiorName" label={t('federation.setUp.superiorName')} />
        <TextField
          name="federation.symbol"
          label={t('federation.setUp.symbol')}
          hint={t('federation.setUp.symbolHint')}
        />
        <TextField name="federation.code" label={t('federation.setUp.code')} />
        <DateField name="federation.foundedOn" label={t('federation.setUp.foundedOn')} />
        <TextField
          name="federation.helpName"
          label={t('federation.setUp.helpName')}
          whenEmpty="null"
          optional
        />
        <TextField
          name="federation.helpPhone"
          label={t('federation.setUp.helpPhone')}
          whenEmpty="null"
          optional
        />
      </div>
    </>
  )
}

function Administrator() {
  const t = useText()
  return (
    <>
      <TextField name="administrator.fullName" label={t('federation.setUp.fullName')} />
      <div className={look.two}>
        <SelectField
          name="administrator.sex"
          label={t('federation.words.sex')}
          choices={choicesOf('sexes', ['F', 'M'])}
        />
        <YearField
          name="administrator.birthYear"
          label={t('federation.words.birthYear')}
          optional
        />
        <TextField
          name="administrator.username"
          label={t('federation.accounts.username')}
          hint={t('federation.accounts.usernameHint')}
          autoComplete="username"
        />
        <PasswordField
          name="administrator.password"
          label={t('federation.setUp.password')}
          hint={t('federation.mine.passwordHint')}
          autoComplete="new-password"
        />
      </div>
    </>
  )
}
