import { type Request, type Response, Router } from 'express'
import type { Db } from '../db/database.ts'
import { asPerson, type Entered } from '../db/context.ts'
import { perform, performQuietly } from '../db/perform.ts'
import type { Apart, DeedInput, Performer } from '../db/performer.ts'
import type { Grant } from '../domain/grammar/deed.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Doing, InputOf, Reading, ReplyOf } from '../domain/grammar/route.ts'
import type { Crowd } from './crowd.ts'
import { EdgeRefusal } from './errors.ts'
import { parseInput } from './input.ts'
import type { RunningCycle } from './running-cycle.ts'
import { mustBeFresh, mustHaveOwnPassword, type Session, sessionOf } from './session.ts'

/** `accountsDb` reaches the account library's tables and nothing else. */
export type House = { db: Db; accountsDb: Db; running: RunningCycle; crowd: Crowd }

export type Mounting = { house: House; router: Router; mounted: (Reading | Doing)[] }

export function openMounting(house: House): Mounting {
  return { house, router: Router(), mounted: [] }
}

/** A reading: the handler is written where it is mounted, so that its types come from the contract. */
export function mountReading<R extends Reading>(
  { house, router, mounted }: Mounting,
  route: R,
  read: (entered: Entered, input: InputOf<R>, session: Session) => Promise<ReplyOf<R>>,
): void {
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    res.json(await readFor(house, route, { req, res }, read))
  })
}

/** What somebody reads, whatever it is sent as: asked by the same gate, in a transaction of its own. */
export function readFor<R extends Reading, T>(
  house: House,
  route: R,
  { req, res }: { req: Request; res: Response },
  read: (entered: Entered, input: InputOf<R>, session: Session) => Promise<T>,
): Promise<T> {
  const session = sessionOf(res)
  mustHaveOwnPassword(route, session)
  const input = parseInput(route, req) as InputOf<R> // parsed by this route's own schemas
  return house.crowd.inside(() =>
    asPerson(house.db, session.accountId, (entered) => {
      mustReach(route, entered.caller.grants)
      return read(entered, input, session)
    }),
  )
}

/** A reading for everybody, before anyone is known: it must show nothing of anybody. */
export function mountOpenReading<R extends Reading>(
  { house, router, mounted }: Mounting,
  route: R & { by: 'anyone' },
  read: (db: Db, input: InputOf<R>) => Promise<ReplyOf<R>>,
): void {
  mounted.push(route)
  router.get(route.path, async (req, res) => {
    res.json(await read(house.db, parseInput(route, req) as InputOf<R>)) // parsed by its own schemas
  })
}

/** Takes out of an input what no row may keep, before the command is laid down. */
export type SetApart = (
  input: DeedInput,
  asked: { house: House; key: string; session: Session },
) => Promise<{ input: DeedInput; apart: Apart }>

/** A deed: its hands are in db, so that the API and the processes do it in the same way. */
export function mountDeed(
  { house, router, mounted }: Mounting,
  performer: Performer,
  setApart?: SetApart,
): void {
  const { route } = performer
  mounted.push(route)
  router[route.method](route.path, async (req: Request, res: Response) => {
    const session = sessionOf(res)
    mustHaveOwnPassword(route, session)
    const input: DeedInput = {
      ...parseInput(route, req),
      revision: revisionOf(route, req),
    } as DeedInput
    const key = keyOf(req)
    if (route.deed.stepUp) mustBeFresh(session)
    const { accountId, sessionId } = session
    if (setApart) await mustHoldRoleOf(house, route, accountId)
    const laid = await setApart?.(input, { house, key, session })
    const apart = { sessionId, ...laid?.apart }
    const trace = String(res.locals.trace)
    const command = { key, accountId, trace, input: laid?.input ?? input, apart }
    res.json(await house.crowd.inside(() => doIt(house, performer, command)))
  })
}

function doIt(house: House, performer: Performer, command: Parameters<typeof perform>[2]) {
  if (performer.route.quiet) return performQuietly(house.db, performer, command)
  if (performer.route.moves) return house.running.move(performer, command)
  return perform(house.db, performer, command)
}

/** A reading says who may look; the fence says over what. */
function mustReach(route: Reading, grants: readonly Grant[]): void {
  if (route.by === 'signedIn' || route.by === 'anyone') return
  const holds = grants.some(
    (grant) => route.by.includes(grant.role) && (route.over !== 'federation' || grant.ofFederation),
  )
  if (!holds) throw new Refusal('grammar.not-your-role', 'not-allowed')
}

/** Hashing and reading a workbook cost: nobody has them done without a role that may do the deed. */
function mustHoldRoleOf({ db }: House, { deed, ownAccount }: Doing, accountId: string) {
  return asPerson(db, accountId, async ({ caller }) => {
    if (!ownAccount && !caller.grants.some(({ role }) => deed.by.includes(role)))
      throw new Refusal('grammar.not-your-role', 'not-allowed', { params: { deed: deed.name } })
  })
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function keyOf(req: Request): string {
  const key = req.get('idempotency-key')
  if (!key || !uuid.test(key)) throw new EdgeRefusal('grammar.idempotency-key-required', 400)
  return key.toLowerCase()
}

function revisionOf(route: Doing, req: Request): number {
  if (!route.revision) return 0
  const written = /^"(\d{1,9})"$/.exec(req.get('if-match') ?? '')
  if (!written) throw new EdgeRefusal('grammar.revision-required', 428)
  return Number(written[1])
}
