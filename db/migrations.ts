import type { Migration } from 'kysely'
import * as ground from './migrations/0001-ground.ts'
import * as federation from './migrations/0002-federation.ts'
import * as accounts from './migrations/0003-accounts.ts'
import * as register from './migrations/0004-register.ts'
import * as cycle from './migrations/0005-cycle.ts'
import * as draft from './migrations/0006-draft.ts'
import * as feedback from './migrations/0007-feedback.ts'
import * as revision from './migrations/0008-revision.ts'
import * as approval from './migrations/0009-approval.ts'
import * as fence from './migrations/0010-fence.ts'
import * as accountsAdmin from './migrations/0011-accounts-admin.ts'
import * as quickerFence from './migrations/0012-quicker-fence.ts'
import * as sessions from './migrations/0013-sessions.ts'
import * as peopleAndUnits from './migrations/0014-people-and-units.ts'
import * as excuse from './migrations/0015-excuse.ts'
import * as reopenedVote from './migrations/0016-reopened-vote.ts'
import * as areaInOrder from './migrations/0019-area-in-order.ts'
import * as classes from './migrations/0020-classes.ts'
import * as classDesk from './migrations/0021-class-desk.ts'
import * as inspection from './migrations/0022-inspection.ts'
import * as teaching from './migrations/0023-teaching.ts'
import * as reward from './migrations/0024-reward.ts'
import * as rewardStanding from './migrations/0025-reward-standing.ts'
import * as handedOver from './migrations/0029-handed-over.ts'
import * as takenOverAgain from './migrations/0030-taken-over-again.ts'
import * as unitsWithSeats from './migrations/0031-units-with-seats.ts'
import * as classRating from './migrations/0032-class-rating.ts'
import * as mergedInspections from './migrations/0033-merged-inspections.ts'
import * as lineWishes from './migrations/0034-line-wishes.ts'
import * as extensionRequest from './migrations/0035-extension-request.ts'
import * as ownQuestions from './migrations/0036-own-questions.ts'
import * as files from './migrations/0038-files.ts'
import * as findingPhotos from './migrations/0039-finding-photos.ts'
import * as revisionActs from './migrations/0040-revision-acts.ts'
import * as taskProof from './migrations/0041-task-proof.ts'
import * as planReading from './migrations/0042-plan-reading.ts'
import * as conference from './migrations/0043-conference.ts'
import * as assistedEntry from './migrations/0044-assisted-entry.ts'
import * as reopenedRound from './migrations/0045-reopened-round.ts'
import * as mergedOpinions from './migrations/0046-merged-opinions.ts'
import * as opinionWords from './migrations/0048-opinion-words.ts'
import * as opinionsOfMergedUnits from './migrations/0050-opinions-of-merged-units.ts'
import * as scannedPages from './migrations/0051-scanned-pages.ts'
import * as plannedOpening from './migrations/0052-planned-opening.ts'

/** In the order they were written; the names are frozen with the first database that ran them. */
export const migrations: Record<string, Migration> = {
  '0001-ground': ground,
  '0002-federation': federation,
  '0003-accounts': accounts,
  '0004-register': register,
  '0005-cycle': cycle,
  '0006-draft': draft,
  '0007-feedback': feedback,
  '0008-revision': revision,
  '0009-approval': approval,
  '0010-fence': fence,
  '0011-accounts-admin': accountsAdmin,
  '0012-quicker-fence': quickerFence,
  '0013-sessions': sessions,
  '0014-people-and-units': peopleAndUnits,
  '0015-excuse': excuse,
  '0016-reopened-vote': reopenedVote,
  '0019-area-in-order': areaInOrder,
  '0020-classes': classes,
  '0021-class-desk': classDesk,
  '0022-inspection': inspection,
  '0023-teaching': teaching,
  '0024-reward': reward,
  '0025-reward-standing': rewardStanding,
  '0029-handed-over': handedOver,
  '0030-taken-over-again': takenOverAgain,
  '0031-units-with-seats': unitsWithSeats,
  '0032-class-rating': classRating,
  '0033-merged-inspections': mergedInspections,
  '0034-line-wishes': lineWishes,
  '0035-extension-request': extensionRequest,
  '0036-own-questions': ownQuestions,
  '0038-files': files,
  '0039-finding-photos': findingPhotos,
  '0040-revision-acts': revisionActs,
  '0041-task-proof': taskProof,
  '0042-plan-reading': planReading,
  '0043-conference': conference,
  '0044-assisted-entry': assistedEntry,
  '0045-reopened-round': reopenedRound,
  '0046-merged-opinions': mergedOpinions,
  '0048-opinion-words': opinionWords,
  '0050-opinions-of-merged-units': opinionsOfMergedUnits,
  '0051-scanned-pages': scannedPages,
  '0052-planned-opening': plannedOpening,
}
