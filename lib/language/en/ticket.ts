/** English for what `ticket` says around the text of the case, which Support reads in English in every language. */
export const EN_TICKET = {
  leftOut: {
    otherScope: (code: string, name: string) => `left out: ${code} ${name}: no call in its scope`,
    enough: (code: string, name: string) =>
      `left out: ${code} ${name}: neither zero, below the AWS default, over half used nor throttled`,
  },
  adjustable: (code: string) => `${code} can be raised without a case: quota-watchdog request ${code}`,
  noUseCase: 'Support asks for a use case; give it with --use-case',
  written: (path: string) => `the text of the case is in ${path}`,
  console: (url: string) => `open a case with it, type "Account and billing", free on every plan: ${url}`,
  open: (id: string) => `Case ${id} about the same is open. Append to it? [y/N] `,
  question: (region: string) => `Open a Support case about ${region} with this text? [y/N] `,
  yes: /^y(?:es)?$/i,
  cancelled: 'no case was opened and nothing was added to one',
  opened: (id: string) => `case ${id} is opened; Support answers in it and by e-mail`,
  appended: (id: string) => `added to case ${id}; Support answers in it and by e-mail`,
  next: 'the applied value shows whether it was granted: quota-watchdog quotas',
  halfSent: (id: string, why: string) => `case ${id} has only a part of the text, add the rest by hand: ${why}`,
  noPlan:
    'the Support API needs a paid plan, and the account has none; the text is ready, send it in the console, which is free',
  noCategory: 'Support lists no category for Amazon Bedrock, so no case was opened; send the text in the console',
  complaints: {
    oneRegion: 'a case is about one Region and several are given; run it once for each Region',
    partition: (region: string) => `--open works in the aws partition only, and ${region} is in another`,
    needsYes: 'there is no terminal to ask on; add --yes to open the case, or leave --open out',
    noQuota: (code: string) => `${code} is not an inference quota of Bedrock here; quota-watchdog quotas lists them`,
    tooSmall: (code: string, applied: string) => `--value must be above the applied value of ${code}, ${applied}`,
    nothing: 'none of the quotas is zero, below the AWS default, over half used or throttled; name codes to ask anyway',
  },
};
