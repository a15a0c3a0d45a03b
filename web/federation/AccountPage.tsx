import { Link, useParams } from '@tanstack/react-router'
import type { AccountDetailView } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { Group, PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AccountDeeds } from './AccountDeeds.tsx'
import look from './federation.module.css'
import { GrantRole } from './GrantRole.tsx'
import { NameSubstitute } from './NameSubstitute.tsx'
import { WithdrawRole } from './WithdrawRole.tsx'
import { dayWords, wordOf } from './words.ts'

/** One account: how it stands, and every role it has or had. */
export function AccountPage() {
  const { id } = useParams({ from: '/shell/admin/accounts/$id' })
  const reading = useReading(routes.account, { params: { accountId: id } })
  return <Shown reading={reading}>{(account) => <Account account={account} />}</Shown>
}

function Account({ account }: { account: AccountDetailView }) {
  const t = useText()
  return (
    <>
      <PageHead
        title={account.fullName}
        lead={`${account.username}. ${wordOf('positions', account.position)}, ${account.unitName}`}
        state={
          account.isSuspended ? (
            <StateWord tone="act">{t('federation.accounts.suspended')}</StateWord>
          ) : (
            <StateWord tone="done">{t('federation.accounts.active')}</StateWord>
          )
        }
        crumbs={[
          {
            label: t('federation.accounts.title'),
            link: <Link to="/admin/accounts">{t('federation.accounts.title')}</Link>,
          },
          { label: account.fullName },
        ]}
        deeds={<AccountDeeds account={account} />}
      />
      {account.mustChangePassword && (
        <p>
          <StateWord tone="soon">{t('federation.accounts.temporary')}</StateWord>
        </p>
      )}
      <Group
        title={t('federation.accounts.history')}
        aside={<GrantRole account={account} />}
        first
      />
      <Grants account={account} />
    </>
  )
}

function Grants({ account }: { account: AccountDetailView }) {
  const t = useText()
  if (account.grants.length === 0) return <p>{t('federation.accounts.noRoles')}</p>
  return (
    <ul className="plain">
      {account.grants.map((grant) => (
        <li key={grant.grantId} className={look.grant}>
          <span>
            <b className={look.post}>{wordOf('roles', grant.role)}</b>
            {grant.substituteFor &&
              ` (${t('federation.accounts.substituteOf', { name: grant.substituteFor })})`}
            <span className={look.under}>
              {grant.departmentName ?? grant.unitName}, {dayWords(grant.since)} –{' '}
              {grant.until ? dayWords(grant.until) : t('federation.officials.now')}
            </span>
          </span>
          {grant.isInForce ? (
            <span className="row">
              {grant.role === 'unitHead' && !grant.substituteFor && (
                <NameSubstitute grantId={grant.grantId} />
              )}
              <WithdrawRole grantId={grant.grantId} role={wordOf('roles', grant.role)} />
            </span>
          ) : (
            <StateWord tone="not">{t('federation.accounts.notInForce')}</StateWord>
          )}
        </li>
      ))}
    </ul>
  )
}
