import type { Performer } from '../performer.ts'
import { castBallots } from './cast-ballots.ts'
import { closeCouncil } from './close-council.ts'
import { openCouncil, reopenCouncil } from './council.ts'
import { numberDecision, signDecision } from './decision.ts'
import { openRound } from './open-round.ts'
import { propose } from './propose.ts'
import { registerUnit } from './register-unit.ts'
import { checkFile, handOver, report } from './report-and-check.ts'

export const rewardPerformers: Performer[] = [
  registerUnit,
  openRound,
  propose,
  report,
  checkFile,
  openCouncil,
  castBallots,
  closeCouncil,
  reopenCouncil,
  signDecision,
  numberDecision,
  handOver,
]
