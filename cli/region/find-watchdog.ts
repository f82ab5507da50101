import { APPLICATION, OUTPUTS, STACK_NAME } from '../../lib/contract';
import { CliError, EXIT } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';
import { type DescribedStack, describeStacks, type StackPlace } from './read-stack';

/** A watchdog as the outputs of its stack tell of it. */
export interface FoundWatchdog {
  readonly stack: string;
  /** Its name, by which it calls its parameters, alarms and metrics. */
  readonly name: string;
  /** Its outputs by their plain names. */
  readonly outputs: ReadonlyMap<string, string>;
  /** What the logical ids of its resources begin with; empty: the stack is its own. */
  readonly prefix: string;
  /** What those of other watchdogs of the stack begin with, which begins so too. */
  readonly otherPrefixes: readonly string[];
}

/** Where a watchdog is looked for. */
export interface WatchdogPlace extends StackPlace {
  /** Its stack, or its own name. */
  readonly stack: string;
}

/** Each watchdog has it, and its value no other output: `/bedrock-quota-watchdog/<name>/rules`. */
const RULES_KEY = /^(\w*?)RulesParameterName(?:[0-9A-F]{8})?$/;
const RULES_VALUE = new RegExp(`^/${APPLICATION}/(.+)/rules$`);

/** CDK puts the construct's path before the name of an output, and a hash of it behind. */
function outputsOf({ outputs }: DescribedStack, prefix: string): Map<string, string> {
  const key = new RegExp(`^${prefix}(${OUTPUTS.join('|')})(?:[0-9A-F]{8})?$`);
  return new Map(
    [...outputs].flatMap(([name, value]) => {
      const [, plain] = key.exec(name) ?? [];
      return plain === undefined ? [] : [[plain, value] as const];
    }),
  );
}

function watchdogsOf(stack: DescribedStack): FoundWatchdog[] {
  const found = [...stack.outputs].flatMap(([key, value]) => {
    const [, prefix] = RULES_KEY.exec(key) ?? [];
    const [, name] = RULES_VALUE.exec(value) ?? [];
    return prefix === undefined || name === undefined ? [] : [{ prefix, name }];
  });
  return found.map(({ prefix, name }) => {
    const longer = found.filter((other) => other.prefix !== prefix && other.prefix.startsWith(prefix));
    const otherPrefixes = longer.map((other) => other.prefix);
    return { stack: stack.name, name, prefix, otherPrefixes, outputs: outputsOf(stack, prefix) };
  });
}

/** @throws CliError 2 when there are several and none has the name that is asked for. */
function choose(found: readonly FoundWatchdog[], { stack, region, words }: WatchdogPlace): FoundWatchdog | null {
  const [only = null, ...others] = found;
  if (others.length === 0) return only;
  const named = found.find(({ name }) => name === stack);
  if (named) return named;
  const told = found.map(({ name, stack: place }) => toOneLine(words.complaints.watchdogOf(name, place)));
  throw new CliError(EXIT.wrongCall, words.complaints.severalWatchdogs(told.join(', '), region));
}

/**
 * The watchdog of a stack, or the one that has that name in whatever stack; where nothing was asked for, and there is no stock
 * stack, the one that there is. A stack that tells of none is taken as it is. `null`: there is none.
 * @throws CliError 2 when there are several, 3 when AWS does not say. @param advice where no better one is known.
 */
export async function findWatchdog(place: WatchdogPlace, advice: string | null = null): Promise<FoundWatchdog | null> {
  const [named] = await describeStacks(place, advice);
  if (named) {
    const asItIs = { stack: named.name, name: named.name, outputs: named.outputs, prefix: '', otherPrefixes: [] };
    return choose(watchdogsOf(named), place) ?? asItIs;
  }
  const all = (await describeStacks({ ...place, stack: null }, advice)).flatMap(watchdogsOf);
  return choose(place.stack === STACK_NAME ? all : all.filter(({ name }) => name === place.stack), place);
}

/** Whether a resource of the stack is the watchdog's, by its logical id. */
export function isOf({ prefix, otherPrefixes }: FoundWatchdog, { logicalId }: { readonly logicalId: string }): boolean {
  return logicalId.startsWith(prefix) && !otherPrefixes.some((other) => logicalId.startsWith(other));
}
