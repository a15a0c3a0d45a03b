import { type Request, type Response, Router } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { lookUpCertificate, lookUpPerson } from '../db/classes/look-up.ts'
import type { Db } from '../db/database.ts'
import { federationAtTheDoor } from '../db/federation/at-the-door.ts'
import type { LookUpAnswer } from '../domain/classes/look-up.ts'
import { nfc } from '../domain/grammar/text.ts'
import { verifyPage, type VerifyPage } from './verify-page.ts'

const line = (most: number) =>
  z
    .string()
    .transform((text) =>
      nfc(text)
        .replaceAll(/\p{Cc}|\p{Surrogate}/gu, '')
        .trim(),
    )
    .pipe(z.string().max(most))
    .catch('')

const asked = z.object({
  q: line(60).default(''),
  name: line(80).default(''),
  birthYear: line(4).default(''),
  unit: line(120).default(''),
  lang: z.enum(['vi', 'en']).catch('vi').default('vi'),
})
type Asked = z.output<typeof asked>

const statuses: Partial<Record<LookUpAnswer['kind'], number>> = {
  'not-found': 404,
  unreadable: 404,
  'too-often': 429,
  unavailable: 503,
}

/**
 * The public look-up of certificates: for people without an account, often with an old telephone.
 * Made on the server, without a script; how often one address may ask is counted by the database.
 */
export function verifyRoutes(db: Db, log: Logger): Router {
  const router = Router()
  const answer = async (
    res: Response,
    { lang }: Asked,
    form: VerifyPage['form'],
    look: () => Promise<LookUpAnswer>,
  ) => {
    const found = await look().catch((error: unknown): LookUpAnswer => {
      log.error({ err: error }, 'the public look-up failed')
      return { kind: 'unavailable' }
    })
    const federation = await federationAtTheDoor(db).catch(() => null)
    const page = {
      language: lang,
      nonce: String(res.locals.nonce),
      federation: federation ?? { name: '', helpPhone: null },
      form,
      answer: found,
    }
    if (found.kind === 'too-often') res.set('retry-after', '600')
    res.set('cache-control', 'no-store').status(statuses[found.kind] ?? 200)
    res.type('html').send(verifyPage(page))
  }
  const byPaper = (req: Request, res: Response, typed: string) =>
    answer(res, asked.parse(req.query), { kind: 'paper', typed }, async () =>
      typed === '' ? { kind: 'asked-nothing' } : lookUpCertificate(db, typed, req.ip ?? 'unknown'),
    )

  router.get('/person', (req, res) => {
    const given = asked.parse(req.query)
    const { name, birthYear, unit } = given
    const isWhole = name !== '' && /^\d{4}$/.test(birthYear) && unit.length >= 4
    const person = { name, birthYear: Number(birthYear), unit }
    return answer(res, given, { kind: 'person', name, birthYear, unit }, async () =>
      isWhole ? lookUpPerson(db, person, req.ip ?? 'unknown') : { kind: 'asked-nothing' },
    )
  })
  router.get('/', (req, res) => byPaper(req, res, asked.parse(req.query).q))
  router.get('/:code', (req, res) => byPaper(req, res, line(60).parse(req.params.code)))
  router.all('/{*path}', (_, res) => void res.status(405).set('allow', 'GET').end())
  return router
}
