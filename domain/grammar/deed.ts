import { Refusal } from './refusal.ts'

export const ROLES = [
  'administrator',
  'departmentDrafter',
  'departmentHead',
  'committeeLeader',
  'committeeMember',
  'contentChecker',
  'formChecker',
  'recordsClerk',
  'unitDrafter',
  'unitHead',
  'classOrganiser',
  'lecturer',
  'trainee',
  'inspectionHead',
  'inspector',
  'councilSecretary',
  'councilMember',
] as const
export type Role = (typeof ROLES)[number]

/**
 * Over what a role reaches: the whole federation (its own offices), the unit that holds the
 * grant, that unit and everything below it, or what is assigned to the person by name.
 */
export type Scope = 'federation' | 'ownUnit' | 'subtree' | 'self'

export type Grant = {
  role: Role
  unitId: string
  unitName: string
  unitPath: string
  /** True when the unit is the federation itself: its offices reach the whole tree. */
  ofFederation: boolean
  departmentId: string | null
  /** The head for whom a dated substitute acts ("KT."). */
  substituteFor: string | null
}

/** Who acts. Read anew from the database in every transaction, never from the session alone. */
export type Caller = {
  accountId: string
  officialId: string
  federationId: string
  fullName: string
  grants: readonly Grant[]
}

export type Deed<Name extends string = string, State extends string = string> = {
  /** Past tense, as the register writes it: `answer.signed`. */
  name: Name
  by: readonly Role[]
  over: Scope
  /** The states of the object in which it may be done; null where the object has none. */
  in: readonly State[] | null
  /** Asks for the password again when the last proof is older than ten minutes. */
  stepUp?: true
}

export function deed<const Name extends string, const State extends string>(
  entry: Deed<Name, State>,
): Deed<Name, State> {
  return entry
}

/** What a right is judged on: where the object belongs and how it stands. */
export type Subject = {
  unitId?: string | null
  unitPath?: string | null
  officialId?: string | null
  state?: string | null
}

export type Verdict =
  | { allowed: true; as: Grant }
  | {
      allowed: false
      code: 'grammar.not-your-role' | 'grammar.wrong-state'
      kind: 'not-allowed' | 'wrong-state'
    }

/** The rule of "who may do what": role × deed × state × scope. */
export function verdictOn(entry: Deed, caller: Caller, subject: Subject): Verdict {
  const grant = caller.grants.find(
    (g) => entry.by.includes(g.role) && reaches(g, entry.over, caller, subject),
  )
  if (!grant)
    return {
      allowed: false,
      code: 'grammar.not-your-role',
      kind: 'not-allowed',
    }
  if (entry.in && !entry.in.includes(subject.state ?? ''))
    return { allowed: false, code: 'grammar.wrong-state', kind: 'wrong-state' }
  return { allowed: true, as: grant }
}

/** Throws the refusal where `verdictOn` says no. */
export function mustAllow(entry: Deed, caller: Caller, subject: Subject): Grant {
  const verdict = verdictOn(entry, caller, subject)
  if (verdict.allowed) return verdict.as
  throw new Refusal(verdict.code, verdict.kind, {
    params: { deed: entry.name, state: subject.state ?? '' },
  })
}

export type AllowedAction = {
  deed: string
  allowed: boolean
  because: string | null
  stepUp: boolean
}

/** What a view tells the screen: each deed of the object, possible or not, and why not. */
export function allowedActions(
  deeds: readonly Deed[],
  caller: Caller,
  subject: Subject,
): AllowedAction[] {
  return deeds.map((entry) => {
    const verdict = verdictOn(entry, caller, subject)
    return {
      deed: entry.name,
      allowed: verdict.allowed,
      because: verdict.allowed ? null : verdict.code,
      stepUp: entry.stepUp === true,
    }
  })
}

function reaches(grant: Grant, over: Scope, caller: Caller, subject: Subject): boolean {
  switch (over) {
    case 'federation':
      return grant.ofFederation
    case 'ownUnit':
      return subject.unitId === grant.unitId
    case 'subtree':
      return isBelow(subject.unitPath ?? null, grant.unitPath)
    case 'self':
      return subject.officialId === caller.officialId
  }
}

function isBelow(path: string | null, top: string): boolean {
  return path !== null && (path === top || path.startsWith(`${top}.`))
}
