/** English for what the command line says on standard error. What AWS, Node.js or a file says stays as it came. */
export const EN_COMPLAINTS = {
  warning: (text: string) => `warning: ${text}`,
  note: (text: string) => `note: ${text}`,
  language: (name: string, value: string, known: string) =>
    `${name} is "${value}"; set it to one of ${known}, or unset it`,
  outputLost: (why: string) => `the output could not be written in full: ${why}; make room, or write elsewhere`,
  unexpected: (error: string) => `unexpected ${error}; --verbose shows more`,
  /** Calls that cannot be parsed: what commander says, by its error. */
  call: {
    see: (complaint: string, program: string) => `${complaint}; see ${program} --help`,
    unknownOption: (flag: string) => `unknown option '${flag}'`,
    unknownCommand: (name: string) => `unknown command '${name}'`,
    missingArgument: (name: string) => `missing required argument '${name}'`,
    optionMissingArgument: (flags: string) => `option '${flags}' argument missing`,
    missingOption: (flags: string) => `required option '${flags}' not specified`,
    invalid: (flags: string, value: string, why: string) => `option '${flags}' argument '${value}' is invalid. ${why}`,
    tooMany: (command: string, expected: string, got: string) =>
      `too many arguments for '${command}'. Expected ${expected} argument${expected === '1' ? '' : 's'} but got ${got}`,
    conflict: (flags: string, other: string) => `option '${flags}' cannot be used with option '${other}'`,
    choices: (values: string) => `Allowed choices are ${values}`,
    didYouMean: (complaint: string, candidate: string) => `${complaint} (Did you mean ${candidate}?)`,
    didYouMeanOneOf: (complaint: string, candidates: string) => `${complaint} (Did you mean one of ${candidates}?)`,
  },
  /** What an option takes; whole sentences. */
  values: {
    shell: 'Give bash, zsh or fish.',
    region: 'Give a Region name such as us-east-1.',
    lookback: 'Give 1m to 24h, such as 90m, 3h or 1d.',
    count: 'Give a whole number above 0.',
    tokens: 'Give a whole number of tokens, 0 or more.',
    time: 'Give an ISO time with its zone, such as 2026-10-14T14:32:00Z.',
  },
  connection: {
    noRegion: 'no AWS Region: none of --region, AWS_REGION, AWS_DEFAULT_REGION is given; add --region us-east-1',
    noRegionInProfile: (profile: string) =>
      `no AWS Region: none of --region, AWS_REGION, AWS_DEFAULT_REGION is given and the profile "${profile}" names none; add --region us-east-1`,
    noCredentials: (why: string) =>
      `no AWS credentials: ${why}; run aws configure or aws sso login, or set AWS_PROFILE`,
    noCredentialsInProfile: (profile: string, why: string) =>
      `no AWS credentials for the profile "${profile}": ${why}; run aws configure or aws sso login, or set AWS_PROFILE`,
    badRegion: (text: string) => `"${text}" is not a Region name; set AWS_REGION or --region to one such as us-east-1`,
  },
  /** What to do about a failed call of AWS. */
  advice: {
    expired: 'the credentials have expired: run aws sso login, or get new ones',
    unknownCaller: 'AWS does not know these credentials: check AWS_PROFILE, or that the Region is enabled',
    network: 'check the network, the name of the Region, and AWS_ENDPOINT_URL if it is set',
    again: 'try again; --verbose shows the whole error',
  },
  reading: {
    quotas: (region: string) => `reading quotas of ${region}`,
    usage: (region: string) => `reading usage of ${region}`,
    models: (region: string) => `asking for access to the models of ${region}`,
    refusals: (region: string) => `reading refused calls of ${region}, two pages a second`,
    watchdog: (region: string) => `asking the watchdog of ${region}`,
    targets: (done: string, all: string) => `reading accounts and Regions … ${done} of ${all}`,
    modelId: ['model id', 'model ids'],
  },
  moreRowsInDoubt: (region: string, count: string) => `${region}: ${count} more rows of the quota list are doubtful`,
  fleet: {
    oneRegion:
      '--all asks one watchdog and several Regions are given; --region is where its stack is, --only chooses among what it watches',
    noStack: (stack: string, region: string) =>
      `there is no stack "${stack}" in ${region}; name it by --stack or its Region by --region`,
    noFleet: (stack: string, region: string) =>
      `the stack "${stack}" in ${region} watches one account and Region alone; leave out --all, or name another by --stack`,
    noTable: (stack: string) => `the stack "${stack}" has no table, so its accounts and Regions are not known`,
    noTargets: (stack: string) =>
      `the watchdog of the stack "${stack}" has looked at nothing yet; try again in some minutes`,
    noneOfThese: (words: string) => `no account and Region has the words "${words}"; leave out --only to see all`,
  },
  check: {
    oneRegion: '--html shows one Region and several are given; run it once for each Region',
    unwritten: (why: string) => `the page was not written (${why}); name a file that can be written`,
  },
  explain: {
    noInput: (why: string) => `standard input could not be read (${why}); give the error as text`,
    noText: 'the error text is empty; give the message in quotes, as AWS sent it',
    textAndRecent: 'an error text and --recent are given; leave one of them out',
    noModel: '--model is empty; give the id that was called, or leave it out',
  },
  watchdogOf: (name: string, stack: string) => `${name} (stack ${stack})`,
  severalWatchdogs: (list: string, region: string) =>
    `there are several watchdogs in ${region}: ${list}; name one by --stack`,
  testAlert: {
    oneRegion: 'test-alert tests one watchdog and several Regions are given; run it once for each',
    otherRegion: (region: string, given: string) =>
      `--topic-arn is a topic of ${region} and --region says ${given}; leave one of them out`,
    noRegion: 'no Region is given; add --region us-east-1',
    byArn: 'or give the topic by --topic-arn',
    noStack: (stack: string, region: string) =>
      `there is no stack "${stack}" in ${region}; name it by --stack or its Region by --region, or give the topic by --topic-arn`,
    noOutput: (stack: string, region: string) =>
      `the stack "${stack}" in ${region} has no output AlertTopicArn; name the watchdog's stack by --stack, or give the topic by --topic-arn`,
    output: (name: string) => `the output ${name}`,
    badArn: (from: string, text: string) =>
      `${from} is "${text}", which is not a topic; give an ARN such as arn:aws:sns:us-east-1:111122223333:alerts`,
    fifo: (from: string) =>
      `${from} is a FIFO topic; the watchdog publishes to standard topics only, give one of those`,
    noTopic: (topicArn: string) =>
      `there is no topic ${topicArn}; take the ARN from the output AlertTopicArn of the watchdog's stack`,
    ofTopic: (failure: string, topicArn: string) => `${failure}, for ${topicArn}`,
  },
  local: {
    cloneOnly:
      'the local account is missing from this installation; install the package again, or run npm ci in a clone',
    started: (at: string) => `a local account answers, AWS is not called; its clock is ${at}`,
  },
  demo: 'the demo cannot be played from here; run npx quota-watchdog demo',
};
