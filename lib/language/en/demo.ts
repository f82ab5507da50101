/** English for what the demo says around the e-mails, tables and pages of its day. */
export const EN_DEMO = {
  synthesising: 'synthesising the stack …',
  progress: (time: string, percent: number, emails: number) =>
    `${time} UTC  ${percent}% of the day  ${emails} ${emails === 1 ? 'e-mail' : 'e-mails'}`,
  endOfDay: 'The end of the day, as quota-watchdog check --lookback 1d shows it:',
  errors: 'What callers read that day, as quota-watchdog explain answers it:',
  played: ({ ticks, seconds, failed, emails }: { ticks: number; seconds: string; failed: number; emails: number }) =>
    `${ticks} runs of the bundled Lambda in ${seconds} s, ${failed} failed, ${emails} e-mails.`,
  calls: 'Calls to AWS that the day took:',
  left: ({
    messages,
    page,
    widget,
    height,
    log,
  }: Readonly<Record<'messages' | 'page' | 'widget' | 'height' | 'log', string>>) => [
    `E-mails   ${messages}`,
    `Page      ${page}`,
    `Widget    ${widget}, the dashboard's own table at ${height} UTC`,
    `Log       ${log}`,
  ],
  served: (address: string) => `The page is up: ${address}  (Ctrl-C ends it)`,
  failed: (why: string) => `a run failed: ${why}`,
};
