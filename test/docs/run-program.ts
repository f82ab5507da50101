import { transformSync } from '@swc/core';
import { App, Stack } from 'aws-cdk-lib';
import * as library from '../../lib';

/** Runs a program that ends with a stack, as an app would. @returns its stack. */
export function runProgram(program: string): Stack {
  const { code } = transformSync(program, { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
  const load = (name: string): unknown => (name === 'bedrock-quota-watchdog' ? library : require(name));
  const run = new Function('require', 'exports', `${code}\nreturn stack;`) as (...args: unknown[]) => Stack;
  return run(load, {});
}

/** Runs what a page shows of the constructor of a stack. @returns the stack. */
export function runInStack(snippet: string): Stack {
  const isImport = (line: string) => line.startsWith('import ');
  const lines = snippet.split('\n').filter((line) => !isImport(line));
  const { code } = transformSync(lines.join('\n'), {
    jsc: { parser: { syntax: 'typescript' } },
    isModule: false,
  });
  const stack = new Stack(new App({ context: { 'aws:cdk:bundling-stacks': [] } }), 'Host');
  const run = new Function('BedrockQuotaWatchdog', code);
  run.call(stack, library.BedrockQuotaWatchdog);
  return stack;
}
