import { Names, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** With it dashboards and alarms have names that fit their lists. */
const LONGEST = 64;

const READABLE = /^[A-Za-z0-9_-]+$/;

/** A nested stack has its name at deployment only. */
function outermost(stack: Stack): Stack {
  return stack.nestedStackParent ? outermost(stack.nestedStackParent) : stack;
}

/**
 * The name of a watchdog that was given none: `<stack>-<ids below it>`, which people recognise and no other stack of the account
 * and Region has; where that is too long, or has other letters, what CDK makes of the path.
 */
export function defaultNameOf(watchdog: Construct): string {
  const stack = outermost(Stack.of(watchdog));
  const ids = watchdog.node.scopes.slice(stack.node.scopes.length).map(({ node }) => node.id);
  const name = [stack.stackName, ...ids].join('-');
  if (!Token.isUnresolved(name) && name.length <= LONGEST && READABLE.test(name)) return name;
  return Names.uniqueResourceName(watchdog, { maxLength: LONGEST, separator: '-' });
}
