import { Token } from 'aws-cdk-lib';
import type { FunctionOptions } from '../functions/function-options';
import { refuse } from './validate-props';

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html (read 2026-11) */
const MEMORY_MIB = { least: 128, most: 10_240 };

function validateMemory(memorySize: number): void {
  if (Token.isUnresolved(memorySize)) return;
  const { least, most } = MEMORY_MIB;
  if (Number.isInteger(memorySize) && memorySize >= least && memorySize <= most) return;
  refuse('memorySize', memorySize, `a whole number of MiB from ${least} to ${most} is needed`);
}

/** @throws Error for memory that Lambda does not take, and for what goes with a VPC and has none. */
export function validateFunctionOptions({ memorySize, vpc, vpcSubnets, securityGroups }: FunctionOptions): void {
  if (memorySize !== undefined) validateMemory(memorySize);
  if (!vpc && vpcSubnets) refuse('vpcSubnets', 'given', 'it goes with vpc only');
  if (!vpc && securityGroups) refuse('securityGroups', `${securityGroups.length} groups`, 'they go with vpc only');
  if (securityGroups?.length === 0) refuse('securityGroups', [], 'name at least one, or leave it out');
}
