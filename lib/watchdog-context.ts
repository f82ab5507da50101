import type { Node } from 'constructs';
import type { WatchdogStackProps } from './watchdog-stack';

/** Reads a context value as text; `undefined` when it is not given. */
function readText(node: Node, key: string): string | undefined {
  const value: unknown = node.tryGetContext(key);
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function readPercent(node: Node, key: string): number | undefined {
  const text = readText(node, key);
  if (text === undefined) return undefined;
  const percent = Number(text);
  if (Number.isFinite(percent)) return percent;
  throw new Error(`context ${key} is ${JSON.stringify(text)}; a number of percent such as 80 is needed`);
}

/**
 * Turns the context of the stock app (`-c name=value`, or cdk.json) into properties: `alertEmail` (a comma list),
 * `warningPercent`, `criticalPercent`, `stackName`.
 * @throws Error for a percentage that is no number.
 */
export function readWatchdogContext(node: Node): WatchdogStackProps {
  const emails = (readText(node, 'alertEmail') ?? '').split(',').map((email) => email.trim());
  const warningPercent = readPercent(node, 'warningPercent');
  const criticalPercent = readPercent(node, 'criticalPercent');
  const stackName = readText(node, 'stackName');
  return {
    alertEmails: emails.filter((email) => email !== ''),
    thresholds: {
      ...(warningPercent === undefined ? {} : { warningPercent }),
      ...(criticalPercent === undefined ? {} : { criticalPercent }),
    },
    ...(stackName === undefined ? {} : { stackName }),
  };
}
