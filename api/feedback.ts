import { fileOfAnswer } from '../db/feedback/answer-files.ts'
import { calendarOfAnswer } from '../db/feedback/answer-calendar.ts'
import { paperOfAnswer } from '../db/feedback/answer-paper.ts'
import { boardOf, everyBoardRow } from '../db/feedback/board.ts'
import { feedbackPerformers } from '../db/feedback/deeds.ts'
import { scanOfAnswer } from '../db/feedback/assisted-entry.ts'
import { assistedDesk, myAnswer } from '../db/feedback/my-answer.ts'
import { outcomesOf } from '../db/feedback/outcomes.ts'
import { everyOwnAnswer, ownAnswersOf } from '../db/feedback/own-answers.ts'
import { conferencesOf } from '../db/feedback/conferences.ts'
import { takenOverOpinionsOf } from '../db/feedback/taken-over-opinions.ts'
import { paperOfConference } from '../db/feedback/conference-paper.ts'
import { preparationOf } from '../db/feedback/preparation.ts'
import { closurePreviewOf, reminderPreviewOf } from '../db/feedback/previews.ts'
import { openingPreviewOf } from '../db/feedback/move-opening.ts'
import { reopeningPreviewOf } from '../db/feedback/reopen.ts'
import { rehearsalOf } from '../db/feedback/rehearsal.ts'
import { roundQuestions } from '../db/feedback/round-questions.ts'
import { signedAnswer } from '../db/feedback/signed-answer.ts'
import { feedbackRoutes as routes } from '../domain/feedback/feedback.contract.ts'
import { mountAnswerSheet, readAnswerBook } from './answer-sheet/mount.ts'
import { mountCalendar } from './calendar-file.ts'
import { mountExport } from './export.ts'
import { boardSheet } from './feedback-sheet.ts'
import { ownAnswersSheet } from './own-answers-sheet.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import { mountStoredFile } from './stored-file.ts'

export function mountFeedback(mounting: Mounting): void {
  mountExport(mounting, routes.board, async ({ tx }, { params, query }, language) =>
    boardSheet(await everyBoardRow(tx, { ...query, ...params }), params.planYear, language),
  )
  mountReading(mounting, routes.board, (entered, { params, query }) =>
    boardOf(entered, { ...query, ...params }),
  )
  mountReading(mounting, routes.reminderPreview, ({ tx }, { params, query }) =>
    reminderPreviewOf(tx, params.roundId, query.answers),
  )
  mountReading(mounting, routes.closurePreview, ({ tx }, { params }) =>
    closurePreviewOf(tx, params.roundId),
  )
  mountReading(mounting, routes.reopeningPreview, (entered, { params, query }) =>
    reopeningPreviewOf(entered, { ...params, ...query }),
  )
  mountReading(mounting, routes.openingPreview, (entered, { params, query }) =>
    openingPreviewOf(entered, { ...params, ...query }),
  )
  mountReading(mounting, routes.rehearsal, (entered, { params, query }) =>
    rehearsalOf(entered, { ...params, ...query }),
  )
  mountReading(mounting, routes.preparation, (entered, { params }) =>
    preparationOf(entered, params.planYear),
  )
  mountReading(mounting, routes.roundQuestions, (entered, { params }) =>
    roundQuestions(entered, params.roundId),
  )
  mountExport(mounting, routes.ownAnswers, async ({ tx }, { params, query }, language) =>
    ownAnswersSheet(
      await everyOwnAnswer(tx, { ...params, round: query.round }),
      params.planYear,
      language,
    ),
  )
  mountReading(mounting, routes.ownAnswers, ({ tx }, { params, query }) =>
    ownAnswersOf(tx, { ...query, ...params }),
  )
  mountAnswers(mounting)
  mountConferences(mounting)
  mountAnswerSheet(mounting)
  for (const performer of feedbackPerformers)
    if (ofSheets.has(performer.route.deed.name)) mountDeed(mounting, performer, readAnswerBook)
    else mountDeed(mounting, performer)
}

const ofSheets = new Set<string>([routes.checkSheet.deed.name, routes.takeSheet.deed.name])

/** One unit's answer, while it is written and once it is signed. */
function mountAnswers(mounting: Mounting): void {
  mountReading(mounting, routes.myAnswer, (entered, { params }) =>
    myAnswer(entered, params.planYear),
  )
  mountReading(mounting, routes.assistedDesk, (entered, { params }) =>
    assistedDesk(entered, params.answerId),
  )
  mountStoredFile(mounting, routes.assistedScan, ({ tx }, { params }) => scanOfAnswer(tx, params))
  mountReading(mounting, routes.signedAnswer, ({ tx }, { params }) =>
    signedAnswer(tx, params.answerId),
  )
  mountReading(mounting, routes.answerPaper, ({ tx }, { params }) =>
    paperOfAnswer(tx, params.answerId),
  )
  mountCalendar(mounting, routes.answerCalendar, ({ tx }, { params }, language) =>
    calendarOfAnswer(tx, params.answerId, language),
  )
  mountStoredFile(mounting, routes.file, ({ tx }, { params }) => fileOfAnswer(tx, params))
  mountReading(mounting, routes.outcomes, ({ tx }, { params }) => outcomesOf(tx, params.answerId))
}

/** What a round says and hears where people meet. */
function mountConferences(mounting: Mounting): void {
  mountReading(mounting, routes.conferences, (entered, { params }) =>
    conferencesOf(entered, params.planYear),
  )
  mountReading(mounting, routes.takenOverOpinions, (entered, { params }) =>
    takenOverOpinionsOf(entered, params.planYear),
  )
  mountReading(mounting, routes.conferencePaper, ({ tx }, { params }) =>
    paperOfConference(tx, params.conferenceId),
  )
}
