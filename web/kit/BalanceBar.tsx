import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import { type Part, StackedBar } from './StackedBar.tsx'

/** Parts of a whole in one bar, each named and counted below it. */
export function PartsBar({ parts }: { parts: readonly Part[] }) {
  return (
    <div className="pb">
      <StackedBar parts={parts} />
      <p className="key">
        {parts.map((part) => (
          <span key={part.key}>
            <i className={part.look} />
            {part.name} {writeNumber(part.number)}
          </span>
        ))}
      </p>
    </div>
  )
}

type Balance = {
  /** 'Nghị quyết giao', 'Đang giao lại, 43 đơn vị' */
  totalName: string
  givenName: string
  total: number
  given: number
  unit: string
}

/** What was decided against what has been assigned: the sum must come out. */
export function BalanceBar({ totalName, givenName, total, given, unit }: Balance) {
  const t = useText()
  const left = total - given
  const part = Math.min(1, total === 0 ? 1 : given / total) * 300
  const words =
    left === 0
      ? t('shell.balance.exact')
      : t(left > 0 ? 'shell.balance.left' : 'shell.balance.over', {
          number: writeNumber(Math.abs(left)),
          unit,
        })
  return (
    <div className="bal">
      <p>
        {totalName}
        <b>{writeNumber(total)}</b>
      </p>
      <p>
        {givenName}
        <b>{writeNumber(given)}</b>
      </p>
      <div className="gr">
        <svg
          role="img"
          aria-label={t('shell.balance.summary', {
            given: writeNumber(given),
            total: writeNumber(total),
            unit,
          })}
          viewBox="0 0 300 10"
          preserveAspectRatio="none"
        >
          <rect width={part} height="10" fill="#1a3c74" />
          {part < 300 && (
            <rect
              x={part + 0.5}
              y=".7"
              width={Math.max(1.5, 299 - part)}
              height="8.6"
              fill="none"
              stroke="#b3281a"
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <p className={left === 0 ? 'grn' : 'red'} role="status">
          {words}
        </p>
      </div>
    </div>
  )
}
