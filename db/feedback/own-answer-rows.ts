import { sql } from 'kysely'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { OwnAnswer, OwnQuestion } from '../../domain/feedback/own-questions.ts'
import type { Answering } from './answering.ts'

type Signing = { form: AnswerForm; questions: readonly OwnQuestion[] }

/** The answers to the department's own questions, a row each; the table checks them once more. */
export function ownAnswerRows({ answer, round }: Answering, version: number, signing: Signing) {
  const { form, questions } = signing
  const rows = questions.flatMap(({ id, kind }) => {
    const given = form.ownAnswers[id]
    return given === undefined ? [] : [{ id, kind, ...columnsOf(kind, given) }]
  })
  return sql`
    insert into own_answer (answer_id, version, federation_id, unit_id, round_id, form_version,
      question_id, kind, text, number, choice)
    select ${answer.id}::uuid, ${version}::integer, ${round.federationId}::uuid, ${answer.unitId}::uuid,
      ${round.id}::uuid, ${form.questionsVersion}::integer, o.id, o.kind, o.text, o.number, o.choice
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as o (id text, kind text, text text, number numeric, choice text)`
}

function columnsOf(kind: OwnQuestion['kind'], given: OwnAnswer) {
  if (kind === 'TEXT') return { text: given }
  return kind === 'CHOICE' ? { choice: given } : { number: given }
}
