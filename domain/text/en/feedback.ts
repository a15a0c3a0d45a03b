import type { feedback as vi } from '../vi/feedback.ts'
import type { Translated } from '../translated.ts'
import {
  conferenceDeeds,
  conferenceLetters,
  conferenceRefusals,
  conferenceTasks,
  feedbackConference,
} from './feedback-conference.ts'
import { assisted } from './feedback-assisted.ts'
import { feedbackBoard } from './feedback-board.ts'
import {
  feedbackOpening,
  openingDeeds,
  openingLetters,
  openingRefusals,
} from './feedback-opening.ts'
import { feedbackPages } from './feedback-pages.ts'
import { feedbackRound } from './feedback-round.ts'
import { feedbackSheet, sheetRefusals } from './feedback-sheet.ts'

export const feedback: Translated<typeof vi> = {
  refusals: {
    ...conferenceRefusals,
    ...openingRefusals,
    'round-closed': 'The consultation has closed; nothing can be written any more.',
    'not-consulted': 'Your unit has not been consulted on {{planYear}}.',
    'no-round': 'There has been no consultation on {{planYear}} yet.',
    'not-complete': 'The answer still lacks {{count}} things before it can be sent.',
    'second-key-needed':
      'The writer does not sign. Another person of the unit must sign, or the drafter must send it on.',
    'not-sent-on': 'The answer has not been sent on to the president.',
    'nothing-to-rehearse': 'This year has no draft to rehearse with.',
    'wrong-place': 'This place is not in the draft that was sent to the unit.',
    'stance-missing': 'Choose an overall opinion on this draft.',
    'remark-missing': 'A disagreement needs a reason.',
    'comment-without-text': 'Write the reason or the opinion; a sentence or two will do.',
    'line-nothing-asked':
      'Nothing asked yet that differs from the draft: change a figure or drop this.',
    'line-topic-missing': 'Say what the class asked for is about.',
    'line-audience-missing': 'Say for whom the class asked for is.',
    'line-seats-missing': 'Say how many trainees the class asked for takes.',
    'line-month-missing': 'Choose the month of the class asked for.',
    'spokesperson-missing': "Write the name and position of the unit's spokesperson.",
    'not-confirmed': 'Tick that this is the opinion of the unit.',
    'target-not-assigned': 'Target {{target}} is not assigned to the unit and cannot be changed.',
    'requested-missing': 'Write the figure the unit asks for in target {{target}}.',
    'request-reason-missing': 'Choose a reason for the change of target {{target}}.',
    'nothing-requested': 'The figure asked for in target {{target}} equals the assigned one.',
    'reason-missing': 'A reason is needed, at least 5 characters.',
    'particularity-missing': "Name the unit's particularity for target {{target}}.",
    'feasibility-missing': 'Say why the figure for target {{target}} is feasible.',
    'request-far-off': 'A change of {{percent}}%, more than 20% from what was assigned.',
    'already-answered': 'The unit has answered, or its answer has ended.',
    excused: 'The unit was excused from answering.',
    'reminded-recently': 'Reminded within 24 hours; possible again in {{hours}} hours.',
    'nobody-to-remind': 'None of the chosen units can be reminded now.',
    'extension-not-later': 'The new deadline must be later than the present one and after today.',
    'day-not-working': 'This is not a working day.',
    'extension-asked': 'The unit has asked for more time and waits for the federation.',
    'too-many-files': 'An answer takes at most {{most}} files. Take one away before adding more.',
    'other-files-now': 'The files changed after you opened this page. Reload it, look, then sign.',
    'own-answer-missing': 'Answer the question: {{question}}',
    'own-answer-unfit': 'This answer does not fit its question: {{question}}',
    'questions-changed':
      'The department has changed its questions. Open the answer again, see the step with the questions, then send it on.',
    'nothing-to-keep': 'The earlier answer named here is not your unit’s, so it cannot be held to.',
    'questions-unknown': 'The answer names a version of the questions that does not exist.',
    'questions-too-late': 'Not every unit would have a working day left for new questions.',
    'questions-unchanged': 'Nothing in the questions is different yet.',
    'question-other-kind':
      'A question that is being answered keeps its kind. Remove it and add another.',
    'question-without-words': 'Write the question.',
    'question-twice': 'Two questions have the same key. Remove one and add it again.',
    'question-key-unreadable': 'The key of a question is small letters and digits.',
    'question-choices-missing': 'Write at least two choices.',
    'question-choices-uneven': 'Each choice needs words that differ from the others.',
    'condition-looks-nowhere': 'A condition looks at an earlier question with choices or a scale.',
    'condition-names-nothing': 'Choose the answer that is the condition.',
    'round-without-kind': 'Choose at least one way to consult.',
    'nobody-invited': 'No unit is invited yet.',
    'reminder-twice': 'Two reminders fall on the same day.',
    'contact-incomplete': 'The contact needs a name and a telephone number.',
    'no-extension-asked': 'The unit has no request for more time that waits for an answer.',
    'paper-missing': 'Say which paper: how and when it came.',
    'entry-offered': 'What was entered lies before the unit. Take it back first to mend it.',
    'nothing-entered': 'Nothing has been entered from this unit’s paper.',
    'no-entry-offered': 'Nothing entered from paper waits for the unit.',
    'scan-not-a-page': 'The file {{name}} is no PDF, JPEG or PNG.',
    'too-many-scans': 'At most 10 scanned files.',
    'entry-lapsed': 'What was entered from paper does not wait any more.',
    'round-reopened': 'Units are being asked once more; this waits for the close.',
    'reopened-once': 'A year is consulted on once more only, and this year has been.',
    'nothing-to-reopen': 'No draft is being revised, so units cannot be asked once more.',
    ...sheetRefusals,
  },
  deeds: {
    ...conferenceDeeds,
    ...openingDeeds,
    'round.opened': 'opened the consultation with {{units}} units',
    'round.reminded': 'reminded {{units}} units that had not answered',
    'round.extended': 'gave {{unitName}} until {{dueOn}}: {{reason}}',
    'round.prepared': 'prepared the consultation',
    'round.questionsChanged':
      'changed the department’s questions, version {{version}}, {{questions}} questions: {{reason}}',
    'round.closed': 'closed the consultation: {{answered}} units answered, {{silent}} no opinion',
    'round.reopened':
      'asked {{units}} units once more, on draft {{draft}}, until {{dueOn}}{{opening}}: {{reason}}',
    'answer.excused': 'excused {{unitName}} from answering: {{reason}}',
    'excuse.takenBack': 'took the excuse back and asks {{unitName}} to answer: {{reason}}',
    'extension.asked': 'asked for more time for answer {{number}}, until {{dueOn}}: {{reason}}',
    'extension.withdrawn': 'took the request for more time for answer {{number}} back',
    'extension.refused': 'gave no more time for answer {{number}}: {{reason}}',
    'answer.opened': 'opened the drafts',
    'answer.read': 'read the drafts',
    'answer.saved': 'saved the answer',
    'assisted-entry.saved': 'kept what is entered from paper',
    'assisted-entry.offered':
      'entered answer {{number}} of {{unitName}} from paper and laid it before the unit: {{paper}}',
    'assisted-entry.withdrawn': 'took back what was entered for answer {{number}}: {{reason}}',
    'assisted-entry.confirmed':
      'confirmed and signed answer {{number}}, version {{version}}; entered from paper by {{byName}}',
    'assisted-entry.refused': 'did not confirm what was entered for answer {{number}}: {{reason}}',
    'assisted-entry.takenOver': 'made what was entered for answer {{number}} the unit’s own draft',
    'answer-sheet.checked': 'looked at an Excel file of the answer',
    'answer-sheet.taken': 'wrote the answer from an Excel file',
    'answer-file.attached': 'attached a file to the answer',
    'answer-file.removed': 'took a file away from the answer',
    'answer.sentOn': 'sent answer {{number}} on to the president',
    'answer.returned': 'returned answer {{number}}: {{reason}}',
    'answer.signed': 'signed and sent answer {{number}}, version {{version}}',
    'answer.withdrawn': 'took answer {{number}} back: {{reason}}',
  },
  tasks: {
    ...conferenceTasks,
    follow: {
      title: 'Follow and remind the units that comment on the plan {{planYear}}',
      why: 'Your department consults. See who has not opened it, who is writing, and remind the slow ones.',
      deed: 'See who has answered',
    },
    readAhead: {
      title: 'Read the draft plan {{planYear}} ahead',
      why: 'You will check it or vote on it. The version under consultation can be read now.',
      deed: 'Open the draft',
    },
    decideExtension: {
      title: '{{unitName}} asks for more time for the plan {{planYear}}',
      why: 'Grant it, or refuse it with a reason. The unit asks for time until {{dueOn}}: “{{reason}}”',
      deed: 'Look and decide',
    },
    oversee: {
      title: 'See to the comments on the draft{{again}} plan {{planYear}}, answer {{number}}',
      why: 'Your unit’s drafter is writing. Once it is sent on to you, your signature sends it.',
      deed: 'Look at the answer',
    },
    answer: {
      title: 'Comment on the draft{{again}} plan {{planYear}}, answer {{number}}',
      why: 'The federation asks your unit. Silence is recorded as “no opinion”.',
      deed: 'Read and comment',
    },
    sign: {
      title: 'Sign answer {{number}} on the plan {{planYear}}',
      why: '{{byName}} has written it and sent it on. Only the president or a substitute can send it.',
      deed: 'Look and sign',
    },
    confirmEntry: {
      title: 'Confirm answer {{number}}, entered from paper for you',
      why: '{{byName}} entered it from: {{paper}}. It counts only when you confirm it.',
      deed: 'Look and confirm',
    },
    mend: {
      title: 'Mend answer {{number}} as the president asks',
      why: 'The president returned it: “{{reason}}”',
      deed: 'Mend the answer',
    },
  },
  letters: {
    ...conferenceLetters,
    ...openingLetters,
    opened: {
      title: 'Your comments on the draft plan {{planYear}}, please',
      body: 'The draft plan {{planYear}} is open for comments until {{dueOn}}. A unit that does not answer is recorded as “no opinion”.',
    },
    invited: {
      title: 'Your comments on the draft plan {{planYear}}, please',
      body: 'The draft plan {{planYear}} is published. Your unit is consulted {{held}}.\n\nComments are due at {{dueTime}} on {{dueOn}}, in {{daysLeft}} working days.\n\nA unit that does not answer is recorded as “no opinion”.\n\n{{help}}',
    },
    invitedAgain: {
      title: 'Your comments once more, on draft {{draft}} of the plan {{planYear}}',
      body: 'The federation asks once more, on draft {{draft}} of the plan {{planYear}}. Reason: {{reason}}\n\nWhat your unit said before stays as it is and stands beside the new answer.\n\nComments are due at {{dueTime}} on {{dueOn}}, in {{daysLeft}} working days.\n\nA unit that does not answer is recorded as “no opinion” on draft {{draft}}.\n\n{{help}}',
    },
    reopened: {
      title: 'Units are asked once more, on draft {{draft}} of the plan {{planYear}}',
      body: 'The leader asks the units once more, until {{dueOn}}. Reason: {{reason}}\n\nDispositions given so far stay. After the close the department answers the opinions of both rounds.',
    },
    dueSoon: {
      title: '{{daysLeft}} working days left to comment on the plan {{planYear}}',
      body: 'Comments on the draft plan {{planYear}} are due on {{dueOn}}, in {{daysLeft}} working days. Your unit has not answered. Silence is recorded as “no opinion”.\n\n{{help}}',
    },
    stillSilent: {
      title: '{{units}} units have not commented on the plan {{planYear}}',
      body: 'Comments are due on {{dueOn}}, in {{daysLeft}} working days. Still silent: {{names}}.',
    },
    entryOffered: {
      title: 'Answer {{number}} was entered for you and waits for your confirmation',
      body: '{{byName}} entered your paper on the plan {{planYear}}: {{paper}}.\n\nIt does not count yet. Your president confirms it, corrects it or refuses it.',
    },
    entryTakenBack: {
      title: 'What was entered for answer {{number}} was taken back',
      body: 'The entry on the plan {{planYear}} does not wait any more: “{{reason}}”',
    },
    entryConfirmed: {
      title: '{{unitName}} confirmed answer {{number}}',
      body: 'The answer on the plan {{planYear}} that you entered counts as the unit’s own now.',
    },
    entryRefused: {
      title: '{{unitName}} did not confirm answer {{number}}',
      body: 'The answer on the plan {{planYear}} does not count. Reason: “{{reason}}”',
    },
    entryTakenOver: {
      title: '{{unitName}} goes on with answer {{number}} as its own',
      body: 'The unit corrects what was entered on the plan {{planYear}}. It counts when the unit signs.',
    },
    entriesLapsed: {
      title: 'Entered from paper and not confirmed when the round {{planYear}} closed',
      body: 'Not counted, because the unit has not confirmed: {{names}}.',
    },
    reminder: { title: 'Reminder: comments on the draft plan {{planYear}}', body: '{{text}}' },
    reminderMade: {
      title: 'Reminder: comments on the draft plan {{planYear}}',
      body: 'To: {{unitName}}\n\n{{howFar}}\n\nComments are due on {{dueOn}}, in {{daysLeft}} working days.\n\nA unit that does not answer is recorded as “no opinion”.\n\n{{help}}',
    },
    questionsChanged: {
      title: 'The questions about the plan {{planYear}} have changed',
      body: 'The department has changed its questions. Reason: {{reason}}\n\nAll that your unit has written is still there. Please open the answer and see the step with the questions. It is still due at {{dueTime}} on {{dueOn}}.',
    },
    questionsChangedSent: {
      title: 'The questions about the plan {{planYear}} have changed',
      body: 'The department has changed its questions. Reason: {{reason}}\n\nThe answer your unit has sent stays valid. To answer the new questions, the president takes it back and completes it before {{dueTime}} on {{dueOn}}.',
    },
    extended: {
      title: 'More time for the plan {{planYear}}: until {{dueOn}}',
      body: 'Your unit may answer until {{dueOn}}. Reason: {{reason}}',
    },
    extensionRefused: {
      title: 'No more time for the plan {{planYear}}',
      body: 'More time for answer {{number}} was not given. The deadline of your unit stays as it was. Reason: {{reason}}',
    },
    excused: {
      title: 'Your unit need not answer about the plan {{planYear}}',
      body: 'Answer {{number}} is not expected, and your unit is not recorded as “no opinion”. Reason: {{reason}}',
    },
    askedAgain: {
      title: 'Your unit is asked to answer about the plan {{planYear}}',
      body: 'Answer {{number}} is expected again, by the deadline of your unit. Reason: {{reason}}',
    },
    sentOn: {
      title: 'Answer {{number}} waits for your signature',
      body: '{{byName}} has sent on answer {{number}} about the draft plan {{planYear}}.',
    },
    returned: {
      title: 'Answer {{number}} was returned',
      body: 'The president returned the answer about the plan {{planYear}}: “{{reason}}”',
    },
    signed: {
      title: 'Answer {{number}} is signed and sent',
      body: '{{byName}} has signed; the answer about the plan {{planYear}} has reached the federation.',
    },
    withdrawn: {
      title: 'Answer {{number}} was taken back',
      body: 'The answer about the plan {{planYear}} was taken back to be changed: “{{reason}}”',
    },
    closed: {
      title: 'The consultation on the plan {{planYear}} has closed',
      body: '{{answered}} of {{units}} units answered, {{silent}} are recorded as no opinion.',
    },
    closedSpoke: {
      title: 'The consultation on the plan {{planYear}} has closed',
      body: '{{answered}} of {{units}} units answered, {{spoke}} only spoke at the conference. {{silent}} are recorded as no opinion.',
    },
    silent: {
      title: 'Your unit is recorded as having no opinion on the plan {{planYear}}',
      body: 'The consultation has closed and the federation received no answer from your unit.',
    },
  },
  ...feedbackPages,
  ...feedbackBoard,
  ...feedbackRound,
  ...feedbackOpening,
  sheet: feedbackSheet,
  ...feedbackConference,
  assisted,
}
