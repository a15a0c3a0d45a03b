import type { Performer } from '../performer.ts'
import { hallPerformers } from './conference-hall.ts'
import { conferenceMinutesPerformers } from './conference-minutes.ts'
import { assistedOfficePerformers } from './assisted-office-deeds.ts'
import { assistedUnitPerformers } from './assisted-unit-deeds.ts'
import { draftingPerformers } from './drafting-deeds.ts'
import { extensionPerformers } from './ask-for-time.ts'
import { filePerformers } from './file-deeds.ts'
import { questionPerformers } from './change-questions.ts'
import { excusePerformers } from './excuse.ts'
import { preparationPerformers } from './preparation.ts'
import { ownOpinionPerformers } from './own-opinions.ts'
import { reopen } from './reopen.ts'
import { roundPerformers } from './round-deeds.ts'
import { sheetPerformers } from './sheet-deeds.ts'
import { setConference } from './set-conference.ts'
import { signingPerformers } from './signing-deeds.ts'

export const feedbackPerformers: Performer[] = [
  ...draftingPerformers,
  ...filePerformers,
  ...sheetPerformers,
  ...assistedOfficePerformers,
  ...assistedUnitPerformers,
  ...signingPerformers,
  ...excusePerformers,
  ...extensionPerformers,
  ...roundPerformers,
  reopen,
  ...preparationPerformers,
  ...questionPerformers,
  setConference,
  ...hallPerformers,
  ...ownOpinionPerformers,
  ...conferenceMinutesPerformers,
]
