/** Calls to begin with, by command; the same in every language. Quoting is that of a POSIX shell. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  quotas: ['quotas --zero', 'quotas --unmapped --region us-east-1 --region eu-west-1'],
  check: ['check', 'check --lookback 1d --html quotas.html', 'check --watch 30', 'check --json --fail-on warning'],
  doctor: ['doctor', 'doctor --region eu-west-1 --stack BedrockQuotaWatchdog --json'],
  explain: [
    'explain "Too many tokens, please wait before trying again." --model us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'explain - < error.log',
    'explain --recent',
    'explain --recent 2h --model us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  ],
  headroom: ['headroom us.anthropic.claude-sonnet-4-5-20250929-v1:0 --regions us-east-1,us-west-2'],
  plan: [
    'plan us.anthropic.claude-sonnet-4-5-20250929-v1:0 --requests-per-minute 200 --input-tokens 1500 --output-tokens 400 --max-tokens 1000',
  ],
  pace: ['pace --tokens-per-day 100000 --tokens-per-request 500', 'pace us.anthropic.claude-sonnet-4-5-20250929-v1:0'],
  request: ['request L-F4DDD3EB --dry-run', 'request L-F4DDD3EB L-4A6BFAB1 --yes'],
  requests: ['requests', 'requests --json'],
  ticket: [
    'ticket L-F4DDD3EB --use-case "order assistant" --out case.md',
    'ticket us.anthropic.claude-sonnet-4-5-20250929-v1:0 --open',
  ],
  usage: ['usage us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'usage all --days 30 --by tag:team --html usage.html'],
  throughput: [
    'throughput us.anthropic.claude-sonnet-4-5-20250929-v1:0 --price-per-unit-hour 60 --tokens-per-minute-per-unit 50000 --input-price 3 --output-price 15',
  ],
  'test-alert': ['test-alert --dry-run', 'test-alert --severity warning'],
  mcp: ['mcp', 'mcp --profile production --region us-east-1'],
  completion: ['completion bash', 'completion fish'],
  demo: ['demo'],
};
