import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { sealNext } from '../../db/seal.ts'
import { verifyRegister } from '../../local/register-verify.ts'
import { writeHead } from '../../worker/register-head.ts'
import { type Break, broken } from './broken.ts'
import { handsOf } from './build.ts'
import { type Ground, openGround } from './round-ground.ts'
import { Life } from './round-life.ts'
import { lives } from './round-lives.ts'
import { type Step, steps } from './round-steps.ts'
import { patienceMs } from '../setup/patient-database.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground?.close())

type Live = (taken: readonly Step[]) => Promise<Life>

async function withHands<T>(
  breaks: readonly Break[],
  work: (live: Live) => Promise<T>,
): Promise<T> {
  const hands = await handsOf(breaks)
  const { appUrl } = ground.desk.database
  const db = hands.openDatabase(appUrl, { patienceMs, role: 'training_api', poolSize: 4 })
  const live: Live = async (taken) => {
    const life = new Life(hands, db, ground)
    await life.begin()
    for (const step of taken) await life.take(step)
    await life.mustBeWhole()
    return life
  }
  try {
    return await work(live)
  } finally {
    await db.destroy()
  }
}

/** What the last life has entered, sealed and looked through by the office's own verifier. */
async function faultsInRegister(): Promise<unknown> {
  const { appUrl, ownerUrl } = ground.desk.database
  const folder = mkdtempSync(join(tmpdir(), 'register-'))
  const sealer = openDatabase(appUrl, { role: 'training_sealer', poolSize: 1 })
  try {
    while ((await sealNext(sealer)).count > 0);
    await writeHead(sealer, ground.system.federationId, folder)
    return await verifyRegister(ownerUrl, join(folder, 'register'))
  } finally {
    await sealer.destroy()
    rmSync(folder, { recursive: true })
  }
}

test('a round does what its model does, whatever is tried in whatever order, forty lives', async () => {
  const examples = Object.values(lives).map((life): [Step[]] => [life])
  const done = new Set<string>()
  await withHands([], (live) =>
    fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        for (const { sent } of (await live(taken)).acked) done.add(sent.name)
      }),
      { numRuns: 40, endOnFailure: true, examples },
    ),
  )
  expect(await faultsInRegister()).toEqual([])
  // every deed came about in some life, or nothing was shown of it
  expect(done.size).toBe(29)
})

test.each([
  ['nobody looks at the clock', broken.clockIgnored, lives.moreTime, '"clock":"over"'],
  ['one key is enough', broken.oneKey, lives.keysChangeHands, '"by":"head"'],
  ['a revision is not looked at', broken.revisionIgnored, lives.keysChangeHands, '"isOld":true'],
  ['a key is not known again', broken.noKey, lives.askedOnceMore, 'grammar.wrong-state'],
  ['units are asked at will', broken.askedAnyTimes, lives.askedOnceMore, '"kind":"reopen"'],
  ['nobody waits for the moment', broken.openedAtOnce, lives.planned, '"kind":"plan"'],
  ['what was said counts for ever', broken.spokenForEver, lives.askedOnceMore, '"kind":"spoken"'],
  ['paper goes over a draft', broken.paperOverDraft, lives.onPaper, '"deed":"takenOver"'],
  [
    'posts outlive their unit',
    broken.postsOutliveUnit,
    lives.finishedBeforeMerger,
    '"by":"former"',
  ],
  [
    'what a merged unit said waits for nobody',
    broken.spokenWaitsForNobody,
    lives.finishedBeforeMerger,
    '"kind":"spoken"',
  ],
  ['a merged unit is asked again', broken.nobodyAskedAgain, lives.merged, '"deed":"takeBack"'],
  ['a holiday takes its day', broken.holidayTakesDay, lives.moreTime, '"kind":"holiday"'],
])('control: where %s, they part, and there', async (name, breaks, life, where) => {
  const lived = withHands(breaks, (live) => live(life))
  await expect(lived).rejects.toThrow(where)
})
