import { DAY, HOUR, MINUTE, type Wall, wallOf } from './civil.ts'

const rad = Math.PI / 180

/** Apparent longitude of the sun in degrees at an instant; good to 0.01° (Meeus, Astronomical Algorithms, chapter 25). */
function sunLongitude(ms: number): number {
  const t = (ms / DAY + 2440587.5 - 2451545) / 36525
  const anomaly = (357.52911 + 35999.05029 * t) * rad
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly)
  const node = (125.04 - 1934.136 * t) * rad
  return 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(node)
}

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180

/** The day of a solar term, counted from 小寒 = 0 to 冬至 = 23; terms are fixed in China's time wherever one lives. */
export function solarTermDay(term: number, year: number): Wall {
  const target = 285 + term * 15
  let ms = wallOf(year, 1, 6) + term * 15.2 * DAY
  for (let round = 0; round < 6; round++) ms -= (wrapped(sunLongitude(ms) - target) / 360) * 365.2422 * DAY
  const china = ms + 8 * HOUR - MINUTE
  return Math.floor(china / DAY) * DAY
}
