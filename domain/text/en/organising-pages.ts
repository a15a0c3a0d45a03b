import type { Translated } from '../translated.ts'
import type { organisingPages as vietnamese } from '../vi/organising-pages.ts'

export const organisingPages: Translated<typeof vietnamese> = {
  list: {
    title: 'Classes',
    code: 'Code',
    name: 'Class',
    audience: 'Meant for',
    organiser: 'Organiser',
    venue: 'Venue',
    from: 'From',
    to: 'To',
    seats: 'Seats',
    nominated: 'Nominated',
    confirmed: 'With a seat',
    state: 'State',
  },
  nominees: {
    title: 'Nominations',
    unit: 'Unit',
    priority: 'No.',
    name: 'Name',
    birthYear: 'Born',
    position: 'Position',
    workplace: 'Workplace',
    state: 'State',
    release: 'Release from work',
    letterNo: 'Letter',
    because: 'Reason',
  },
}
