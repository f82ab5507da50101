import type { Forecast, ForecastBasis } from './forecast';
import { toClock, toSpokenTime, utcMidnight } from './time';
import type { EpochMinute } from './usage';

function spellLength(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}

function spellBasis(basis: ForecastBasis): string {
  switch (basis.kind) {
    case 'rise':
      return `at the rise of the last ${spellLength(basis.minutes)}`;
    case 'lastHour':
      return 'at the pace of the last hour';
    case 'profile':
      return basis.isSurge
        ? `at the pace of the last hour, far above the last ${basis.days} days`
        : `at the course of the last ${basis.days} days and ${Math.round(basis.level * 100)}% of their traffic`;
  }
}

type Exhausting = Extract<Forecast, { kind: 'exhausts' }>;

/** `between 17:10 and 18:30`; with dates where they are not today's. */
function spellBand({ at, earliest, latest }: Exhausting, now: EpochMinute): string | null {
  if (earliest === at && latest === at) return null;
  if (latest === null) return `${toSpokenTime(earliest, now)} at the earliest, or not at all`;
  const isToday = utcMidnight(earliest) === utcMidnight(now) && utcMidnight(latest) === utcMidnight(now);
  const first = isToday ? toClock(earliest) : toSpokenTime(earliest, now);
  return `between ${first} and ${isToday ? toClock(latest) : toSpokenTime(latest, now)}`;
}

/** Names the reading when only one of the two gets to the limit at the time that is told. */
function spellReading({ readings: [first, second] }: Exhausting): string {
  if (!first || second) return '';
  return first === 'rolling24h' ? ' if the last 24 hours count' : ' if the day since midnight UTC counts';
}

/** The forecast in words, against the clock of the evaluation. */
export function spellForecast(forecast: Forecast, now: EpochMinute): string {
  switch (forecast.kind) {
    case 'exhausted':
      return `exhausted since ${toSpokenTime(forecast.at, now)}`;
    case 'exhausts': {
      const band = spellBand(forecast, now);
      return `full at about ${toSpokenTime(forecast.at, now)}${spellReading(forecast)}${band === null ? '' : ` (${band})`} ${spellBasis(forecast.basis)}`;
    }
    case 'lasts': {
      const worst = forecast.earliest === null ? '' : `; at worst full at ${toSpokenTime(forecast.earliest, now)}`;
      return forecast.basis === null
        ? `no rise that would reach it within 3 hours${worst}`
        : `lasts the day ${spellBasis(forecast.basis)}${worst}`;
    }
    case 'insufficientData':
      return `insufficient data (${forecast.reason})`;
  }
}
