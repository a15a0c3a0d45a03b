import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { SetUpView } from '../../domain/federation/set-up.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useMe } from '../app/me.ts'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { sayKey, useText } from '../text.ts'
import { AddDepartment } from './AddDepartment.tsx'
import { AddOfficial } from './AddOfficial.tsx'
import { AddUnit } from './AddUnit.tsx'
import look from './federation.module.css'
import { SeatMember } from './SeatMember.tsx'
import { UnitListUpload } from './UnitListUpload.tsx'
import { wordOf } from './words.ts'

/** Everything a federation needs before its first year, in the order in which it is entered. */
export function SetUpPage() {
  const t = useText()
  const reading = useReading(routes.setUp, {})
  return (
    <>
      <PageHead title={t('federation.setUp.guideTitle')} lead={t('federation.setUp.guideLead')} />
      <Shown reading={reading}>
        {(setUp) => (
          <ol className={look.steps}>
            <Units setUp={setUp} />
            <Departments setUp={setUp} />
            <Officials setUp={setUp} />
            <Accounts setUp={setUp} />
            <Committee setUp={setUp} />
            <Holidays setUp={setUp} />
          </ol>
        )}
      </Shown>
    </>
  )
}

type Of = { setUp: SetUpView }

function Step(props: { title: string; done: boolean; children: ReactNode }) {
  const t = useText()
  return (
    <li>
      <div className="titleline">
        <h2>{props.title}</h2>
        {props.done ? (
          <StateWord tone="done">{t('federation.setUp.done')}</StateWord>
        ) : (
          <StateWord tone="soon">{t('federation.setUp.missing')}</StateWord>
        )}
      </div>
      {props.children}
    </li>
  )
}

function Units({ setUp: { units, topUnitId } }: Of) {
  const t = useText()
  const me = useMe()
  return (
    <Step title={t('federation.setUp.stepUnits')} done={units > 0}>
      <p>{t('federation.setUp.stepUnitsDone', { number: writeNumber(units) })}</p>
      <AddUnit above={{ id: topUnitId, name: me.federation.name, note: '' }} stay />
      <UnitListUpload />
    </Step>
  )
}

function Departments({ setUp: { departments } }: Of) {
  const t = useText()
  return (
    <Step title={t('federation.setUp.stepDepartments')} done={departments.length > 0}>
      <ul>
        {departments.map(({ departmentId, name }) => (
          <li key={departmentId}>{name}</li>
        ))}
      </ul>
      <AddDepartment />
    </Step>
  )
}

function Officials({ setUp: { officials, departments, topUnitId } }: Of) {
  const t = useText()
  const me = useMe()
  return (
    <Step title={t('federation.setUp.stepOfficials')} done={officials > 1}>
      <p>{t('federation.officials.people', { number: writeNumber(officials) })}</p>
      <AddOfficial
        departments={departments}
        unit={{ id: topUnitId, name: me.federation.name, note: '' }}
        stay
      />
    </Step>
  )
}

function Accounts({ setUp: { accounts, rolesMissing } }: Of) {
  const t = useText()
  const roles = rolesMissing.map((role) => wordOf('roles', role)).join(', ')
  return (
    <Step title={t('federation.setUp.stepAccounts')} done={rolesMissing.length === 0}>
      <p>
        {t('federation.setUp.stepAccountsDone', { number: writeNumber(accounts) })}
        {'. '}
        {roles && t('federation.setUp.rolesMissing', { roles })}
      </p>
      <Link className="btn" to="/admin/accounts">
        {t('federation.accounts.title')}
      </Link>
    </Step>
  )
}

function Committee({ setUp: { members } }: Of) {
  const t = useText()
  return (
    <Step
      title={t('federation.setUp.stepCommittee')}
      done={members.some(({ role }) => role === 'CHAIR')}
    >
      <p>{t('federation.setUp.members', { number: members.length })}</p>
      <ul>
        {members.map(({ officialId, fullName, role }) => (
          <li key={officialId}>
            {fullName}, {sayKey(`federation.memberRoles.${role}`)}
          </li>
        ))}
      </ul>
      <SeatMember />
    </Step>
  )
}

function Holidays({ setUp: { holidayYears } }: Of) {
  const t = useText()
  return (
    <Step title={t('federation.setUp.stepHolidays')} done={holidayYears.length > 0}>
      <p>{t('federation.setUp.holidays', { years: holidayYears.join(', ') })}</p>
      <Link className="btn" to="/admin/holidays">
        {t('federation.setUp.seeHolidays')}
      </Link>
    </Step>
  )
}
