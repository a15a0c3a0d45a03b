import type { Translated } from '../translated.ts'
import type { teaching as vi } from '../vi/teaching.ts'
import { certificateLookUp } from './certificate-look-up.ts'
import { rating } from './rating.ts'
import { teachingPages } from './teaching-pages.ts'

export const teaching: Translated<typeof vi> = {
  refusals: {
    'session-not-begun': 'The session has not begun, so attendance cannot be taken yet.',
    'excuse-needed': 'Give the reason why this person is excused.',
    'correction-reason-needed': 'Give the reason for changing what was recorded.',
    'attendance-not-in-order': 'The attendance could not be recorded.',
    'noted-by-another':
      'Somebody else noted this attendance on this device. That person signs in and sends it.',
    'list-not-in-order': 'The list is not in order.',
    'named-twice': 'This person is named twice.',
    'certificate-stands': 'This person has a certificate. Revoke it before correcting.',
    'mark-not-a-number': '“{{raw}}” is not a mark. Write it like 8.5.',
    'mark-out-of-range': 'The mark {{mark}} lies outside 0 to {{maxMark}}.',
    'mark-too-fine': 'A mark has two decimals at most.',
    'marks-not-in-order': 'The marks could not be recorded.',
    'marked-meanwhile': 'Somebody has just marked this person. Reload and look.',
    'test-not-begun': 'The test has not begun, so nobody can be marked yet.',
    'no-sessions-held': 'The class has no sessions.',
    'attendance-not-complete': '{{unmarked}} sessions are not marked yet.',
    'attendance-too-low': 'Attended {{percent}}% of the sessions; {{needed}}% are needed.',
    'mark-missing': 'No mark yet.',
    'test-not-sat': 'Did not sit the test.',
    'mark-below-pass': 'The mark is below {{passMark}}.',
    'marking-not-complete': 'The results cannot be closed yet.',
    'attendance-incomplete': 'Attendance is incomplete for {{count}} people.',
    'marks-incomplete': '{{count}} people have no mark yet.',
    'certificates-not-in-order': 'The certificates cannot be issued.',
    'job-running': 'The last issue is still running.',
    'nobody-eligible': 'Nobody is left who has earned a certificate and has none.',
    'not-a-signer': 'Choose the signer from the list.',
    'issued-in-future': 'The date of issue is not after today, {{than}}.',
    'issued-before-end': 'The date of issue is not before the last session, {{than}}.',
    'issued-before-last': 'Numbers and dates go together: the date is not before {{than}}.',
    'not-settled': 'The issuing cannot be ended yet.',
    'certificates-left': '{{count}} people have earned a certificate and have none.',
    'not-rated': 'The opinion was not noted.',
    'seat-not-held': 'You are not on the list of this class.',
    'not-there': 'Whoever was in no session gives no opinion of the class.',
    'rating-over': 'The year is closed and takes no more opinions.',
  },
  deeds: {
    'class.rated': 'gave an opinion of class {{classCode}}',
    'attendance.taken': 'took attendance of session {{session}} of “{{title}}”: {{count}} people',
    'attendance.corrected':
      'corrected the attendance of {{name}} in session {{session}}: {{before}} to {{after}}, because {{reason}}',
    'marks.given': 'gave marks in “{{title}}”: {{count}} people',
    'mark.corrected': 'corrected the mark of {{name}}: {{before}} to {{after}}, because {{reason}}',
    'marking.closed':
      'closed the results of “{{title}}”: {{trainees}} people, attendance {{attendancePercent}}%, passed {{passPercent}}%',
    'certificates.asked': 'issued certificates of “{{title}}” to {{count}} people',
    'certificate.issued': 'issued certificate {{registerNo}} to {{name}}',
    'certificate.revoked': 'revoked certificate {{registerNo}} of {{name}}: {{reason}}',
    'certificate.reissued':
      'reissued certificate {{registerNo}} of {{name}} as {{after}}: {{reason}}',
    'class.settled':
      'settled the certificates of “{{title}}”: {{trainees}} people, passed {{passPercent}}%',
    'class.closed': 'closed the class “{{title}}”: {{trainees}} people, passed {{passPercent}}%',
  },
  letters: {
    certified: {
      title: 'Certificate issued: {{classTitle}}',
      body: 'Number {{registerNo}}. You find and print it on the page My learning.',
    },
    revoked: {
      title: 'Certificate revoked: {{classTitle}}',
      body: 'Certificate {{registerNo}} was revoked. Reason: {{reason}}',
    },
    reissued: {
      title: 'Certificate reissued: {{classTitle}}',
      body: 'Certificate {{before}} was replaced by number {{registerNo}}.',
    },
  },
  lookUp: certificateLookUp,
  rating,
  teaching: teachingPages,
}
