import { Stack, Token } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { APPLICATION } from '../../contract';
import { readAlertRules } from '../../core/rules/read-rules';
import type { AlertRulesInput } from '../../core/rules/rules';
import { spellRuleProblem } from '../../core/vocabulary/rule-problem';
import type { Thresholds } from '../../core/vocabulary/severity';
import { EN } from '../../language/en';

/**
 * @param knowsOrganization whether rules may go by units and tags of accounts.
 * @throws Error with all that is wrong with the rules, each with path, got and allowed.
 */
export function validateRules(rules: AlertRulesInput, thresholds: Thresholds, knowsOrganization = false): void {
  const isUnresolved = (text: string) => Token.isUnresolved(text);
  const { problems } = readAlertRules(rules, { defaults: thresholds, isUnresolved, knowsOrganization });
  const complaints = problems.map((problem) => spellRuleProblem(problem, EN));
  if (complaints.length > 0) throw new Error(`BedrockQuotaWatchdog: rules: ${complaints.join('\n  rules: ')}`);
}

/** @throws Error for a FIFO topic: the watchdog's messages have no group. */
export function validateOwnerTopics(topics: readonly ITopic[]): void {
  topics.forEach((topic, index) => {
    if (topic.fifo)
      throw new Error(`BedrockQuotaWatchdog: ownerTopics[${index}] is a FIFO topic; a standard topic is needed`);
  });
}

/**
 * Name of the parameter in which users keep rules that hold without a deployment. The stack does not make it: what a
 * template sets, a deployment may set back.
 */
export function rulesParameterNameOf(watchdogName: string): string {
  return `/${APPLICATION}/${watchdogName}/rules`;
}

/** Properties of {@link AlertRulesParameter}. */
export interface AlertRulesParameterProps {
  readonly watchdogName: string;
  /** Valid ones; tokens are filled in at deployment. */
  readonly rules: AlertRulesInput;
}

/** The rules of the properties, in a parameter of the stack's own: a function's environment is too small for them. */
export class AlertRulesParameter extends Construct {
  readonly parameter: StringParameter;

  constructor(scope: Construct, id: string, { watchdogName, rules }: AlertRulesParameterProps) {
    super(scope, id);
    this.parameter = new StringParameter(this, 'Parameter', {
      parameterName: `/${APPLICATION}/${watchdogName}/stack-rules`,
      // A name with tokens in it does not show that it has slashes.
      simpleName: false,
      description: `Alert rules of ${watchdogName} from its stack; edit ${rulesParameterNameOf(watchdogName)} instead`,
      stringValue: Stack.of(this).toJsonString(rules),
    });
  }
}
