import type { Translated } from '../translated.ts'
import type { inspection as vi } from '../vi/inspection.ts'
import { inspectionPages } from './inspection-pages.ts'

export const inspection: Translated<typeof vi> = {
  refusals: {
    'only-photos': 'Only photos can be attached to a finding.',
    'too-many-photos': 'A finding takes at most {{most}} photos.',
    'team-not-in-order': 'The team cannot be seated yet.',
    'one-lead-needed': 'A team needs exactly one lead.',
    'seated-twice': '{{name}} sits in the team already.',
    'not-an-inspector': '{{name}} does not have the role of an inspector.',
    'seat-lost': 'You hold a post in the inspected unit, so you do not inspect it.',
    'conflict-of-interest':
      '{{name}} has held a post at {{unitName}} since {{since}}, so cannot inspect this unit.',
    'conflict-of-interest-then':
      '{{name}} held a post at {{unitName}} from {{since}} to {{until}}, within the inspected period, so cannot inspect this unit.',
    'not-a-unit-below': 'Choose a unit below the federation.',
    'ends-before-it-begins': 'The last day must not lie before the first.',
    'report-due-between': 'The report must be due between today and the last day of the visit.',
    'visit-gone-by': 'The days of the visit have gone by. Change them before the notice is sent.',
    'not-put-off': 'The visit cannot be put off like this.',
    'visit-only-later': 'An announced visit can only come later: choose a day after {{day}}.',
    'report-only-later':
      'The report is due on {{day}} or later, and not after the last day of the visit.',
    'consented-already': 'The unit has agreed already.',
    'report-empty': 'The report is empty, so it cannot be sent.',
    'consent-missing':
      'The notice is less than 10 days old and the unit has not agreed to an earlier visit. It may begin on {{from}}.',
    'visit-not-yet': 'The day of the visit has not come. It may begin on {{from}}.',
    'not-in-team': 'You are not in the team of this inspection.',
    'lead-only': 'This is for the lead of the team.',
    'score-too-high': 'The highest score of this criterion is {{most}}.',
    'minutes-under-signature':
      'The minutes bear a signature, so the form can no longer be changed.',
    'minutes-not-in-order': 'The minutes cannot be drawn up yet.',
    'findings-open': '{{open}} criteria have no finding yet.',
    'note-needed': 'Criterion {{number}} falls short, so it needs a note.',
    'other-minutes-signed':
      'What you looked at are not the latest minutes. Load them again and sign.',
    'minutes-outdated':
      'The form was changed after the minutes were drawn up. Draw them up again, then sign.',
    'signed-already': 'This side has signed already.',
    'objection-without-words': 'Say what you object to.',
    'reason-needed': 'Write at least 3 characters.',
    'conclusion-needed': 'Write the conclusion of the team.',
    'measure-needed': 'Write what must be mended.',
    'result-not-in-order': 'The draft of the result cannot be saved yet.',
    'due-gone-by': 'A remedy must be due after today.',
    'passing-not-in-order': 'It cannot be passed yet.',
    'member-passes': 'A member of the team does not pass the team’s own result.',
    'replies-open': 'The unit has {{open}} findings to answer and its time is not over.',
    'objections-open': '{{open}} objections are not answered by the team yet.',
    'not-your-remedy': 'This was given to another department.',
  },
  deeds: {
    'finding-photo.attached': 'attached a photo to a finding',
    'finding-photo.removed': 'took a photo away from a finding',
    'inspection.planned': 'planned the inspection of {{unitName}}: {{subject}}',
    'inspection.edited': 'changed the inspection of {{unitName}}',
    'checklist.edited': 'changed the checklist: {{criteria}} criteria',
    'inspection.announced': 'sent {{unitName}} the notice of its inspection on {{visitFrom}}',
    'inspection.handedOver':
      'handed the inspection of {{unitName}} over to {{successor}} by merger, with {{remedies}} open remedies',
    'inspection.cancelled': 'called off the inspection of {{unitName}}: {{reason}}',
    'visit.putOff': 'put the visit at {{unitName}} off from {{from}} to {{visitFrom}}: {{reason}}',
    'team.changed': 'changed the team for {{unitName}}: {{team}}. Why: {{reason}}',
    'visit.consented': 'agreed to a visit sooner than 10 days: {{words}}',
    'selfReport.written': 'wrote on the report of the unit',
    'selfReport.sent': 'sent the report of the unit',
    'visit.begun': 'began the visit at {{unitName}}',
    'visit.opened': 'the day of the visit at {{unitName}} came',
    'finding.written': 'wrote down a finding',
    'visit.summed': 'wrote the summary of the visit',
    'minutes.drawn': 'drew up the minutes, number {{number}}',
    'minutes.signed': 'signed the minutes, number {{number}}, for the team',
    'minutes.countersigned': 'signed the minutes, number {{number}}, for the unit',
    'replies.written': 'wrote on the answers of the unit',
    'findings.answered': 'answered {{replied}} findings of the minutes',
    'result.written': 'wrote on the result of the inspection',
    'result.drafted': 'drafted the result, {{remedies}} remedies',
    'result.returned': 'sent the draft of the result back: {{reason}}',
    'result.passed': 'passed and signed the result of the inspection of {{unitName}}',
    'result.issued': 'numbered the notice {{number}} and issued it',
    'inspection.followed': 'the follow-up of the remedies began',
    'inspection.closed': 'the inspection of {{unitName}} is closed',
    'remedy.answered': 'reported remedy {{number}} as done',
    'remedy.accepted': 'accepted remedy {{number}} as done',
    'remedy.sentBack': 'sent remedy {{number}} back: {{reason}}',
  },
  tasks: {
    announce: {
      title: 'Send the notice of inspection: {{unitName}}',
      why: 'The unit must know at least 10 days before.',
      deed: 'Look and send',
    },
    consent: {
      title: 'Answer about the day of the visit: {{unitName}}',
      why: 'The visit is closer than 10 days. It begins early only if the unit agrees.',
      deed: 'Look and answer',
    },
    selfReport: {
      title: 'Send a report to the inspection team: {{subject}}',
      why: 'The team needs the report of the unit before its visit.',
      deed: 'Write the report',
    },
    visit: {
      title: 'Inspect {{unitName}}: {{subject}}',
      why: 'You are in the inspection team.',
      deed: 'Open the form',
    },
    sign: {
      title: 'Sign the minutes of the inspection of {{unitName}}',
      why: 'The minutes are drawn up. The lead of the team signs.',
      deed: 'Read and sign',
    },
    countersign: {
      title: 'Sign the minutes of the inspection: {{subject}}',
      why: 'The team has drawn up the minutes. The head of the unit reads and signs.',
      deed: 'Read and sign',
    },
    reply: {
      title: 'Answer each finding: {{subject}}',
      why: 'The unit agrees to each finding or objects to it.',
      deed: 'Answer',
    },
    result: {
      title: 'Draft the result of the inspection of {{unitName}}',
      why: 'The minutes bear both signatures. The result must be issued within 15 days.',
      deed: 'Draft',
    },
    pass: {
      title: 'Pass the result of the inspection of {{unitName}}',
      why: 'The team has handed in its draft.',
      deed: 'Look and pass',
    },
    issue: {
      title: 'Issue the result of the inspection of {{unitName}}',
      why: 'The inspection committee has passed it. The clerk numbers and issues it.',
      deed: 'Number and issue',
    },
    remedy: {
      title: 'Mend: {{measure}}',
      why: 'The result of the inspection of {{unitName}} asks for it.',
      deed: 'Report it done',
    },
    judge: {
      title: 'Judge the remedy of {{unitName}}: {{measure}}',
      why: 'Its owner says that it is done. The team accepts it or sends it back.',
      deed: 'Look and judge',
    },
  },
  letters: {
    announced: {
      title: 'Notice of inspection: {{subject}}',
      body: 'The team visits {{unitName}} from {{visitFrom}}. The unit sends its report by {{reportDueOn}}.',
    },
    announcedSoon: {
      title: 'Request for an early visit: {{subject}}',
      body: 'The team asks to visit {{unitName}} from {{visitFrom}}, sooner than 10 days. The unit says whether it agrees and sends its report by {{reportDueOn}}.',
    },
    team: {
      title: 'Team for the inspection of {{unitName}}',
      body: 'You are in the team that inspects {{unitName}}. The visit begins on {{visitFrom}}.',
    },
    putOff: {
      title: 'Visit put off: {{subject}}',
      body: 'The team comes to {{unitName}} on {{visitFrom}}. Why it comes later: {{reason}}',
    },
    teamChanged: {
      title: 'Another team: {{subject}}',
      body: 'The team for {{unitName}} is now: {{team}}. Why: {{reason}}',
    },
    handedOver: {
      title: 'The inspection of {{unitName}} goes to {{successor}}',
      body: '{{unitName}} has merged into your unit, which does what is left to do. The days stay. Open remedies: {{remedies}}.',
    },
    handedOverTeam: {
      title: 'The inspection of {{unitName}} goes to {{successor}}',
      body: '{{unitName}} has merged into {{successor}}. Look at the team again if somebody of the successor is in it.',
    },
    consented: {
      title: '{{unitName}} agrees to an early visit',
      body: 'The unit has agreed. The team may begin on the announced day.',
    },
    cancelled: {
      title: 'Inspection called off: {{subject}}',
      body: 'The inspection of {{unitName}} does not take place. Reason: {{reason}}',
    },
    reportIn: {
      title: '{{unitName}} has sent its report',
      body: 'The report of the unit on {{subject}} is in the file of the inspection.',
    },
    minutes: {
      title: 'Minutes wait for a signature: {{subject}}',
      body: 'The team has drawn up the minutes at {{unitName}}. Please read and sign them.',
    },
    minutesSigned: {
      title: 'The minutes of the inspection of {{unitName}} bear both signatures',
      body: 'The team drafts the result. It must be issued within 15 days.',
    },
    replied: {
      title: '{{unitName}} has answered each finding',
      body: 'The unit has answered every finding of the minutes.',
    },
    resultReturned: {
      title: 'Draft of the result sent back: {{unitName}}',
      body: 'Reason: {{reason}}',
    },
    passed: {
      title: 'To be issued: the result of the inspection of {{unitName}}',
      body: 'The inspection committee has passed it. The clerk numbers and issues it.',
    },
    issued: {
      title: 'Notice {{number}}: result of the inspection of {{unitName}}',
      body: 'The result on {{subject}} is issued. The unit reads it and does what must be mended.',
    },
    noticeDue: {
      title: 'The notice to {{unitName}} is due',
      body: 'Today is the last day to give notice of 10 days.',
    },
    reportDue: {
      title: 'The report is due: {{subject}}',
      body: 'The team has not received the report of {{unitName}}.',
    },
    minutesDue: {
      title: 'The minutes of the inspection of {{unitName}} are not signed',
      body: 'The visit is over and the minutes do not bear both signatures.',
    },
    resultDue: {
      title: 'The result of the inspection of {{unitName}} is due',
      body: '15 days have gone by since the minutes were signed and the result is not issued.',
    },
    remedySoon: {
      title: 'Soon to be done: {{measure}}',
      body: 'Due on {{dueOn}}. The result of the inspection of {{unitName}} asks for it.',
    },
    remedyDue: {
      title: 'Overdue: {{measure}}',
      body: 'It was due on {{dueOn}} and is not done ({{unitName}}).',
    },
    remedyReturned: {
      title: 'Sent back: {{measure}}',
      body: 'Reason: {{reason}}',
    },
    closed: {
      title: 'The inspection is closed: {{subject}}',
      body: 'Every remedy of {{unitName}} has been accepted.',
    },
  },
  kinds: {
    TRAINING: 'Training work',
    CHARTER: 'Keeping to the Charter',
    VIOLATION_SIGN: 'Signs of a violation',
    FINANCE: 'Money and property',
    SUPERVISION: 'Supervision',
  },
  states: {
    PLANNED: 'Planned, not announced',
    ANNOUNCED: 'Announced',
    SELF_REPORT_IN: 'Report is in',
    ON_SITE: 'On the visit',
    MINUTES_SIGNED: 'Minutes signed',
    RESULT_DRAFT: 'Result drafted',
    COMMITTEE_PASSED: 'Passed',
    NOTICE_ISSUED: 'Issued',
    FOLLOW_UP: 'Remedies followed up',
    CLOSED: 'Closed',
    CANCELLED: 'Called off',
  },
  outcomes: {
    PASSED: 'Met',
    PARTLY: 'Partly met',
    FAILED: 'Not met',
    NOT_APPLICABLE: 'Does not apply',
  },
  severities: { LIGHT: 'Light', SERIOUS: 'Serious' },
  ratings: { GOOD: 'Good', FAIR: 'Fair', AVERAGE: 'Average', WEAK: 'Weak' },
  teamRoles: { LEAD: 'Lead', SECRETARY: 'Secretary', MEMBER: 'Member' },
  remedyStates: {
    DRAFT: 'Draft',
    OPEN: 'To be done',
    ANSWERED: 'Reported, waits for the team',
    SENT_BACK: 'Sent back',
    CLOSED: 'Done',
  },
  figures: {
    answer: 'Drafts commented on: {{answered}}/{{asked}}, in time {{onTime}}.',
    classes: 'Classes held: {{held}}/{{planned}}.',
    trainees: 'Seats {{seats}}. Attended {{attended}}. Tested {{tested}}. Certified {{certified}}.',
    qAndA: 'Questions took {{percent}}% of the time.',
    list: '{{attended}} people of the lists attended.',
    release: 'Release asked for {{requests}} people, not given for {{refusals}}.',
  },
  ...inspectionPages,
}
