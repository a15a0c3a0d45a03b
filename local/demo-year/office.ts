import { createHash } from 'node:crypto'
import { demoPassword } from '../../db/demo/password.ts'
import type { AccountView } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import type { GivenOf, ReplyOf, Route } from '../../domain/grammar/route.ts'
import { type Person, signIn } from '../signed-in.ts'

/** Somebody of the demo federation doing deeds by name; what was done before is done only once. */
export type DemoOfficial = {
  does<R extends Route>(
    deed: string,
    route: R,
    given: Partial<GivenOf<R>>,
    revision?: number,
  ): Promise<ReplyOf<R>>
  reads<R extends Route>(route: R, given: Partial<GivenOf<R>>): Promise<ReplyOf<R>>
}

export type Office = {
  /** Signs somebody in by user name, once. */
  person(username: string): Promise<DemoOfficial>
  /** The holder of a role in a unit, found among the accounts. */
  holder(role: string, unitCode: string): Promise<DemoOfficial>
}

export async function openOffice(address: string, administrator: string): Promise<Office> {
  const signedIn = new Map<string, Promise<DemoOfficial>>()
  const person = (username: string) => {
    const known = signedIn.get(username)
    if (known) return known
    const coming = signIn(address, { username, password: demoPassword }).then((somebody) =>
      officialOf(somebody, username),
    )
    signedIn.set(username, coming)
    return coming
  }
  const accounts = await accountsSeenBy(await person(administrator))
  return {
    person,
    holder(role, unitCode) {
      const found = accounts.find(
        (account) => account.unitCode === unitCode && account.roles.includes(role),
      )
      if (!found) throw new Error(`${unitCode} has no ${role}`)
      return person(found.username)
    },
  }
}

async function accountsSeenBy(administrator: DemoOfficial): Promise<AccountView[]> {
  return (await administrator.reads(federationRoutes.accounts, {})).accounts
}

function officialOf(person: Person, username: string): DemoOfficial {
  return {
    async does(deed, route, given, revision) {
      const key = keyOf(`${username}/${deed}`)
      const sending = { key, ...(revision !== undefined && { revision }) }
      return answered(deed, () => person.call(route, given, sending))
    },
    reads: (route, given) => answered(route.path, () => person.call(route, given)),
  }
}

type Call<T> = () => Promise<{ status: number; body: T; problem: { code: string } }>

/** The process behind a deed may still be starting: 503 means "again, with the same key". */
async function answered<T>(what: string, call: Call<T>, triesLeft = 40): Promise<T> {
  const { status, body, problem } = await call()
  if (status === 200) return body
  if (status !== 503 || triesLeft === 0)
    throw new Error(`${what}: ${status} ${problem.code} ${JSON.stringify(body)}`)
  await new Promise((resolve) => setTimeout(resolve, 250))
  return answered(what, call, triesLeft - 1)
}

/** The same deed of the demo has the same key at every start. */
function keyOf(deed: string): string {
  const hex = createHash('sha256').update(`demo-year/${deed}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
