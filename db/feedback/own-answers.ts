import { sql } from 'kysely'
import type { z } from 'zod'
import type {
  OwnAnswerRow,
  ownAnswersQuery,
  OwnAnswersView,
  QuestionFigures,
} from '../../domain/feedback/own-answers.contract.ts'
import { type OwnQuestion, wordsOfOwnAnswer } from '../../domain/feedback/own-questions.ts'
import { type Counted, figuresOf } from '../../domain/feedback/question-figures.ts'
import type { Tx } from '../database.ts'
import { formsOfRound } from './questions.ts'
import { roundOfYear, type RoundRow } from './round.ts'

export type OwnAnswersWish = z.output<typeof ownAnswersQuery> & { planYear: number }

/** Only what is signed and in force counts; the fence shows the offices nothing else. */
const inForce = (round: RoundRow) => sql`
  own_answer o join answer_version v on v.answer_id = o.answer_id and v.version = o.version
    and v.withdrawn_at is null
  where o.round_id = ${round.id}::uuid`

/** Question by question: the figures of all, and the rows of the one that is looked at. */
export async function ownAnswersOf(tx: Tx, wish: OwnAnswersWish): Promise<OwnAnswersView> {
  const round = await roundOfYear(tx, wish.planYear, wish.round)
  const known = await knownQuestions(tx, round)
  const counted = await countedIn(tx, round)
  const chosen = known.find(({ question }) => question.id === wish.question)
  const { rows, found } = chosen
    ? await rowsOf(tx, round, chosen.question, wish)
    : { rows: [], found: 0 }
  return {
    roundId: round.id,
    planYear: round.planYear,
    formVersion: round.formVersion,
    sent: await sentIn(tx, round),
    figures: known.flatMap(({ question, isAsked }): QuestionFigures[] => {
      const figures = figuresOf(question, counted)
      return isAsked || figures.answered > 0 ? [{ ...figures, isAsked }] : []
    }),
    rows,
    found,
  }
}

/** Everything to one question, for the workbook. */
export async function everyOwnAnswer(
  tx: Tx,
  { planYear, round: number }: Pick<OwnAnswersWish, 'planYear' | 'round'>,
): Promise<{ question: OwnQuestion; rows: OwnAnswerRow[] }[]> {
  const round = await roundOfYear(tx, planYear, number)
  const sheets = []
  for (const { question } of await knownQuestions(tx, round)) {
    const { rows } = await rowsOf(tx, round, question, { page: 1, size: 20_000 })
    sheets.push({ question, rows })
  }
  return sheets
}

type Known = { question: OwnQuestion; isAsked: boolean }

/** Those that are asked, then those that were; each in its newest words, with all its choices. */
async function knownQuestions(tx: Tx, round: RoundRow): Promise<Known[]> {
  const forms = await formsOfRound(tx, round)
  const newestFirst = forms.toReversed().flatMap(({ questions }) => questions)
  const asked = new Set(forms.at(-1)?.questions.map(({ id }) => id))
  return [...new Set(newestFirst.map(({ id }) => id))].flatMap((id): Known[] => {
    const [newest, ...older] = newestFirst.filter((question) => question.id === id)
    if (!newest) return []
    const choices = [newest, ...older].flatMap((question) => question.choices)
    const everyChoice = choices.filter(
      (choice, index) => choices.findIndex((each) => each.id === choice.id) === index,
    )
    return [{ question: { ...newest, choices: everyChoice }, isAsked: asked.has(id) }]
  })
}

async function countedIn(tx: Tx, round: RoundRow): Promise<Counted[]> {
  const { rows } = await sql<Counted & { choice: string | null; number: number | null }>`
    select o.question_id, o.choice, o.number, count(*)::integer as units
    from ${inForce(round)} group by o.question_id, o.choice, o.number`.execute(tx)
  return rows.map(({ choice, number, ...row }) => ({ ...row, value: choice ?? number }))
}

async function sentIn(tx: Tx, round: RoundRow): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select count(*)::integer as sent from answer
    where round_id = ${round.id}::uuid and state in ('SUBMITTED', 'COUNTED')`.execute(tx)
  return rows[0]?.sent ?? 0
}

type Row = Omit<OwnAnswerRow, 'words' | 'value'> & {
  text: string | null
  choice: string | null
  amount: number | null
  found: number
}

async function rowsOf(
  tx: Tx,
  round: RoundRow,
  question: OwnQuestion,
  { page, size }: { page: number; size: number },
): Promise<{ rows: OwnAnswerRow[]; found: number }> {
  const { rows } = await sql<Row>`
    with given as (select o.*, count(*) over ()::integer as found
      from ${inForce(round)} and o.question_id = ${question.id})
    select g.answer_id, a.number, u.name as unit_name, g.form_version, g.text, g.choice,
      g.number as amount, g.found
    from given g join answer a on a.id = g.answer_id join unit u on u.id = g.unit_id
    order by g.number desc nulls last, u.name collate vi_natural, g.answer_id
    limit ${size} offset ${(page - 1) * size}`.execute(tx)
  return {
    found: rows[0]?.found ?? 0,
    rows: rows.map(({ text, choice, amount, found: _, ...row }) => ({
      ...row,
      words: wordsOfOwnAnswer(question, text ?? choice ?? amount ?? ''),
      value: amount,
    })),
  }
}
