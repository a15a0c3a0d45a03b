import { upperCode, upperUnits } from '../upper-units.ts'
import { type CommentContent, type CommentKey, commentBank } from './opinion-bank.ts'
import type { OwnAnswer } from '../../../domain/feedback/own-questions.ts'
import { demoOwnAnswers } from './own-questions.ts'
import { type TargetRequestContent, targetRequests } from './target-requests.ts'

export type StanceContent = 'AGREE' | 'AGREE_IN_PRINCIPLE' | 'DISAGREE' | 'NO_OPINION'

export type OpinionContent = {
  unitCode: string
  stances: { TRAINING: StanceContent; MEMBERSHIP_DEVELOPMENT: StanceContent }
  comments: readonly CommentContent[]
  targetRequests: readonly TargetRequestContent[]
  ownCapacity: { classes: number; seats: number; venue: string }
  /** To the department's own questions. */
  ownAnswers: Record<string, OwnAnswer>
}

/** 'AP' reads: agrees with the training plan, agrees in principle with the membership plan. */
type Stances = `${'A' | 'P' | 'D' | 'N'}${'A' | 'P' | 'D' | 'N'}`
const letters = { A: 'AGREE', P: 'AGREE_IN_PRINCIPLE', D: 'DISAGREE', N: 'NO_OPINION' } as const

type Answer = readonly [unit: number, stances: Stances, comments: readonly CommentKey[]]

/** The thirty units that have answered on the first day. */
const answers: readonly Answer[] = [
  [1, 'PA', ['threeDaysSplit', 'classSizeCap', 'summonsEarly', 'surveyShared', 'targetBasis']],
  [3, 'PP', ['threeDaysWeekend', 'employers', 'seatsMore', 'notKept', 'firstMoney']],
  [
    4,
    'PP',
    ['threeDaysSplit', 'leadersTwoClasses', 'departments', 'ownMoney', 'surveyData', 'netFormula'],
  ],
  [5, 'AP', ['proveNewFullTime', 'line06', 'secondAccountants', 'newUnionsFew']],
  [6, 'PA', ['threeDaysOnline', 'employerLetter', 'qAndA', 'bottomUp']],
  [8, 'PP', ['classSize', 'bargainingSmall', 'threeDaysSplit', 'thirtyWorkers', 'mentor']],
  [9, 'AA', ['allAgreed', 'onePage']],
  [10, 'PP', ['purposeNew', 'seatsPerUnit', 'ownClassesKit', 'parksBenefit', 'targetByQuarter']],
  [12, 'PA', ['qAndA', 'passRate', 'line29', 'dataMonth']],
  [13, 'PP', ['threeDaysWeekend', 'travelMoney', 'theoryLaw', 'guilds', 'recognition']],
  [14, 'AP', ['accountingNewDues', 'reportDates', 'thirtyDefinition']],
  [15, 'PP', ['peakSeason', 'line05', 'employers', 'parksBenefit', 'dataDay']],
  [16, 'AA', ['line37', 'evaluation']],
  [17, 'PP', ['ownClassesHard', 'ownClassesJoint', 'childPlanDays', 'newUnionsFew', 'surveyData']],
  [
    20,
    'PD',
    ['threeDaysCluster', 'lawThreshold', 'ownMoney', 'newUnionsFew', 'targetBasis', 'qualityRange'],
  ],
  [21, 'PP', ['travelMoney', 'threeDaysCluster', 'venueNorth', 'thirtyWorkers', 'dataDay']],
  [22, 'PP', ['venueNorth', 'examWeeks', 'ownClassesJoint', 'inspectionSubstitute', 'notKept']],
  [23, 'PA', ['threeDaysCluster', 'moneyShare', 'reviewDate']],
  [24, 'PP', ['ownClassesHard', 'line37', 'bargainingSmall', 'surveyShared', 'firstMoney']],
  [25, 'NP', ['newUnionsFew', 'netFormula']],
  [27, 'PP', ['threeDaysSplit', 'childPlanDays', 'line40', 'targetByQuarter']],
  [28, 'AA', ['allAgreed', 'line13']],
  [
    30,
    'PP',
    [
      'examWeeks',
      'line15',
      'safetyPublic',
      'toTheGrassroots',
      'rankCourses',
      'netPublic',
      'qualityRange',
      'reportDates',
    ],
  ],
  [32, 'PP', ['shiftWork', 'threeDaysOnline', 'line23', 'netPublic']],
  [34, 'PP', ['shiftWork', 'threeDaysOnline', 'summonsEarly', 'line40', 'guilds']],
  [36, 'PP', ['line23', 'classSizeCap', 'threeDaysEnough', 'thirtyDefinition', 'dataMonth']],
  [
    37,
    'PP',
    [
      'peakSeason',
      'threeDaysOnline',
      'bargainingCases',
      'qAndAOnline',
      'line40',
      'mentor',
      'netFormula',
    ],
  ],
  [38, 'AP', ['digital', 'line19', 'reviewDate', 'bottomUp']],
  [40, 'PA', ['peakSeason', 'rankTerm', 'newOfficialsShare', 'departments']],
  [41, 'PP', ['shiftWork', 'theoryDoc', 'leadersTwoClasses', 'recognition']],
]

/** How the thirteen stand that have not answered: Bến Trúc's two try the way themselves. */
export const stillOpen: readonly { unitCode: string; standing: 'NOT_OPENED' | 'READ' | 'DRAFT' }[] =
  [
    ...[2, 11, 19, 43].map((number) => ({
      unitCode: upperCode(number),
      standing: 'NOT_OPENED' as const,
    })),
    ...[7, 31, 29, 42].map((number) => ({
      unitCode: upperCode(number),
      standing: 'READ' as const,
    })),
    ...[35, 18, 26, 33, 39].map((number) => ({
      unitCode: upperCode(number),
      standing: 'DRAFT' as const,
    })),
  ]

export const opinions: readonly OpinionContent[] = answers.map(([number, stances, keys]) => {
  const unit = upperUnits.find((each) => each.number === number)
  if (!unit) throw new Error(`no unit ${number}`)
  const [training, membership] = [stances.slice(0, 1), stances.slice(1)] as [
    keyof typeof letters,
    keyof typeof letters,
  ]
  const unitCode = upperCode(number)
  return {
    unitCode,
    stances: { TRAINING: letters[training], MEMBERSHIP_DEVELOPMENT: letters[membership] },
    comments: keys.map((key) => spokenBy(unit.name, commentBank[key])),
    targetRequests: targetRequests.filter((request) => request.unitCode === unitCode),
    ownCapacity: capacityOf(number, unit.name),
    ownAnswers: demoOwnAnswers(number, capacityOf(number, unit.name).venue),
  }
})

/** Several units say the same thing, as they do; each says it of itself. */
function spokenBy(unitName: string, comment: CommentContent): CommentContent {
  const name = unitName.replace('Công đoàn phường', 'phường').replace('Công đoàn xã', 'xã')
  const text = comment.text.startsWith('{unit}')
    ? comment.text.replace('{unit}', unitName)
    : comment.text
  return { ...comment, text: text.replace('{unit}', name) }
}

function capacityOf(number: number, name: string) {
  const classes = 1 + (number % 2)
  const place = name.replace(/^Công đoàn /, '')
  return { classes, seats: classes * (40 + (number % 3) * 10), venue: `Hội trường ${place}` }
}
