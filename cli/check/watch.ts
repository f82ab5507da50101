import { spellCount } from '../../lib/core/vocabulary/wording';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { costOf } from '../region/announce-cost';
import { closeClients } from '../region/connection';
import { prepareEvaluation } from '../region/evaluate-region';
import { type FollowedRegion, followRegion } from '../region/follow-region';
import { CliError, EXIT, type ExitCode } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { NO_PROGRESS } from '../terminal/progress';
import { openScreen } from '../terminal/screen';
import { chooseStyle } from '../terminal/style';
import type { Stop } from '../terminal/terminal';
import { isFailing } from './is-failing';
import type { CheckOptions } from './options';
import type { Look } from './rows';
import { renderLines } from './watch-lines';
import { renderPicture, spellFailure } from './watch-picture';
import { refreshRegion, unreadRegion, type WatchedRegion } from './watched-region';

type WatchOptions = CheckOptions & { readonly watch: number };

/** Options that ask for one document, or for another time than now. */
const NOT_WITH = ['json', 'brief', 'html', 'at', 'replay', 'quotas', 'defaults', 'profiles', 'models'] as const;

function requireLive(options: WatchOptions, { watch }: CommandWords): void {
  const other = NOT_WITH.find((name) => options[name] !== undefined);
  if (other) throw new CliError(EXIT.wrongCall, watch.complaints.notWith(`--${other}`));
}

/** Where readings are shown: a screen, or lines. */
interface Stage {
  show(regions: readonly WatchedRegion[], before: readonly WatchedRegion[], notes: readonly string[]): void;
  close(): void;
}

/** The whole terminal, drawn anew at every reading and when its size changes. */
function openPictures(options: WatchOptions, lookNow: () => Look, io: CliIo): Stage {
  const screen = openScreen(io);
  let draw = () => screen.draw([lookNow().words.watch.reading]);
  draw();
  const stopListening = io.terminal.onResize(() => draw());
  return {
    show(regions, _, notes) {
      draw = () => {
        const picture = { regions, notes, now: io.now(), seconds: options.watch };
        screen.draw(renderPicture(picture, io.terminal.size(), lookNow()));
      };
      draw();
    },
    close() {
      stopListening();
      screen.close();
    },
  };
}

/** Lines for a file or a pipe; what is told beside goes to standard error, once. */
function openLines(look: Look, io: CliIo): Stage {
  const told = new Set<string>();
  return {
    show(regions, before, notes) {
      regions.forEach((region, index) => {
        const lines = renderLines(region, before[index] ?? unreadRegion(region), io.now(), look);
        io.writeOut(lines);
      });
      for (const note of notes.filter((text) => !told.has(text))) {
        told.add(note);
        complain(io, note);
      }
    },
    close: () => undefined,
  };
}

const SECONDS_PER_HOUR = 3600;

/** What an hour of watching costs, where that is over a cent. */
function spellCosts(followed: readonly FollowedRegion[], seconds: number, words: CommandWords): string[] {
  const metrics = followed.reduce((sum, one) => sum + (one.nextCost()?.billedMetrics ?? 0), 0);
  const hourly = (metrics * SECONDS_PER_HOUR) / seconds;
  const dollars = costOf(hourly);
  return dollars === null ? [] : [words.watch.cost(spellCount(Math.round(hourly), words), dollars)];
}

/** q, and what Ctrl-C and Ctrl-D send while keys come one by one. */
const LEAVING_KEYS = ['q', 'Q', '\u0003', '\u0004'];

/** Until somebody leaves: `q`, Ctrl-C or a signal. */
function listenForLeave({ terminal }: CliIo) {
  let isLeft = false;
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = () => {
      isLeft = true;
      resolve();
    };
  });
  // A key that begins with an escape is an arrow or the like, whatever letters follow.
  const stopKeys = terminal.onKey((keys) => {
    if (!keys.startsWith('\u001B') && LEAVING_KEYS.some((key) => keys.includes(key))) leave();
  });
  const stopSignals = terminal.onInterrupt(leave);
  const close = () => {
    stopKeys();
    stopSignals();
  };
  return { left, hasLeft: () => isLeft, close };
}

type Leaving = ReturnType<typeof listenForLeave>;

async function waitFor(seconds: number, leaving: Leaving, io: CliIo): Promise<void> {
  let stop: Stop = () => undefined;
  const passed = new Promise<void>((resolve) => {
    stop = io.terminal.startTimer(seconds * 1000, resolve);
  });
  await Promise.race([passed, leaving.left]);
  stop();
}

/** Reads and shows until somebody leaves, or until a first reading gave nothing at all. @returns what was last seen. */
async function keepFresh(
  followed: readonly FollowedRegion[],
  { options, look, leaving, stage }: { options: WatchOptions; look: Look; leaving: Leaving; stage: Stage },
  io: CliIo,
): Promise<readonly WatchedRegion[]> {
  let regions: readonly WatchedRegion[] = followed.map(unreadRegion);
  while (!leaving.hasLeft()) {
    const before = regions;
    const now = io.now();
    const reading = Promise.all(
      followed.map((one, index) => refreshRegion(before[index] ?? unreadRegion(one), one, now, look.words)),
    );
    const read = await Promise.race([reading, leaving.left]);
    if (!read) break;
    regions = read;
    if (regions.every(({ shown }) => shown === null)) break;
    stage.show(regions, before, spellCosts(followed, options.watch, look.words));
    await waitFor(options.watch, leaving, io);
  }
  return regions;
}

/**
 * `check --watch`: the evaluation kept fresh until somebody leaves. A reading that fails keeps the last one in view; a first
 * one that fails ends it. @returns the exit code of the last evaluation. @throws CliError
 */
export async function watchCheck(options: WatchOptions, io: CliIo): Promise<ExitCode> {
  const words = commandWordsOf(options.language);
  requireLive(options, words);
  const { connections, reading } = await prepareEvaluation(options, io);
  const isTerminal = io.isTerminal.out && io.env.TERM !== 'dumb';
  const surroundings = { ...io, isTerminal: { ...io.isTerminal, out: isTerminal } };
  // The width is read anew for each picture.
  const lookNow = () => ({ words, style: chooseStyle(options, surroundings) });
  const look = lookNow();
  const followed = connections.map((one) => followRegion(one, { ...reading, progress: NO_PROGRESS }));
  const leaving = listenForLeave(io);
  const stage = isTerminal ? openPictures(options, lookNow, io) : openLines(look, io);
  let regions: readonly WatchedRegion[] = [];
  try {
    regions = await keepFresh(followed, { options, look, leaving, stage }, io);
  } finally {
    leaving.close();
    stage.close();
    for (const { clients } of connections) closeClients(clients);
  }
  const seen = regions.flatMap(({ shown }) => shown ?? []);
  if (seen.length > 0) return seen.some((one) => isFailing(one, options.failOn)) ? EXIT.found : EXIT.fine;
  for (const text of regions.flatMap((region) => spellFailure(region, io.now(), look))) complain(io, text);
  return leaving.hasLeft() ? EXIT.fine : EXIT.unreadable;
}
