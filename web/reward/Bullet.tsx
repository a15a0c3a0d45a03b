import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { useText } from '../text.ts'

const width = 600
const height = 28

/** A bar of what was done, a line where it was planned, a notch for last year; its twin stands below. */
export function Bullet({ target }: { target: TargetResultView }) {
  const t = useText()
  const { planned, done, lastYear } = target
  if (done === null || !planned) return null
  const most = Math.max(planned, done, lastYear ?? 0) * 1.08
  const x = (value: number) => Math.round((Math.max(0, value) / most) * width)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${target.code}: ${t('reward.results.bars')}`}
    >
      <rect x="0" y="4" width={width} height="20" fill="var(--desk-2)" />
      <rect x="0" y="9" width={x(done)} height="10" fill="var(--blue)" />
      <rect x={x(planned) - 1} y="1" width="3" height="26" fill="var(--ink)" />
      {lastYear !== null && (
        <rect x={x(lastYear) - 1} y="4" width="2" height="20" fill="var(--edge)" />
      )}
    </svg>
  )
}
