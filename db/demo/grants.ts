import type { Role } from '../../domain/grammar/deed.ts'
import { emulationCouncil, standingCommittee } from './bodies.ts'
import type { FullTime } from './full-time-officials.ts'
import { inspectorNames, officePeople } from './office-people.ts'
import { randomFor } from './random.ts'
import type { DemoAccount, OfficialRow, RoleGrantRow } from './rows.ts'
import type { Tree } from './tree.ts'
import { upperUnits } from './upper-units.ts'
import { usernameGiver } from './usernames.ts'

type Grant = { official: OfficialRow; role: Role; unitId: string; departmentId: string | null }

/** Those above the grassroots, and the one trainee who signs in. */
type WithAccounts = FullTime & { trainee: OfficialRow }

/** Who may do what on the first day: the offices, the committee, two keys in each of the 43. */
function grantsOf(tree: Tree, people: WithAccounts): Grant[] {
  const offices = officePeople.flatMap(({ fullName, roles = [] }) => {
    const official = people.offices.get(fullName)
    if (!official) throw new Error(`${fullName} has no seat`)
    return roles.map((role) => grant(official, role, tree.root.id, official.department_id))
  })
  const committee = standingCommittee(people).flatMap(([official]) =>
    official && !people.offices.has(official.full_name)
      ? [grant(official, 'committeeMember', tree.root.id)]
      : [],
  )
  const council = emulationCouncil(people).flatMap(([official]) =>
    official && !people.offices.has(official.full_name)
      ? [grant(official, 'councilMember', tree.root.id)]
      : [],
  )
  const lecturer = people.school.slice(0, 1).map((each) => grant(each, 'lecturer', tree.school.id))
  const inspectors = people.restOfOffices
    .slice(0, inspectorNames.length)
    .map((each) => grant(each, 'inspector', tree.root.id))
  const trainee = grant(people.trainee, 'trainee', people.trainee.unit_id)
  return [
    ...offices,
    ...unitKeys(people),
    ...committee,
    ...council,
    ...lecturer,
    ...inspectors,
    trainee,
  ]
}

function grant(
  official: OfficialRow,
  role: Role,
  unitId: string,
  departmentId: string | null = null,
): Grant {
  return { official, role, unitId, departmentId }
}

/** Bến Trúc first: its two are named in README and must not carry a number in their user names. */
function unitKeys({ drafters, presidents }: FullTime): Grant[] {
  const namedFirst = [...upperUnits].sort((a, b) => Number(!!b.contact) - Number(!!a.contact))
  return namedFirst.flatMap(({ number, name, contact }) => {
    const [drafter, head] = [drafters.get(number), presidents.get(number)]
    if (!drafter || !head) throw new Error(`${name} lacks a key-holder`)
    const keys = [
      grant(drafter, 'unitDrafter', drafter.unit_id),
      grant(head, 'unitHead', head.unit_id),
    ]
    // The one that is named in README also runs classes of its own.
    return contact ? [...keys, grant(drafter, 'classOrganiser', drafter.unit_id)] : keys
  })
}

export function generateGrants(seed: number, since: string, tree: Tree, people: WithAccounts) {
  const random = randomFor(seed, 'grants')
  const giveUsername = usernameGiver()
  const accounts = new Map<string, DemoAccount>()
  const grants = grantsOf(tree, people).map(
    ({ official, role, unitId, departmentId }): RoleGrantRow => {
      if (!accounts.has(official.id))
        accounts.set(official.id, {
          userId: random.uuid(),
          credentialId: random.uuid(),
          officialId: official.id,
          username: giveUsername(official.full_name),
          fullName: official.full_name,
        })
      return {
        id: random.uuid(),
        federation_id: tree.federation.id,
        official_id: official.id,
        role,
        unit_id: unitId,
        department_id: departmentId,
        since,
        until: null,
        substitute_for: null,
      }
    },
  )
  return { grants, accounts: [...accounts.values()] }
}
