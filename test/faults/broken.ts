/** A protection taken out of the sources, as text; what is not found any more fails the test. */
export type Break = { file: string; from: string; to: string }

/** The builds of the controls: each must fail where the sound one passes (settled 21). */
export const broken = {
  /** No deed knows its key: whatever is sent twice is done twice. */
  noKey: [
    {
      file: 'db/perform.ts',
      from: 'export function perform(db: Db, performer: Performer, command: Command): Promise<unknown> {',
      to: `export function perform(db: Db, performer: Performer, asked: Command): Promise<unknown> {
  const command = { ...asked, key: crypto.randomUUID() }`,
    },
  ],

  /** A process that has lost its answer does the deed again. */
  processForgets: [
    {
      file: 'db/perform.ts',
      from: 'if (laid.isDone) return processMove.parse(laid.process)',
      to: '',
    },
  ],

  /** After a break a file is sent as if it were another one. */
  begunAnew: [
    {
      file: 'web/kit/files/send-file.ts',
      from: 'const body = { uploadId, name',
      to: 'const body = { uploadId: newKey(), name',
    },
  ],

  /** Pieces stay as large as they have grown, however often the line breaks in the middle of one. */
  piecesTooLarge: [
    {
      file: 'web/kit/files/send-file.ts',
      from: 'line.length = Math.max(line.length / 2, smallestPiece)',
      to: 'line.length = largestPiece',
    },
  ],

  /** Who writes an answer holds neither the round open nor the answer. */
  roundNotHeld: [
    { file: 'db/feedback/obligation.ts', from: ' for share of r', to: '' },
    { file: 'db/feedback/obligation.ts', from: ' for update of a', to: '' },
  ],

  /** Who writes passes by who waits to close. */
  notInLine: [
    {
      file: 'db/feedback/obligation.ts',
      from: 'select a.round_id, ${inLineFor(sql`a.round_id`)} from answer a',
      to: 'select a.round_id from answer a',
    },
  ],

  /** An answer is taken whenever it comes. */
  clockIgnored: [
    {
      file: 'db/feedback/answering.ts',
      from: `if (timeliness === 'closed')`,
      to: `if (timeliness === 'closed' && answer.id === '')`,
    },
  ],

  /** Who sends an answer on may be the only one who could sign it. */
  oneKey: [
    {
      file: 'db/feedback/drafting-deeds.ts',
      from: 'mustLeaveTheSecondKey(held, caller.officialId)',
      to: 'void mustLeaveTheSecondKey',
    },
  ],

  /** Nobody waits for the planned moment. */
  openedAtOnce: [
    {
      file: 'db/feedback/come-to-opening.ts',
      from: ' || (await clockOf(tx)) < round.opensAt',
      to: '',
    },
  ],

  /** Units are asked as often as somebody likes. */
  askedAnyTimes: [
    {
      file: 'domain/cycle/plan-state.ts',
      from: 'export const MOST_ROUNDS = 2',
      to: 'export const MOST_ROUNDS = 9',
    },
  ],

  /** What was said at a conference becomes the unit's opinion whenever it says so. */
  spokenForEver: [
    {
      file: 'db/feedback/own-opinions.ts',
      from: `if (round.state !== 'OPEN')`,
      to: `if (round.state === '')`,
    },
  ],

  /** What was entered from paper takes the place of what the unit has written itself. */
  paperOverDraft: [
    {
      file: 'domain/feedback/deeds.ts',
      from: `by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: UNWRITTEN_STATES,`,
      to: `by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: OUTSTANDING_STATES,`,
    },
  ],

  /** Who held a post in a unit that is no more goes on holding it. */
  postsOutliveUnit: [
    {
      file: 'db/federation/unit-change-deeds.ts',
      from: '.set({ until: lastDay })',
      to: '.set({ until: null })',
    },
  ],

  /** A unit that was merged is asked again, and nobody is there to answer. */
  nobodyAskedAgain: [
    {
      file: 'db/feedback/excuse.ts',
      from: 'await mustBeThere(tx, held.answer.unitId)',
      to: 'void mustBeThere',
    },
  ],

  /** What a merged unit said waits for a president who is no more. */
  spokenWaitsForNobody: [
    {
      file: 'db/federation/hand-over.ts',
      from: 'const opinions = await handOverOpinions(stage, giving)',
      to: 'const opinions = 0 * Number(handOverOpinions.length)',
    },
  ],

  /** A holiday takes its day from what people were told. */
  holidayTakesDay: [
    {
      file: 'domain/cycle/moved-due.ts',
      from: 'return kept === on ? dueAt :',
      to: 'return kept >= on ? dueAt :',
    },
  ],

  /** Two tabs with one answer do not wait for each other. */
  answerNotHeld: [{ file: 'db/feedback/obligation.ts', from: ' for update of a', to: '' }],

  /** Two deeds on one approval do not wait for each other. */
  approvalNotHeld: [
    { file: 'db/approval/approval-row.ts', from: `.forUpdate('approval')`, to: '' },
    // a plan is moved only from where it was read: the second protection of the same thing
    { file: 'db/cycle/move-plan.ts', from: `.where('state', '=', from)`, to: '' },
  ],

  /** Two hands in one series take the number that both have read. */
  seriesNotHeld: [
    {
      file: 'db/papers/take-number.ts',
      from: `.where('seriesYear', '=', seriesYear)
    .forUpdate()`,
      to: `.where('seriesYear', '=', seriesYear)`,
    },
  ],

  /** The numbers of certificates come from a sequence, which forgets nothing that was taken back. */
  numbersOutsideTransaction: [
    {
      file: 'db/classes/issuing-body.ts',
      from: 'const { lastNumber } = await tx',
      to: `const { rows } = await sql<{ n: bigint }>\`select nextval('attendance_id_seq') as n\`.execute(tx)
  if (rows[0]) return Number(rows[0].n)
  const { lastNumber } = await tx`,
    },
  ],

  /** Deeds on one class do not wait for each other. */
  classNotHeld: [
    {
      file: 'db/classes/class-row.ts',
      from: 'await sql`select hold_class(${classId}::uuid)`.execute(tx)',
      to: '',
    },
  ],

  /** Whoever sends the same person to another class is not waited for. */
  nomineeNotHeld: [
    {
      file: 'db/classes/candidates.ts',
      from: `select pg_advisory_xact_lock(hashtextextended('nominee/' || id, 0))`,
      to: 'select id',
    },
  ],

  /** Nobody looks where the inspectors have been. */
  postsIgnored: [
    {
      file: 'domain/inspection/team.ts',
      from: 'const conflicts = conflictsOfInterest(posts, inspected)',
      to: `const conflicts = conflictsOfInterest(posts, inspected).slice(posts.length)`,
    },
  ],

  /** Nobody asks whose award is voted on. */
  ownAwardVoted: [
    {
      file: 'domain/reward/council.ts',
      from: `if (isOwn(member, subject)) return [{ code: 'reward.own-award', at: \`\${at}/vote\` }]`,
      to: '',
    },
  ],

  /** A tap is only on the screen. */
  tapsNotKept: [
    {
      file: 'web/classes/outbox.ts',
      from: 'await copies.put(this.copy())',
      to: '',
    },
  ],

  /** An edit does not look at the revision it was made on. */
  revisionIgnored: [
    {
      file: 'db/subject.ts',
      from: 'if (row.revision !== revision)',
      to: 'if (row.revision < 0 && theirs !== revision)',
    },
  ],

  /** What is typed waits for the server alone. */
  notKept: [
    {
      file: 'web/kit/autosave/saver.ts',
      from: 'await keep()\n      if (now.other) return',
      to: 'if (now.other) return',
    },
  ],

  /** What was sent without an answer counts as arrived. */
  doubtForgotten: [
    {
      file: 'web/kit/autosave/merge.ts',
      from: 'isOnlyMore(base, sent) && isOnlyMore(sent, theirs)',
      to: 'true',
    },
  ],

  /** Two texts at one place: the later one stands, and nobody is asked. */
  mineOverTheirs: [
    {
      file: 'web/kit/autosave/standing.ts',
      from: 'if (clashes.length === 0) {',
      to: 'if (clashes.length >= 0) {',
    },
  ],

  /** "Done" is said before the disk has it. */
  saidBeforeWritten: [
    {
      file: 'db/perform.ts',
      from: 'select enter_as(${accountId}::uuid) as caller',
      to: `select set_config('synchronous_commit', 'off', true), enter_as(\${accountId}::uuid) as caller`,
    },
  ],

  /** Everything is asked of the process, also what only lies in a form. */
  everythingThroughTemporal: [
    {
      file: 'api/mount.ts',
      from: 'if (performer.route.moves) return house.running.move(performer, command)',
      to: `await house.running.mustAnswer()
  if (performer.route.moves) return house.running.move(performer, command)`,
    },
    { file: 'api/mount.ts', from: 'function doIt(', to: 'async function doIt(' },
    {
      file: 'api/mount.ts',
      from: 'if (performer.route.quiet) return performQuietly',
      to: 'if (performer.route.quiet && (await house.running.mustAnswer(), true)) return performQuietly',
    },
  ],

  /** Health is what one hopes for. */
  healthHopes: [
    {
      file: 'api/health.ts',
      from: 'const ready = Object.values(parts).every((part) => part.ok)',
      to: 'const ready = true',
    },
  ],
} as const satisfies Record<string, readonly Break[]>
