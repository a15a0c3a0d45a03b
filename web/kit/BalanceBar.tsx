import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'

type Part = { key: string; name: string; number: number; look: 'full' | 'light' | 'dark' | 'open' }

const fills = { full: '#1a3c74', light: '#8fa5c8', dark: '#464339', open: 'none' } as const

/** Parts of a whole in one bar, each named and counted below it. */
export function PartsBar({ parts }: { parts: readonly Part[] }) {
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.number, 0),
  )
  const label = parts.map((part) => `${part.name} ${writeNumber(part.number)}`).join(', ')
  let from = 0
  return (
    <div className="pb">
      <svg role="img" aria-label={label} viewBox="0 0 200 10" preserveAspectRatio="none">
        {parts.map(({ key, number, look }) => {
          const x = from
          const width = (number / total) * 200
          from += width
          return (
            <rect
              key={key}
              x={x}
              width={Math.max(0, width - 0.8)}
              y={look === 'open' ? 0.6 : 0}
              height={look === 'open' ? 8.8 : 10}
              fill={fills[look]}
              stroke={look === 'open' ? '#7b7364' : 'none'}
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          )
        })}
      </svg>
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
