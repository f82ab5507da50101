import { printAims, renderTable, round, saveResult } from '../lib/report';
import { INCIDENT_KINDS, toIncident } from './incident';
import { type Played, play } from './play';

const INCIDENTS = 200;

const AIM_WRONG_PERCENT = 5;

/** Inferred causes by true cause: how often each. */
function toMatrix(played: readonly Played[]): Record<string, Record<string, number>> {
  const matrix: Record<string, Record<string, number>> = {};
  for (const { truth, inferred } of played) {
    const row = matrix[truth ?? 'nothing'] ?? {};
    row[inferred ?? 'nothing'] = (row[inferred ?? 'nothing'] ?? 0) + 1;
    matrix[truth ?? 'nothing'] = row;
  }
  return matrix;
}

function isRight({ truth, inferred }: Played): boolean {
  return truth === inferred;
}

function printMatrix(matrix: Readonly<Record<string, Readonly<Record<string, number>>>>): void {
  const columns = [...new Set(Object.values(matrix).flatMap((row) => Object.keys(row)))].sort();
  const rows = Object.entries(matrix).map(([truth, row]) => [truth, ...columns.map((column) => row[column] ?? 0)]);
  console.log(renderTable(['true cause \\ inferred', ...columns], rows));
}

/** What the product infers from the metrics of incidents whose true cause the local account knows. */
export async function cause(): Promise<void> {
  const played: Played[] = [];
  // The incidents that nothing was refused in say nothing: the next seed stands in.
  for (let seed = 1; played.length < INCIDENTS; seed++) {
    const one = await play(toIncident(seed));
    if (one.truth !== null) played.push(one);
  }
  const matrix = toMatrix(played);
  const wrong = played.filter((one) => !isRight(one));
  const wrongAtHigh = wrong.filter(({ confidence }) => confidence === 'high');
  const byConfidence = (['high', 'medium', 'low'] as const).map((confidence) => {
    const of = played.filter((one) => one.confidence === confidence);
    return { confidence, incidents: of.length, right: of.filter(isRight).length };
  });
  console.log(`${INCIDENTS} incidents of ${INCIDENT_KINDS.length} kinds, each on an account of its own.\n`);
  printMatrix(matrix);
  console.log();
  console.log(
    renderTable(
      ['confidence', 'incidents', 'right'],
      byConfidence.map(({ confidence, incidents, right }) => [confidence, incidents, right]),
    ),
  );
  console.log();
  if (process.env.CAUSE_DETAIL) for (const one of wrong) console.log(JSON.stringify(one));
  const aims = [
    { what: 'percent wrong', measured: (100 * wrong.length) / INCIDENTS, atMost: AIM_WRONG_PERCENT },
    { what: 'wrong at high confidence', measured: wrongAtHigh.length, atMost: 0 },
  ];
  printAims(aims);
  saveResult('cause', {
    incidents: INCIDENTS,
    kinds: INCIDENT_KINDS,
    rightPercent: round(100 - (100 * wrong.length) / INCIDENTS),
    matrix,
    byConfidence,
    wrong: wrong.map(({ incident, truth, inferred, confidence }) => ({
      seed: incident.seed,
      kind: incident.kind,
      truth,
      inferred,
      confidence,
    })),
    aims,
  });
}
