import type { Performer } from '../performer.ts'
import { checkContent, checkForm } from './check.ts'
import { closeVotingEarly } from './close-voting.ts'
import { reopenVoting } from './reopen-voting.ts'
import { returnApproval, signApproval } from './sign.ts'
import { castBallot, markPlace, readDossier } from './vote.ts'

export const approvalPerformers: Performer[] = [
  checkContent,
  checkForm,
  readDossier,
  markPlace,
  castBallot,
  closeVotingEarly,
  reopenVoting,
  returnApproval,
  signApproval,
]
