import type { HistoryView } from '../domain/cycle/history.contract.ts'
import type { InboxView, TaskView } from '../domain/cycle/inbox.contract.ts'
import { day, dayOfInstant, timeOfInstant, writeDay } from '../domain/grammar/day.ts'
import { en } from '../domain/text/en.ts'
import { sayDeed } from '../domain/text/say-deed.ts'
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
        cell: ({ at }) => `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`,
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
        cell: ({ kind, params }) => say(language, `${taskKey(kind)}.title`, params),
      },
      {
        head: word('history.unit'),
        width: 40,
        cell: ({ mineBecause }) => mineBecause.unitName,
      },
    ],
  }
}

/** 'feedback.sign' has its sentences at 'feedback.tasks.sign'. */
function taskKey(kind: string): string {
  const [word, ...rest] = kind.split('.')
  return `${word}.tasks.${rest.join('.')}`
}
