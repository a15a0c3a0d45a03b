import { headlineOf, isShareOfPeople } from '../../domain/draft/target.ts'
import type { WrittenTarget } from '../../domain/draft/views.contract.ts'
import { day, writeDay } from '../../domain/grammar/day.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { writingRoutes } from '../../domain/draft/writing.contract.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { PaperLine } from '../kit/paper/Sheet.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import styles from './draft.module.css'
import { TargetWriting } from './TargetWriting.tsx'

export type TargetProps = {
  target: WrittenTarget
  clauseCodes: readonly string[]
  lastYear: number
  writable: boolean
  isOpen: boolean
  onOpen: (at: string | null) => void
  onShares: (targetId: string) => void
}

/** One target below its clause: the sentence that prints, its kind, and what last year brought. */
export function TargetLine(props: TargetProps) {
  const { target, isOpen, writable, onOpen } = props
  const t = useText()
  if (isOpen && writable)
    return (
      <div id={`muc-${target.code}`}>
        <PaperLine
          open
          label={t('draft.target.label', { code: target.code })}
          margin={<LastTarget {...props} />}
        >
          <p className={styles.target}>{target.text}</p>
          <TargetWriting {...props} />
        </PaperLine>
      </div>
    )
  const words = target.text || t('draft.target.empty')
  return (
    <div id={`muc-${target.code}`}>
      <PaperLine margin={<LastTarget {...props} />}>
        <p className={styles.target}>
          {writable ? (
            <button className={styles.opens} type="button" onClick={() => onOpen(target.code)}>
              {words}
            </button>
          ) : (
            words
          )}
        </p>
        <KindLine {...props} />
      </PaperLine>
    </div>
  )
}

function KindLine({ target, writable, onShares }: TargetProps) {
  const t = useText()
  const about = useAbout(target)
  const count = useDeed(writingRoutes.freezeDenominator)
  const params = { targetId: target.id }
  return (
    <div className={styles.kind}>
      <b>{t(`draft.kind.${target.kind}`)}.</b> {about}{' '}
      {target.isAllocated && (
        <Button kind="text" onClick={() => onShares(target.id)}>
          {t('draft.target.shares', { count: target.allocatedUnits })}
        </Button>
      )}{' '}
      {writable && isShareOfPeople(target) && (
        <Button
          kind="text"
          sending={count.sending}
          onClick={() => void count.send({ params }, target.revision)}
        >
          {t('draft.target.freeze')}
        </Button>
      )}
      <ProblemNote problem={count.problem} />
    </div>
  )
}

/** What stands behind the number: its denominator, its formula, what it is measured in. */
function useAbout(target: WrittenTarget): string {
  const t = useText()
  if (target.kind === 'FORMULA') return target.formula ?? ''
  if (target.kind === 'PERCENT')
    return target.denominator !== null && target.denominatorOn !== null
      ? t('draft.target.denominator', {
          number: writeNumber(target.denominator),
          day: writeDay(day(target.denominatorOn)),
        })
      : t('draft.target.noDenominator')
  const number = headlineOf({ ...target, denominatorOn: null })
  if (target.kind === 'RANGE' && target.minValue !== null && target.maxValue !== null)
    return t('draft.target.range', {
      from: writeNumber(target.minValue),
      to: writeNumber(target.maxValue),
      unit: target.measuredIn,
    })
  return number === null ? '' : `${writeNumber(number)} ${target.measuredIn}`
}

function LastTarget({ target, lastYear }: TargetProps) {
  const t = useText()
  const { lastYearText, lastYearValue, lastYearDone } = target
  if (lastYearText === null && lastYearValue === null) return t('draft.lastYear.new')
  const sign = target.kind === 'PERCENT' ? '%' : ` ${target.measuredIn}`
  return (
    <>
      <span className={styles.yearWord}>{t('draft.lastYear.prefix', { year: lastYear })} </span>
      {lastYearValue === null ? lastYearText : `${writeNumber(lastYearValue)}${sign}`}
      {lastYearDone !== null &&
        t('draft.lastYear.done', { number: `${writeNumber(lastYearDone)}${sign}` })}
    </>
  )
}
