import type { Forecast, ForecastBasis } from '../../measure/forecast';
import { type EpochMinute, toClock, toSpokenTime, utcMidnight } from '../../vocabulary/time';
import { lookUp } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

function spellBasis(basis: ForecastBasis, { forecast }: Words): string {
  switch (basis.kind) {
    case 'rise':
      return forecast.rise(
        basis.minutes % 60 === 0 ? forecast.hours(basis.minutes / 60) : forecast.minutes(basis.minutes),
      );
    case 'lastHour':
      return forecast.lastHour;
    case 'profile':
      return basis.isSurge
        ? forecast.surge(basis.days)
        : forecast.course(basis.days, `${Math.round(basis.level * 100)}%`);
  }
}

type Exhausting = Extract<Forecast, { kind: 'exhausts' }>;

/** `between 17:10 and 18:30`; with dates where they are not today's. */
function spellBand({ at, earliest, latest }: Exhausting, now: EpochMinute, { forecast }: Words): string | null {
  if (earliest === at && latest === at) return null;
  if (latest === null) return forecast.orNever(toSpokenTime(earliest, now));
  const isToday = utcMidnight(earliest) === utcMidnight(now) && utcMidnight(latest) === utcMidnight(now);
  const first = isToday ? toClock(earliest) : toSpokenTime(earliest, now);
  return forecast.between(first, isToday ? toClock(latest) : toSpokenTime(latest, now));
}

/** Names the reading when only one of the two gets to the limit at the time that is told. */
function spellReading({ readings: [first, second] }: Exhausting, { forecast }: Words): string {
  if (!first || second) return '';
  return ` ${first === 'rolling24h' ? forecast.ifRolling24h : forecast.ifUtcDay}`;
}

/** The forecast in words, against the clock of the evaluation. */
export function spellForecast(forecast: Forecast, now: EpochMinute, words: Words): string {
  const { exhausted, full, lasts, noRise, atWorst, insufficient, reasons } = words.forecast;
  switch (forecast.kind) {
    case 'exhausted':
      return exhausted(toSpokenTime(forecast.at, now));
    case 'exhausts': {
      const band = spellBand(forecast, now, words);
      return `${full(toSpokenTime(forecast.at, now))}${spellReading(forecast, words)}${band === null ? '' : ` (${band})`} ${spellBasis(forecast.basis, words)}`;
    }
    case 'lasts': {
      const worst = forecast.earliest === null ? '' : `; ${atWorst(toSpokenTime(forecast.earliest, now))}`;
      return forecast.basis === null ? `${noRise}${worst}` : `${lasts(spellBasis(forecast.basis, words))}${worst}`;
    }
    case 'insufficientData':
      return insufficient(lookUp(reasons, forecast.reason));
  }
}
