import { MINUTES_PER_DAY, toIso, toMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import { closeClients, connect } from '../region/connection';
import { evaluateRegions } from '../region/evaluate-region';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import { showStack } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { chooseStyle } from '../terminal/style';
import { writeDocuments } from '../terminal/write-documents';
import { type Diagnosis, toDoctorDocument } from './document';
import { examine } from './examine';
import type { DoctorOptions } from './options';
import { renderDoctor } from './render';
import { runDoctorOfAll } from './run-all';

/** Checks that say, when they are unknown, that an account was not read. */
const INDISPENSABLE: ReadonlySet<string> = new Set(['quotas', 'models/traffic']);

/** Without Region or credentials there is one finding, and it is the answer. */
async function findObstacle(options: DoctorOptions, io: CliIo): Promise<Diagnosis | null> {
  try {
    for (const { clients } of await connect(options, io)) closeClients(clients);
    return null;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const [region = null] = options.region;
    return {
      accountId: null,
      region,
      examinedAt: toIso(toMinute(io.now())),
      checks: [{ id: 'credentials', status: 'wrong', said: { kind: 'text', text: error.message }, command: null }],
      advice: [],
      checklist: [],
      bill: null,
    };
  }
}

async function examineAll(options: DoctorOptions, io: CliIo): Promise<Diagnosis[]> {
  const obstacle = await findObstacle(options, io);
  if (obstacle) return [obstacle];
  const regions = await evaluateRegions({ ...options, lookback: MINUTES_PER_DAY }, io);
  if (options.verbose)
    for (const { connection } of regions) for (const one of connection.failures) showStack(io, one.error);
  const diagnoses: Diagnosis[] = [];
  for (const region of regions) diagnoses.push(await examine(region, options, io));
  return diagnoses;
}

/**
 * `doctor`: what is right and wrong before and after deploying, and what to do, of every Region asked for. Exit 1 when
 * something is wrong, else 3 when quotas or traffic could not be read; that is a finding too. @throws CliError for files that cannot be used.
 */
export async function runDoctor(options: DoctorOptions, io: CliIo): Promise<ExitCode> {
  if (options.all) return runDoctorOfAll(options, io);
  const words = commandWordsOf(options.language);
  const diagnoses = await examineAll(options, io);
  const style = chooseStyle(options, io);
  const isMany = options.region.length > 1;
  if (options.json) {
    writeDocuments({ documents: diagnoses.map(toDoctorDocument), isMany, isJson: true }, String, io);
  } else {
    writeDocuments({ documents: diagnoses, isMany, isJson: false }, (one) => renderDoctor(one, style, words), io);
  }
  const checks = diagnoses.flatMap((one) => one.checks);
  if (checks.some(({ status }) => status === 'wrong')) return EXIT.found;
  const isUnread = checks.some(({ id, status }) => status === 'unknown' && INDISPENSABLE.has(id));
  return isUnread ? EXIT.unreadable : EXIT.fine;
}
