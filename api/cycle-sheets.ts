import type { AttentionView, HistoryView } from '../domain/cycle/history.contract.ts'
import type { InboxView, MailedLetterView, TaskView } from '../domain/cycle/inbox.contract.ts'
import { day, dayOfInstant, timeOfInstant, writeDay } from '../domain/grammar/day.ts'
import { en } from '../domain/text/en.ts'
import { sayDeed } from '../domain/text/say-deed.ts'
import { sayTask } from '../domain/text/say-task.ts'
import { sayLetter } from '../domain/text/say-letter.ts'
import { type Language, say } from '../domain/text/say.ts'
import { vi } from '../domain/text/vi.ts'
import type { Sheet } from './xlsx.ts'

const dictionaries = { vi, en } as const

/** What was done in a year, as the page tells it. */
export function historySheet(
  planYear: number,
  rows: AsyncIterable<HistoryView>,
  language: Language,
): Sheet<HistoryView> {
  const word = (key: string) => say(language, `cycle.pages.history.${key}`)
  return {
    fileName: say(language, 'cycle.pages.history.yearTitle', { planYear }),
    sheet: word('title'),
    rows,
    columns: [
      {
        head: word('when'),
        width: 18,
        cell: ({ at }) => written(at),
      },
      {
        head: word('who'),
        width: 28,
        cell: ({ actorName }) => (actorName === 'system' ? word('system') : actorName),
      },
      {
        head: word('what'),
        width: 80,
        cell: ({ deed, facts }) => sayDeed(dictionaries[language], deed, facts),
      },
      { head: word('unit'), width: 36, cell: ({ unitName }) => unitName },
    ],
  }
}

export function inboxSheet({ tasks }: InboxView, language: Language): Sheet<TaskView> {
  const word = (key: string) => say(language, `cycle.pages.${key}`)
  return {
    fileName: word('inbox.title'),
    sheet: word('inbox.title'),
    rows: tasks,
    columns: [
      {
        head: word('history.when'),
        width: 14,
        cell: ({ due }) => (due ? writeDay(day(due.on)) : word('inbox.noDue')),
      },
      {
        head: word('history.what'),
        width: 70,
        cell: ({ kind, params }) => sayTask(dictionaries[language], kind, params).title,
      },
      {
        head: word('history.unit'),
        width: 40,
        cell: ({ mineBecause }) => mineBecause.unitName,
      },
    ],
  }
}

/** What went out, to whom, and what became of it. */
export function lettersSheet(
  rows: AsyncIterable<MailedLetterView>,
  language: Language,
): Sheet<MailedLetterView> {
  const word = (key: string) => say(language, `cycle.pages.mailbox.${key}`)
  const state = ({ sentAt, lastError }: MailedLetterView) =>
    sentAt ? word('sent') : (lastError ?? word('waiting'))
  return {
    fileName: word('title'),
    sheet: word('title'),
    rows,
    columns: [
      { head: word('to'), width: 28, cell: ({ to }) => to.name },
      { head: say(language, 'cycle.pages.history.unit'), width: 40, cell: ({ to }) => to.unitName },
      { head: 'E-mail', width: 32, cell: ({ to }) => to.email },
      {
        head: word('text'),
        width: 70,
        cell: (letter) => sayLetter(dictionaries[language], letter).title,
      },
      { head: word('at'), width: 18, cell: ({ at }) => written(at) },
      { head: word('state'), width: 24, cell: state },
    ],
  }
}

export function attentionsSheet(
  rows: readonly AttentionView[],
  language: Language,
): Sheet<AttentionView> {
  const word = (key: string) => say(language, `cycle.pages.attention.${key}`)
  const answers = { RETRY: word('retried'), SKIP: word('skipped') }
  return {
    fileName: word('title'),
    sheet: word('title'),
    rows,
    columns: [
      { head: word('step'), width: 32, cell: ({ step }) => step },
      { head: word('process'), width: 40, cell: ({ process }) => process },
      { head: word('error'), width: 70, cell: ({ error }) => error },
      { head: word('since'), width: 18, cell: ({ raisedAt }) => written(raisedAt) },
      {
        head: say(language, 'cycle.pages.mailbox.state'),
        width: 24,
        cell: ({ resolution }) => resolution && answers[resolution],
      },
      {
        head: say(language, 'cycle.pages.history.who'),
        width: 28,
        cell: ({ resolvedBy }) => resolvedBy,
      },
    ],
  }
}

function written(at: string): string {
  return `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`
}
