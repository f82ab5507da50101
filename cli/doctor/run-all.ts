import { boundEach } from '../../aws/bound';
import { createClients } from '../../aws/clients';
import { type Check, checkWatchdog } from '../../lib/core/answers/checklist';
import { spellPlace } from '../../lib/core/vocabulary/place';
import { MINUTES_PER_DAY, toIso, toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellQuantity } from '../../lib/core/vocabulary/wording';
import { commandWordsOf } from '../../lib/language/command-words';
import { toFleetDocument } from '../fleet/documents';
import { findFleet, type KnownFleet } from '../fleet/find-fleet';
import { readEach } from '../fleet/read-each';
import { renderUnseen } from '../fleet/render-unseen';
import { closeClients } from '../region/connection';
import { prepareJudging } from '../region/evaluate-region';
import { EXIT, type ExitCode } from '../terminal/cli-error';
import { writePaged } from '../terminal/pager';
import type { CliIo } from '../terminal/process-io';
import { createCount } from '../terminal/progress';
import { chooseStyle } from '../terminal/style';
import { writeJson } from '../terminal/write-documents';
import { toCheckDocuments } from './document';
import { examineTarget } from './examine-target';
import type { DoctorOptions } from './options';
import { readWatchdog } from './read-watchdog';
import { renderChecks } from './render';
import { renderTargets } from './render-all';

/** Milliseconds for the look at the watchdog itself. */
const WATCHDOG_MS = 25_000;

/** What is right and wrong with the watchdog, which is one for all its targets. */
async function examineWatchdog(
  { stack, region }: KnownFleet,
  { language }: DoctorOptions,
  io: CliIo,
): Promise<readonly Check[]> {
  const counter = new Map<string, number>();
  const end = AbortSignal.timeout(WATCHDOG_MS);
  const clients = boundEach(createClients(region, counter), () => end, 'noAnswer');
  const now = toMinute(io.now());
  try {
    const words = commandWordsOf(language);
    return checkWatchdog(await readWatchdog({ stack, region, clients, counter, now, words, end }), now);
  } finally {
    closeClients(clients);
  }
}

/**
 * `doctor --all`: the watchdog once, and each of its targets in a line; of a single one every check. Exit 1 when something is
 * wrong, else 3 when a target could not be read. @throws CliError
 */
export async function runDoctorOfAll(options: DoctorOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  const judging = await prepareJudging({ ...options, lookback: MINUTES_PER_DAY }, io);
  const fleet = await findFleet(options, io);
  const now = toMinute(io.now());
  const [watchdog, { read, unseen }] = await Promise.all([
    examineWatchdog(fleet, options, io),
    readEach(
      fleet,
      (connection, place) => examineTarget(connection, place, { ...judging, now }),
      createCount(io, words),
    ),
  ]);
  const diagnoses = read.map((one) => one.read);
  if (options.json) {
    const documents = diagnoses.map(({ place, checks }) => ({
      place,
      document: {
        accountId: place.accountId,
        region: place.region,
        examinedAt: toIso(now),
        checks: toCheckDocuments(checks),
      },
    }));
    writeJson({ ...toFleetDocument(documents, unseen), watchdog: toCheckDocuments(watchdog) }, io);
  } else {
    const style = chooseStyle(options, io);
    const look = { style, words };
    const [only, ...others] = diagnoses;
    const count = spellQuantity(fleet.targets.length, words.fleet.target, words);
    const head = words.cli.targets.doctorHead(fleet.stack, count, toSpokenTime(now, 0));
    const lines = [
      ...style.wrap(head, '').map(style.bold),
      '',
      ...renderChecks({ checks: watchdog, advice: [] }, look),
      ...(only && others.length === 0 && unseen.length === 0
        ? ['', style.bold(spellPlace(only.place)), ...renderChecks({ checks: only.checks, advice: [] }, look)]
        : renderTargets(diagnoses, look)),
      ...renderUnseen(unseen, look),
    ];
    writePaged(`${lines.join('\n')}\n`, io);
  }
  const checks = [...watchdog, ...diagnoses.flatMap((one) => one.checks)];
  if (checks.some(({ status }) => status === 'wrong')) return EXIT.found;
  return unseen.length > 0 ? EXIT.unreadable : EXIT.fine;
}
