import type { CallCounter } from '../../aws/call-counter';
import { createCloudTrailClient } from '../../aws/cloudtrail';
import { type RefusalsRead, readRefusals } from '../../aws/read-refusals';
import { type ExplainedRefusals, findWindows, isOfModel, type TimeWindow } from '../../lib/core/answers/recent';
import type { ResolvedModelId } from '../../lib/core/traffic/model-traffic';
import { hidesTraffic } from '../../lib/core/vocabulary/blind-spot';
import type { CheckDocument } from '../../lib/core/vocabulary/check-document';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { EvaluatedRegion } from '../region/evaluate-region';
import type { CliIo } from '../terminal/process-io';
import type { Progress } from '../terminal/progress';

/** By what the times that are read were chosen. */
export type WindowBasis = 'metrics' | 'noMetric' | 'metricsUnread';

/** The refused calls of a Region as far as they were read. */
export interface RecentReading extends RefusalsRead {
  /** All that was asked for. */
  readonly asked: TimeWindow;
  readonly basis: WindowBasis;
  /** What of it was looked at, newest first. */
  readonly windows: readonly TimeWindow[];
}

/** The refused calls of a Region, with what they mean. */
export interface RecentRegion {
  readonly document: CheckDocument;
  readonly reading: RecentReading;
  /** Most calls first. */
  readonly explained: readonly ExplainedRefusals[];
  /** Calls from here on may be recorded yet; `null`: all of them are. */
  readonly lateFrom: EpochMinute | null;
}

/** What is asked of a Region. */
export interface RecentQuestion {
  readonly minutes: number;
  /** `null`: all models. */
  readonly model: string | null;
  readonly resolve: (modelId: string) => ResolvedModelId;
  readonly progress: Progress;
}

/** The times to read: those in which CloudWatch shows refused calls, or all where it shows none. */
function chooseWindows(
  { usage }: EvaluatedRegion,
  asked: TimeWindow,
  { model, resolve }: RecentQuestion,
): Pick<RecentReading, 'basis' | 'windows'> {
  const isOf = model === null ? () => true : isOfModel(model, resolve);
  const windows = findWindows(
    usage.series.filter(({ modelId }) => isOf(modelId)),
    asked,
  );
  if (windows.length > 0) return { basis: 'metrics', windows };
  const isUnread = usage.blindSpots.some(hidesTraffic);
  return { basis: isUnread ? 'metricsUnread' : 'noMetric', windows: [asked] };
}

/** Reads the refused calls of a Region's last minutes. What could not be read is in the result. */
export async function readRecent(read: EvaluatedRegion, question: RecentQuestion, io: CliIo): Promise<RecentReading> {
  const { region, now } = read.evaluation;
  const { minutes, model, resolve, progress } = question;
  const asked = { from: now - minutes, until: now };
  const chosen = chooseWindows(read, asked, question);
  const isOf = model === null ? null : isOfModel(model, resolve);
  const counter: CallCounter = read.connection.counter;
  const client = createCloudTrailClient(region, counter);
  const done = progress.start('refusals', region);
  try {
    const found = await readRefusals(client, {
      windows: chosen.windows,
      wait: io.wait,
      ...(isOf === null ? {} : { isWanted: ({ modelId }) => isOf(modelId) }),
    });
    done(found.refusals.length);
    return { asked, ...chosen, ...found };
  } finally {
    client.destroy();
  }
}
