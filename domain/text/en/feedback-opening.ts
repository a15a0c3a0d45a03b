/** A round that was agreed to and opens on a later day. */
export const feedbackOpening = {
  opening: {
    head: 'The consultation opens at {{at}}',
    coming: 'The consultation is opening',
    lead: '{{units}} units will be asked. Answers are due {{due}}; late ones are taken until {{grace}}.',
    before:
      'At that hour forms and invitations go out by themselves. Until then no unit sees these drafts.',
    when: 'Opens',
    now: 'At once',
    deed: 'Move the opening',
    title: 'Move the opening of the consultation',
    confirm: 'Move the opening',
    opensOn: 'New day of the opening',
    obstacles: 'The opening cannot be moved so',
    hint: 'The department reads this reason in a letter.',
  },
} as const

export const openingRefusals = {
  'round-not-open': 'The consultation is not open yet: it opens at {{time}} on {{day}}.',
  'round-open': 'The consultation is open, so that its opening cannot be moved any more.',
  'meeting-before-opening': 'It must be held after the opening, so that units have the drafts.',
  'opening-after-meeting':
    'A meeting is set before this opening. Set it anew first, or choose an earlier day.',
  'due-before-meeting':
    'A meeting is set after this last day. Set it anew first, or choose a later day.',
} as const

export const openingDeeds = {
  'round.openingMoved':
    'moved the opening of the consultation to {{opensOn}}, due {{dueOn}}: {{reason}}',
} as const

export const openingLetters = {
  openingMoved: {
    title: 'The consultation on the plan {{planYear}} opens on {{opensOn}}',
    body: 'The committee’s leader has moved the opening. It opens on {{opensOn}}; answers are due at 17:00 on {{dueOn}}. Reason: {{reason}}',
  },
  reopeningPlanned: {
    title:
      'Units are asked once more, on draft {{draft}} of the plan {{planYear}}, from {{opensOn}}',
    body: 'The leader asks the units once more. It opens at 08:00 on {{opensOn}}, until {{dueOn}}. Reason: {{reason}}\n\nUntil then no unit sees the new draft.',
  },
} as const
