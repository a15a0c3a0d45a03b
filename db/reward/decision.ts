import { day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { nextWorkingDay } from '../../domain/grammar/working-days.ts'
import { symbolOf } from '../../domain/papers/symbol.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tellHolders } from '../outbox.ts'
import { numberOf } from '../papers/paper-row.ts'
import { takeNumber } from '../papers/take-number.ts'
import { performs } from '../performer.ts'
import { signerOf } from '../signer.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { changeFile, contentOf, type FileRow, filesOf } from './files.ts'
import { linkTo, objectOf, processOfRound, roundForChange, type RoundRow } from './round-row.ts'

const docType = 'QĐ'

/** What is signed are the very files that were voted on, hashed anew. */
export const signDecision = performs(
  routes.signDecision,
  async ({ tx, caller, at }, { params, body }) => {
    const round = await roundForChange(tx, params.commendationId)
    const as = mustAllow(deeds.signed, caller, { state: round.state })
    const { sha256 } = contentOf(await votedFiles(tx, round.id))
    if (sha256 !== round.contentSha256 || sha256 !== body.contentSha256)
      throw new Refusal('reward.other-files-read', 'stale')
    const signer = await signerOf(tx, caller)
    await tx
      .updateTable('commendation')
      .set((row) => ({
        state: 'SIGNED',
        signerId: caller.officialId,
        ...signer,
        signedAt: at,
        revision: row('revision', '+', 1),
      }))
      .where('id', '=', round.id)
      .execute()
    await handToClerk(tx, round, { by: caller.officialId, at })
    return {
      reply: { commendationId: round.id, state: 'SIGNED' as const },
      as,
      object: objectOf(round),
      facts: { title: round.title, signer: signer.signerName },
      content: { contentSha256: sha256 },
      process: { state: 'SIGNED', id: round.id },
    }
  },
  processOfRound,
)

/** Every file the council had before it, passed or not: what its ballots were cast on. */
async function votedFiles(tx: Tx, commendationId: string): Promise<FileRow[]> {
  const files = await filesOf(tx, commendationId)
  return files.filter(({ check }) => check?.outcome === 'PASSED')
}

async function handToClerk(tx: Tx, round: RoundRow, { by, at }: { by: string; at: string }) {
  const { id, federationId, cycleId, unitId, title } = round
  await finishTasks(tx, { kinds: ['reward.sign'], objectId: id, by })
  const dueOn = nextWorkingDay(dayOfInstant(at), await holidaysOf(tx))
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'reward.number',
      objectType: 'commendation',
      objectId: id,
      role: 'recordsClerk',
      unitId,
      params: { title },
      link: linkTo(round),
      dueAt: instantAt(dueOn, '17:00'),
    },
  ])
}

/** The next number of the decisions; with it the awards get theirs, and everybody may see them. */
export const numberDecision = performs(
  routes.numberDecision,
  async ({ tx, caller, at }, { params, body }) => {
    const round = await roundForChange(tx, params.commendationId)
    const as = mustAllow(deeds.numbered, caller, { state: round.state })
    const today = dayOfInstant(at)
    const issuedOn = body.issuedOn ? day(body.issuedOn) : today
    const files = (await filesOf(tx, round.id)).filter(({ state }) => state === 'COUNCIL_VOTED')
    const paper = await enterPaper(tx, round, { issuedOn, today, at, by: caller.officialId, files })
    await giveAwards(tx, files)
    await tx
      .updateTable('commendation')
      .set((row) => ({ state: 'DECIDED', revision: row('revision', '+', 1) }))
      .where('id', '=', round.id)
      .execute()
    await tellOfDecision(tx, round, { ...paper, files, by: caller.officialId })
    const { paperId, number } = paper
    return {
      reply: { paperId, number, issuedOn },
      as,
      object: objectOf(round),
      facts: { number, issuedOn, title: round.title, awards: files.length },
      content: { number, issuedOn, contentSha256: round.contentSha256 },
      process: { state: 'DECIDED', id: round.id },
    }
  },
  processOfRound,
)

type Entering = {
  issuedOn: ReturnType<typeof day>
  today: ReturnType<typeof day>
  at: string
  by: string
  files: readonly FileRow[]
}

async function enterPaper(tx: Tx, round: RoundRow, { issuedOn, today, at, by, files }: Entering) {
  const { federationId, signedAt, signerName, signerPosition } = round
  if (!signedAt || !signerName) throw new Refusal('papers.not-signed', 'wrong-state')
  const { symbol: issuingBody } = await tx
    .selectFrom('federation')
    .select('symbol')
    .where('id', '=', federationId)
    .executeTakeFirstOrThrow()
  const signedOn = dayOfInstant(signedAt)
  const series = { federationId, issuingBody, docType, issuedOn, signedOn, today } as const
  const taken = await takeNumber(tx, series)
  const symbol = symbolOf(docType, issuingBody)
  const { id: paperId } = await tx
    .insertInto('paper')
    .values({
      federationId,
      issuingBody,
      docType,
      ...taken,
      symbol,
      abstract: round.title,
      signer: signerName,
      signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
      recipients: [...new Set(files.map(({ unitName }) => unitName))],
      issuedOn,
      state: 'ISSUED',
      issuedAt: at,
      cycleId: round.cycleId,
      commendationId: round.id,
      printLink: `/print/commendations/${round.id}`,
      content: JSON.stringify({
        awards: contentOf(files).content,
        signer: { name: signerName, position: signerPosition },
      }),
      contentSha256: round.contentSha256,
      numberedBy: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { paperId, number: numberOf({ number: taken.number, symbol }) }
}

/** Awards are numbered in the order of their files. */
async function giveAwards(tx: Tx, files: readonly FileRow[]): Promise<void> {
  for (const [index, { id }] of files.entries())
    await changeFile(tx, id, { state: 'DECIDED', awardNumber: index + 1 })
}

type Told = { paperId: string; number: string; files: readonly FileRow[]; by: string }

async function tellOfDecision(tx: Tx, round: RoundRow, { number, files, by }: Told) {
  const { id, federationId, cycleId, unitId, title } = round
  await finishTasks(tx, { kinds: ['reward.number'], objectId: id, by })
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'reward.handOver',
      objectType: 'commendation',
      objectId: id,
      role: 'councilSecretary',
      unitId,
      params: { title, number },
      link: linkTo(round),
    },
  ])
  await tellHolders(
    tx,
    federationId,
    { roles: ['unitHead', 'unitDrafter'], unitIds: files.map((file) => file.unitId) },
    {
      eventKey: `commendation/${id}/decided`,
      textKey: 'reward.letters.decided',
      params: { title, number },
      link: linkTo(round),
    },
  )
}
