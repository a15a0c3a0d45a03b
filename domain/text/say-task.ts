import { isDay, writeDay } from '../grammar/day.ts'
import { child, type Facts, filled } from './filled.ts'

/**
 * A line of an inbox in its reader's words: 'feedback.sign' has its sentences at 'feedback.tasks.sign'.
 * Like a letter it is kept as a key and facts; days and codes become words when it is read.
 */
export function sayTask(dictionary: object, kind: string, facts: Facts) {
  const [word = '', ...rest] = kind.split('.')
  const path = [word, 'tasks', ...rest]
  const task = path.reduce<unknown>(child, dictionary)
  const said = (part: 'title' | 'why' | 'deed') => {
    const sentence = child(task, part)
    if (typeof sentence !== 'string') return null
    return filled(dictionary, sentence, { facts, writeDay: plainDay }).trim()
  }
  return { title: said('title') ?? kind, why: said('why'), deed: said('deed') }
}

const plainDay = (_: object, text: string) => (isDay(text) ? writeDay(text) : null)
