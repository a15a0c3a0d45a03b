import { writeNumber } from '../../domain/grammar/text.ts'

export type Part = {
  key: string
  name: string
  number: number
  look: 'full' | 'light' | 'middle' | 'dark' | 'pale' | 'open'
}

const fills = {
  full: '#1a3c74',
  light: '#8fa5c8',
  middle: '#b9a77c',
  dark: '#464339',
  pale: '#e1e8f2',
  open: 'none',
} as const
const edges = {
  full: 'none',
  light: 'none',
  middle: 'none',
  dark: 'none',
  pale: '#1a3c74',
  open: '#7b7364',
} as const
const drawn = 200

type Props = {
  parts: readonly Part[]
  /** What the whole width stands for; without it the parts fill the bar. */
  most?: number
  /** The figures stand in words beside the bar: it is not read out a second time. */
  isSaid?: boolean
}

/** Parts of a whole side by side, from zero. */
export function StackedBar({ parts, most, isSaid = false }: Props) {
  const total = parts.reduce((sum, part) => sum + part.number, 0)
  const whole = Math.max(1, most ?? total)
  let from = 0
  return (
    <svg
      {...(isSaid ? { 'aria-hidden': true } : { role: 'img', 'aria-label': inWords(parts) })}
      viewBox={`0 0 ${drawn} 10`}
      preserveAspectRatio="none"
    >
      {parts.map(({ key, number, look }) => {
        if (number === 0) return null
        const x = from
        const width = (number / whole) * drawn
        const inset = edges[look] === 'none' ? 0 : 0.6
        from += width
        return (
          <rect
            key={key}
            x={x}
            width={Math.max(0, width - 0.8)}
            y={inset}
            height={10 - 2 * inset}
            fill={fills[look]}
            stroke={edges[look]}
            strokeWidth="1.5"
            vectorEffect="non-scaling-stroke"
          />
        )
      })}
    </svg>
  )
}

function inWords(parts: readonly Part[]): string {
  return parts.map(({ name, number }) => `${name} ${writeNumber(number)}`).join(', ')
}
