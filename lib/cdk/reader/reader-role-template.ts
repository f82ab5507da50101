import { APPLICATION } from '../../contract';
import { BASE_MODEL_ACTIONS, CUSTOM_MODEL_RESOURCES, READ_ACTIONS } from '../functions/read-actions';

/** A value of a CloudFormation template. */
export type TemplateValue =
  | string
  | number
  | boolean
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

/** Names of the parameters of {@link readerRoleTemplate}. */
export const READER_PARAMETERS = {
  roleName: 'RoleName',
  trusted: 'TrustedRoleArns',
  externalId: 'ExternalId',
} as const;

const PARAMETERS: TemplateValue = {
  [READER_PARAMETERS.roleName]: {
    Type: 'String',
    Description: 'Name of the role, as the output ReaderRoleName of the watchdog has it',
    AllowedPattern: '^[\\w+=,.@-]{1,64}$',
  },
  [READER_PARAMETERS.trusted]: {
    Type: 'CommaDelimitedList',
    Description: 'ARNs of the roles that may read, and of no others: the output ReaderTrustedRoleArns of the watchdog',
  },
  [READER_PARAMETERS.externalId]: {
    Type: 'String',
    Description: 'What these must know besides: the output ReaderExternalId of the watchdog',
    AllowedPattern: '^[\\w+=,.@:/-]{2,1224}$',
  },
};

function trustPolicy(): TemplateValue {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: { Ref: READER_PARAMETERS.trusted } },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': { Ref: READER_PARAMETERS.externalId } } },
      },
    ],
  };
}

function readPolicy(): TemplateValue {
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'ReadQuotasAndUsage', Effect: 'Allow', Action: READ_ACTIONS, Resource: '*' },
      {
        Sid: 'FindBaseModels',
        Effect: 'Allow',
        Action: BASE_MODEL_ACTIONS,
        // The role is one for all Regions.
        Resource: CUSTOM_MODEL_RESOURCES.map((resource) => ({
          'Fn::Sub': `arn:\${AWS::Partition}:bedrock:*:\${AWS::AccountId}:${resource}/*`,
        })),
      },
    ],
  };
}

/** The template of the one role by which a watched account is read, and of nothing else. */
export function readerRoleTemplate(): TemplateValue {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Lets a Bedrock Quota Watchdog of another account read the Bedrock quotas of this one and their use',
    Parameters: PARAMETERS,
    Resources: {
      ReaderRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: READER_PARAMETERS.roleName },
          Description: 'Read by a Bedrock Quota Watchdog: Bedrock quotas and their use, and nothing else',
          AssumeRolePolicyDocument: trustPolicy(),
          Policies: [{ PolicyName: 'ReadQuotasAndUsage', PolicyDocument: readPolicy() }],
          Tags: [{ Key: 'application', Value: APPLICATION }],
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['ReaderRole', 'Arn'] } } },
  };
}

/** The template as the project's file has it. */
export function writeReaderRoleTemplate(): string {
  return `${JSON.stringify(readerRoleTemplate(), null, 2)}\n`;
}
