import { Duration } from 'aws-cdk-lib';

/** Columns of a CloudWatch dashboard; on a narrow screen CloudWatch itself puts widgets below each other. */
export const FULL_WIDTH = 24;

/** Rows of a graph. */
export const GRAPH_HEIGHT = 7;

/** Resolution of Bedrock's metrics and of the graphs. */
export const MINUTE = Duration.minutes(1);
