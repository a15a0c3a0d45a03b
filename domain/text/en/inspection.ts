import type { Translated } from '../translated.ts'
import type { inspection as vi } from '../vi/inspection.ts'

export const inspection: Translated<typeof vi> = {
  refusals: {
    'team-not-in-order': 'The team cannot be seated yet.',
    'one-lead-needed': 'A team needs exactly one lead.',
    'seated-twice': '{{name}} sits in the team already.',
    'not-an-inspector': '{{name}} does not have the role of an inspector.',
    'conflict-of-interest':
      '{{name}} has held a post at {{unitName}} since {{since}}, so cannot inspect this unit.',
    'conflict-of-interest-then':
      '{{name}} held a post at {{unitName}} from {{since}} to {{until}}, within the inspected period, so cannot inspect this unit.',
    'consent-missing':
      'The notice is less than 10 days old and the unit has not agreed to an earlier visit. It may begin on {{from}}.',
    'visit-not-yet': 'The day of the visit has not come. It may begin on {{from}}.',
    'findings-open': '{{open}} criteria have no finding yet.',
    'note-needed': 'Criterion {{number}} falls short, so it needs a note.',
    'member-passes': 'A member of the team does not pass the team’s own result.',
    'replies-open': 'The unit has {{open}} findings to answer and its time is not over.',
    'objections-open': '{{open}} objections are not answered by the team yet.',
    'due-gone-by': 'A remedy must be due after today.',
  },
  deeds: {},
}
