import { createHash } from 'node:crypto'
import { foundFederation, isLinkKnown, linkRefused } from '../db/federation/found.ts'
import type { FoundingForm } from '../domain/federation/set-up.contract.ts'
import { setUpRoutes } from '../domain/federation/set-up.contract.ts'
import { parseInput } from './input.ts'
import { keyOf, type Mounting } from './mount.ts'
import { hashFor, mustBeGood } from './passwords.ts'

/**
 * The one deed that is done before there is anybody: whoever holds the link that the first start
 * printed makes the federation and its administrator, once.
 */
export function mountFoundation({ house, router, mounted }: Mounting): void {
  const route = setUpRoutes.foundFederation
  mounted.push(route)
  router.post(route.path, async (req, res) => {
    const { body: form } = parseInput(route, req) as { body: FoundingForm } // by its own schema
    const key = keyOf(req)
    const tokenSha256 = createHash('sha256').update(form.token).digest('hex')
    // Nobody without a link makes this machine work for a hash.
    if (!(await isLinkKnown(house.db, tokenSha256))) throw linkRefused()
    const { federation, administrator } = form
    const { name, shortName, place, symbol } = federation
    const context = [name, shortName, place, symbol, administrator.fullName, administrator.username]
    mustBeGood(administrator.password, context, '/administrator/password')
    const passwordHash = await hashFor(administrator.password, key)
    const trace = String(res.locals.trace)
    res.json(await foundFederation(house.db, { form, tokenSha256, passwordHash, key, trace }))
  })
}
