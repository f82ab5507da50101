import type { Confidence } from '../../lib/core/vocabulary/finding';
import { type Aim, printAims, renderTable, round, saveResult } from '../lib/report';
import { TRAIL } from './evidence';
import { INCIDENT_KINDS, toIncident } from './incident';
import { COLUMNS, type Column, type Played, play, type Told } from './play';

const INCIDENTS = 200;

const AIM_WRONG_PERCENT = 5;

const CONFIDENCES: readonly Confidence[] = ['confirmed', 'high', 'medium', 'low'];

const TITLES: Readonly<Record<Column, string>> = {
  inference: 'inference alone',
  withEvidence: 'with evidence',
  evidenceAlone: 'evidence alone',
};

type Matrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What one way of telling came to. */
interface Score {
  readonly rightPercent: number;
  /** Told causes by true cause: how often each. */
  readonly matrix: Matrix;
  readonly byConfidence: readonly {
    readonly confidence: Confidence;
    readonly incidents: number;
    readonly right: number;
  }[];
  readonly wrong: readonly (Told & {
    readonly seed: number;
    readonly incident: string;
    readonly truth: string | null;
  })[];
}

function toMatrix(played: readonly Played[], column: Column): Matrix {
  const matrix: Record<string, Record<string, number>> = {};
  for (const { truth, told } of played) {
    const row = matrix[truth ?? 'nothing'] ?? {};
    const kind = told[column].kind ?? 'nothing';
    row[kind] = (row[kind] ?? 0) + 1;
    matrix[truth ?? 'nothing'] = row;
  }
  return matrix;
}

function score(played: readonly Played[], column: Column): Score {
  const isRight = ({ truth, told }: Played) => truth === told[column].kind;
  const wrong = played.filter((one) => !isRight(one));
  const byConfidence = CONFIDENCES.map((confidence) => {
    const of = played.filter(({ told }) => told[column].confidence === confidence);
    return { confidence, incidents: of.length, right: of.filter(isRight).length };
  });
  return {
    rightPercent: round(100 - (100 * wrong.length) / played.length),
    matrix: toMatrix(played, column),
    byConfidence: byConfidence.filter(({ incidents }) => incidents > 0),
    wrong: wrong.map(({ incident: { seed, kind }, truth, told }) => ({
      seed,
      incident: kind,
      truth,
      ...told[column],
    })),
  };
}

function printScore(column: Column, { matrix, byConfidence }: Score): void {
  const columns = [...new Set(Object.values(matrix).flatMap((row) => Object.keys(row)))].sort();
  const rows = Object.entries(matrix).map(([truth, row]) => [truth, ...columns.map((one) => row[one] ?? 0)]);
  console.log(renderTable([`${TITLES[column]}: true cause \\ told`, ...columns], rows));
  console.log();
  console.log(
    renderTable(
      ['confidence', 'incidents', 'right'],
      byConfidence.map(({ confidence, incidents, right }) => [confidence, incidents, right]),
    ),
  );
  console.log();
}

/** Right answers by true cause, in each of the columns. */
function printColumns(scores: Readonly<Record<Column, Score>>): void {
  const truths = Object.entries(scores.inference.matrix).map(([truth, row]) => {
    const incidents = Object.values(row).reduce((sum, count) => sum + count, 0);
    return [truth, incidents, ...COLUMNS.map((column) => scores[column].matrix[truth]?.[truth] ?? 0)];
  });
  const all = ['right, percent', INCIDENTS, ...COLUMNS.map((column) => scores[column].rightPercent)];
  console.log(renderTable(['true cause', 'incidents', ...COLUMNS.map((column) => TITLES[column])], [...truths, all]));
  console.log();
}

function toAims({ inference, withEvidence }: Readonly<Record<Column, Score>>): Aim[] {
  const wrongAt = ({ wrong }: Score, confidence: Confidence) =>
    wrong.filter((one) => one.confidence === confidence).length;
  return [
    { what: 'percent wrong by inference', measured: 100 - inference.rightPercent, atMost: AIM_WRONG_PERCENT },
    { what: 'wrong at high confidence by inference', measured: wrongAt(inference, 'high'), atMost: 0 },
    {
      what: 'percent wrong with evidence',
      measured: 100 - withEvidence.rightPercent,
      atMost: 100 - inference.rightPercent,
    },
  ];
}

/** What the product tells of incidents whose true cause the local account knows: by metrics, by AWS's words, by both. */
export async function cause(): Promise<void> {
  const played: Played[] = [];
  // The incidents that nothing was refused in say nothing: the next seed stands in.
  for (let seed = 1; played.length < INCIDENTS; seed++) {
    const one = await play(toIncident(seed));
    if (one.truth !== null) played.push(one);
  }
  const scores = {
    inference: score(played, 'inference'),
    withEvidence: score(played, 'withEvidence'),
    evidenceAlone: score(played, 'evidenceAlone'),
  };
  const unrecorded = played.filter(({ recorded }) => recorded === 0).length;
  console.log(`${INCIDENTS} incidents of ${INCIDENT_KINDS.length} kinds, each on an account of its own.`);
  console.log(`CloudTrail had nothing yet of ${unrecorded} of them when they were judged.\n`);
  for (const column of COLUMNS) printScore(column, scores[column]);
  printColumns(scores);
  if (process.env.CAUSE_DETAIL)
    for (const one of played) if (one.truth !== one.told.withEvidence.kind) console.log(JSON.stringify(one));
  const aims = toAims(scores);
  printAims(aims);
  saveResult('cause', {
    incidents: INCIDENTS,
    kinds: INCIDENT_KINDS,
    trail: TRAIL,
    unrecorded,
    columns: scores,
    aims,
  });
}
