/**
 * What the lunar calendar needs of the sky: the instants of new moons and where the sun stands.
 * Series after Meeus, Astronomical Algorithms, chapters 25 and 49, cut to about a minute of time.
 */
const RADIANS = Math.PI / 180
/** Mean length of a lunar month in days, and the new moon of 6 January 2000 (Julian days). */
const MONTH_DAYS = 29.530588861
const FIRST_NEW_MOON = 2451550.09766
/** Terrestrial time runs ahead of the clock by about 70 to 80 seconds from 2020 to 2040. */
const CLOCK_LAG_DAYS = 75 / 86_400

const sine = (degrees: number): number => Math.sin(degrees * RADIANS)

/** The terms [days, multiple of the sun's, the moon's anomaly, the moon's latitude argument]. */
const NEW_MOON_TERMS = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
] as const

/** The Julian day (universal time) of the k-th new moon after the first of the year 2000. */
export function newMoon(k: number): number {
  const t = k / 1236.85
  const sun = 2.5534 + 29.1053567 * k
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * k
  const eccentricity = 1 - 0.002516 * t
  const wobble = NEW_MOON_TERMS.reduce(
    (days, [size, m, n, f]) => {
      const damped = size * eccentricity ** Math.abs(m)
      return days + damped * sine(m * sun + n * moon + f * latitude)
    },
    -0.00017 * sine(node),
  )
  const mean = FIRST_NEW_MOON + MONTH_DAYS * k + 0.00015437 * t * t
  return mean + wobble - CLOCK_LAG_DAYS
}

/** The number of the new moon that is nearest to a Julian day. */
export function nearestNewMoon(julianDay: number): number {
  return Math.round((julianDay - FIRST_NEW_MOON) / MONTH_DAYS)
}

/** The apparent longitude of the sun in degrees, 0 at the spring equinox. */
export function sunLongitude(julianDay: number): number {
  const t = (julianDay + CLOCK_LAG_DAYS - 2451545) / 36525
  const mean = 280.46646 + 36000.76983 * t
  const anomaly = 357.52911 + 35999.05029 * t
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    0.019993 * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return ((apparent % 360) + 360) % 360
}
