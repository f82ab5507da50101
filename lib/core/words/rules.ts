/** What is wrong with alert rules. Keys, values and examples are JSON, and the same in every language. */
export interface RuleWords {
  /** The rules themselves, where a problem is in no part of them. */
  readonly whole: string;
  readonly missing: (path: string, need: string) => string;
  readonly is: (path: string, got: string, need: string) => string;
  readonly needs: {
    readonly object: (keys: string) => string;
    readonly list: () => string;
    readonly oneOf: (allowed: string) => string;
    readonly percent: (highest: string) => string;
    readonly reason: (longest: string) => string;
    readonly quotaCode: () => string;
    readonly model: (longest: string) => string;
    readonly wildcards: () => string;
    readonly baseModel: () => string;
    readonly baseWithScope: (base: string, scope: string) => string;
    readonly matchField: () => string;
    readonly fieldOfKind: (kind: string) => string;
    readonly clock: (last: string) => string;
    readonly otherClock: () => string;
    readonly instant: () => string;
    readonly timeOfDate: () => string;
    readonly zoneOfTime: () => string;
    readonly timeZone: () => string;
    readonly someDay: () => string;
    readonly noDay: () => string;
    readonly topicArn: () => string;
    readonly accountId: () => string;
    readonly region: () => string;
    readonly organizationalUnit: () => string;
    readonly accountTag: () => string;
    /** Of what is known of accounts of an organisation alone. */
    readonly organization: () => string;
  };
  readonly flaws: {
    readonly empty: () => string;
    readonly notJson: (error: string) => string;
    readonly tooLarge: (bytes: string, most: string) => string;
    readonly tooLargeForStandard: (bytes: string, most: string, advanced: string) => string;
    readonly unknownKey: (path: string, keys: string) => string;
    readonly twin: (path: string, first: string, shared: string) => string;
    readonly noPercent: (path: string) => string;
    readonly order: (path: string, warning: string, critical: string) => string;
    readonly orderWithDefaultWarning: (path: string, warning: string, critical: string) => string;
    readonly orderWithDefaultCritical: (path: string, warning: string, critical: string) => string;
  };
}
