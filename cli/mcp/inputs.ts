import type { ToolInput } from './tool';

/** The argument of a command, which it cannot do without. */
export function argumentOf(name: string, description: string): ToolInput {
  return { name, flag: null, kind: 'text', isRequired: true, description };
}

/** A flag with a number. The command line says which are allowed. */
export function numberOf(name: string, flag: string, description: string, isRequired = false): ToolInput {
  return { name, flag, kind: 'number', isRequired, description };
}

/** A flag with a text. */
export function textOf(name: string, flag: string, description: string): ToolInput {
  return { name, flag, kind: 'text', isRequired: false, description };
}

/** A flag that is given or not. */
export function switchOf(name: string, flag: string, description: string): ToolInput {
  return { name, flag, kind: 'switch', isRequired: false, description };
}

/** The Regions to read, instead of those `mcp` was started with. */
export const REGION: ToolInput = {
  name: 'region',
  flag: '--region',
  kind: 'repeated',
  isRequired: false,
  description:
    'AWS Regions to read, such as ["us-east-1"]. Several give { schemaVersion, regions: [one document each] }. Default: the --region of the server, else AWS_REGION or the Region of the profile.',
};

/** How far back a command looks. */
export const LOOKBACK = textOf(
  'lookback',
  '--lookback',
  'How far back to look, from 1m to 24h: "90m", "3h", "1d". Default: "3h".',
);

/** The clock of a command. */
export const AT = textOf(
  'at',
  '--at',
  'The moment to look at, as an ISO time with its zone: "2026-10-14T14:33:00Z". CloudWatch keeps minutes for 15 days. Default: now.',
);
