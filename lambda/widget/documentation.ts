/** What CloudWatch shows under "Get documentation" of the widget; Markdown. */
export function renderDocumentation(runbook: string): string {
  return `## Bedrock quotas
Every Amazon Bedrock quota of this account and Region with traffic in the last three hours: what is used now, the peak
with its time, a chart of the three hours, headroom, when it is full, why, and what to do; below it, quotas that are 0, quotas
below the AWS default, and the others. Point at a chart, or walk it by Tab and arrow keys, to read its values.

With several accounts or Regions it shows all of them, worst first, and what to look at first in each; the name of an account
leads to its quotas.

It draws what the watchdog saved at its last evaluation, and reads nothing but the watchdog's own table.

### Widget parameters
None. The time range of the dashboard changes nothing: the table always shows the last three hours.

### What it says when there is nothing to show
"No data yet" before the first evaluation, "Stale" and since when if the watchdog has stopped, "Not sent" and since when if
messages wait, and in one line what failed if the table, or what is in it, cannot be read. What to do then: ${runbook}.
`;
}
