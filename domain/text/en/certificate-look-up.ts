import type { Translated } from '../translated.ts'
import type { certificateLookUp as vi } from '../vi/certificate-look-up.ts'

export const certificateLookUp: Translated<typeof vi> = {
  title: 'Certificate look-up',
  skip: 'To the result',
  form: {
    label: 'Certificate number or code',
    hint: 'Printed at the foot of the certificate. For example 0138/2027/CN-LĐLĐ or AC4K-M4XP-9RCA.',
    submit: 'Look up',
  },
  person: {
    title: 'Find by person',
    link: 'Find by name, year of birth and unit',
    before: 'No number at hand?',
    after: 'The page only answers yes or no, then asks for the number.',
    name: 'Full name',
    birthYear: 'Year of birth',
    unit: 'Unit',
    unitHint: 'As printed on the certificate.',
    submit: 'Find',
    back: 'Look up by number or code',
  },
  help: 'Need help? Call {{phone}} in office hours.',
  verdicts: {
    VALID: 'VALID',
    REVOKED: 'REVOKED',
    REISSUED: 'REPLACED',
  },
  at: 'Checked at {{time}} on {{day}}.',
  source: 'The result comes straight from the register of certificates.',
  since: 'Since {{day}}. {{reason}}',
  meaning: {
    REVOKED: 'This paper is no longer valid.',
    REISSUED: 'This paper was replaced by another. Ask its holder for the number of the new one.',
  },
  reasons: {
    RULE_NOT_MET: 'Reason: the conditions were not met.',
    ISSUED_IN_ERROR: 'Reason: issued in error.',
    FALSE_STATEMENT: 'Reason: a false statement.',
    LOST: 'Reason: the earlier paper was lost.',
    DAMAGED: 'Reason: the earlier paper was damaged.',
    CORRECTED: 'Reason: what is printed was corrected.',
  },
  facts: {
    registerNo: 'Certificate number',
    unit: 'Sent by',
    held: 'Held',
    heldDays: '{{from}} to {{to}}, {{hours}} hours',
    venue: 'Place',
    issuer: 'Issued by',
    issuedOn: 'Issued on',
  },
  answers: {
    'asked-nothing': {
      title: 'Type a number or code to look up',
      body: 'Both are printed at the foot of the certificate. Its QR code leads here too.',
    },
    unreadable: {
      title: 'This is not a whole number or code',
      body: 'A sign may be mistyped. Check the paper and type the whole number, or all twelve signs of the code.',
    },
    'not-found': {
      title: 'There is no such certificate in the register',
      body: 'Check the number on the paper. If it is right and still not found, call the issuer before you rely on the paper.',
    },
    'person-found': {
      title: 'In the register',
      body: 'This person holds a valid certificate. Ask for its number, then look that up.',
    },
    'person-not-found': {
      title: 'Not in the register',
      body: 'Nobody was found with all three of these. Check the name, the year of birth and the unit.',
    },
    'too-often': {
      title: 'Too many look-ups',
      body: 'This device has asked many times in a row. Wait ten minutes and try again.',
    },
    unavailable: {
      title: 'No look-up right now',
      body: 'The register of certificates does not answer for the moment. Try again in a few minutes.',
    },
  },
  differs: {
    title: 'If the paper in your hand differs',
    body: 'Where name, number or dates differ from this page, the paper may have been altered. A screenshot is no substitute for a new look-up.',
  },
  other: 'Tiếng Việt',
}
