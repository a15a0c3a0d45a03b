const arcs = [
  ['M18.00 3.00A15 15 0 0 1 26.17 5.42', 1],
  ['M28.61 7.39A15 15 0 0 1 32.67 14.88', 1],
  ['M33.00 18.00A15 15 0 0 1 30.58 26.17', 1],
  ['M28.61 28.61A15 15 0 0 1 21.12 32.67', 0.45],
  ['M18.00 33.00A15 15 0 0 1 9.83 30.58', 0.45],
  ['M7.39 28.61A15 15 0 0 1 3.33 21.12', 0.45],
  ['M3.00 18.00A15 15 0 0 1 5.42 9.83', 0.45],
  ['M7.39 7.39A15 15 0 0 1 14.88 3.33', 0.45],
] as const

const star = 'M18 12.2l1.4 4.3h4.5l-3.6 2.7 1.3 4.3-3.6-2.6-3.6 2.6 1.3-4.3-3.6-2.7h4.5z'

/** Our mark: a year of eight steps round a star. */
export function Mark() {
  return (
    <svg width="34" height="34" viewBox="0 0 36 36" aria-hidden="true" focusable="false">
      {arcs.map(([d, opacity]) => (
        <path key={d} d={d} fill="none" stroke="currentColor" strokeWidth="3.2" opacity={opacity} />
      ))}
      <circle cx="18" cy="18" r="8.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d={star} fill="currentColor" />
    </svg>
  )
}
