/** English for `test-alert`: the example it sends, and what it tells the sender. */
export const EN_TEST_ALERT = {
  /** Before subject and title of every example; ASCII. */
  mark: 'TEST',
  sender: (account: string, region: string, time: string) =>
    `This is a test, nothing is wrong: sent by quota-watchdog test-alert from ${account}, ${region}, at ${time}.`,
  unnamedAccount: 'an account that AWS did not name',
  subject: (scope: string) => `EXAMPLE, ${scope}`,
  summary: (used: string, limit: string) =>
    `An example: the model EXAMPLE, which does not exist, used ${used} of ${limit} tokens in a minute.`,
  noSuchCode: 'a code that no quota has',
  remedy: 'Nothing; the real state of the quotas is shown by',
  columns: { protocol: 'PROTOCOL', endpoint: 'ENDPOINT', state: 'STATE' },
  states: { confirmed: 'confirmed', pending: 'pending', deleted: 'deleted' },
  gets: {
    deleted: 'nothing: it was deleted',
    unconfirmedMail: "nothing yet: confirm it with the link in AWS's e-mail",
    unconfirmed: 'nothing yet: its endpoint must confirm it',
    notification: (mark: string) => `a notification whose title begins with ${mark}`,
    json: (id: string) => `JSON, findings[0].finding.id is ${id}`,
    mail: (mark: string) => `an e-mail whose subject begins with ${mark}`,
    text: 'the text of the e-mail',
  },
  unread: 'Its subscriptions could not be read.',
  nobody: 'Nobody is subscribed: it reaches no one.',
  notSent: 'not sent (dry run)',
  sent: (messageIds: string) => `sent, MessageId ${messageIds}`,
  topics: { alert: 'Alert topic', chat: 'Chat topic' },
  outbox: (state: string) => `The watchdog's own outbox: ${state}.`,
  attributes:
    'A subscription whose filter policy does not match these attributes gets nothing (policies are not read):',
  mailSubject: (subject: string) => `Subject: ${subject}`,
};
