import type { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE } from '../../contract';

/** Properties of {@link StateTable}. */
export interface StateTableProps {
  /** What becomes of the table when it leaves the stack. */
  readonly removalPolicy: RemovalPolicy;
}

/** The watchdog's memory: state and outbox, quota catalog, a day of minutes. Losing it loses memory only. */
export class StateTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { removalPolicy }: StateTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: TABLE.partitionKey, type: AttributeType.STRING },
      sortKey: { name: TABLE.sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: TABLE.ttl,
      billing: Billing.onDemand(),
      // Model ids and counts, no prompts: the key AWS owns is enough, and a key of ours would bill every request.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy,
    });
  }
}
