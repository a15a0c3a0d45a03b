import { accountOf } from '../db/federation/account.ts'
import { accountsOf } from '../db/federation/accounts.ts'
import { peopleAtTheDoor } from '../db/federation/at-the-door.ts'
import { federationPerformers } from '../db/federation/deeds.ts'
import { whoAmI } from '../db/federation/me.ts'
import { openMattersOf } from '../db/federation/open-matters.ts'
import { mergerPreviewOf } from '../db/federation/merger-preview.ts'
import { everyOfficialOf, officialsOf } from '../db/federation/officials.ts'
import { officialOf } from '../db/federation/official.ts'
import { sessionsOfMine } from '../db/federation/own-account-deeds.ts'
import { setUpOf } from '../db/federation/set-up.ts'
import { unitOf } from '../db/federation/unit.ts'
import { branchOf, everyUnitOf, unitsOf } from '../db/federation/units.ts'
import { federationDeeds as deeds } from '../domain/federation/deeds.ts'
import { federationRoutes as routes } from '../domain/federation/federation.contract.ts'
import { unitListHeads } from '../domain/federation/unit-list.ts'
import type { Caller, Deed } from '../domain/grammar/deed.ts'
import { verdictOn } from '../domain/grammar/deed.ts'
import { mountExport } from './export.ts'
import { accountsSheet, officialsSheet, unitListSheet, unitsSheet } from './federation-sheets.ts'
import { mountFoundation } from './first-administrator.ts'
import { mountDeed, type Mounting, mountOpenReading, mountReading, type SetApart } from './mount.ts'
import { givenPassword } from './passwords.ts'
import { ownPassword } from './own-password.ts'
import { readUnitSheet } from './unit-sheet.ts'

export function mountFederation(mounting: Mounting): void {
  mountOpenReading(mounting, routes.demoPersons, (db) => peopleAtTheDoor(db))
  mountReading(mounting, routes.me, (entered) => whoAmI(entered))
  mountReading(mounting, routes.mySessions, ({ tx }, _, { sessionId }) =>
    sessionsOfMine(tx, sessionId),
  )
  mountOfficials(mounting)
  mountUnits(mounting)
  mountAdministration(mounting)
  mountFoundation(mounting)
  for (const performer of federationPerformers)
    mountDeed(mounting, performer, setsApart.get(performer.route.deed.name))
}

function may(caller: Caller, deed: Deed): boolean {
  return verdictOn(deed, caller, {}).allowed
}

function mountOfficials(mounting: Mounting): void {
  mountReading(mounting, routes.officials, async (entered, { query }) => ({
    ...(await officialsOf(entered, query)),
    mayAdd: may(entered.caller, deeds.officialAdded),
  }))
  mountExport(mounting, routes.officials, async (entered, { query }, language) =>
    officialsSheet(everyOfficialOf(entered, query), language),
  )
  mountReading(mounting, routes.official, (entered, { params }) =>
    officialOf(entered, params.officialId),
  )
}

function mountUnits(mounting: Mounting): void {
  mountReading(mounting, routes.units, async (entered, { query }) => ({
    ...(await unitsOf(entered, query)),
    mayAdd: may(entered.caller, deeds.unitAdded),
  }))
  mountExport(mounting, routes.units, async (entered, { query }, language) =>
    unitsSheet(everyUnitOf(entered, query), language),
  )
  mountReading(mounting, routes.branch, (entered, { query }) => branchOf(entered, query))
  mountReading(mounting, routes.unit, (entered, { params }) => unitOf(entered, params.unitId))
  mountReading(mounting, routes.openMatters, async ({ tx }, { params }) => ({
    open: (await openMattersOf(tx, params.unitId)).map(({ code, params: names = {} }) => ({
      code,
      params: { ...names },
    })),
  }))
  mountReading(mounting, routes.mergerPreview, ({ tx }, { params, query }) =>
    mergerPreviewOf(tx, { ...params, ...query }),
  )
}

function mountAdministration(mounting: Mounting): void {
  mountReading(mounting, routes.accounts, ({ tx }) => accountsOf(tx))
  mountExport(mounting, routes.accounts, async ({ tx }, _, language) =>
    accountsSheet((await accountsOf(tx)).accounts, language),
  )
  mountReading(mounting, routes.account, (entered, { params }) =>
    accountOf(entered, params.accountId),
  )
  mountReading(mounting, routes.setUp, (entered) => setUpOf(entered))
  mountReading(mounting, routes.unitListTemplate, () =>
    Promise.resolve({ columns: [...unitListHeads] }),
  )
  mountExport(mounting, routes.unitListTemplate, (_, __, language) =>
    Promise.resolve(unitListSheet(language)),
  )
}

const setsApart: ReadonlyMap<string, SetApart> = new Map([
  [deeds.accountCreated.name, givenPassword('firstPassword')],
  [deeds.passwordReset.name, givenPassword('temporaryPassword')],
  [deeds.passwordChanged.name, ownPassword],
  [deeds.unitListChecked.name, readUnitSheet],
  [deeds.unitListTakenIn.name, readUnitSheet],
])
