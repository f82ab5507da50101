import type { BedrockQuotaWatchdogProps } from '../../../../lib';

export const ACCOUNT = '111122223333';
export const EXCLUDED = '000000000000';
export const UNIT = 'ou-ab12-cdefgh34';
export const OPERATOR = `arn:aws:iam::${ACCOUNT}:role/Operator`;
export const OWNER = `arn:aws:sns:us-east-1:${ACCOUNT}:assistant-team`;

/** Everything that is optional is on, so that each role has all it can ever have. */
export const WHOLE_FLEET: BedrockQuotaWatchdogProps = {
  watchdogName: 'Fleet',
  alertEmails: ['ops@example.com'],
  regions: ['us-east-1', 'us-west-2'],
  accounts: [ACCOUNT],
  organization: { all: true, exclude: [EXCLUDED] },
  operators: [OPERATOR],
  chatNotifications: true,
  emitEvents: true,
  refusalEvidence: true,
  principals: false,
  rules: { owners: [{ match: { model: 'anthropic.*' }, topicArn: OWNER }] },
};
