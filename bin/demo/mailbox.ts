import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message as SNS took it. */
export interface PublishedMessage {
  /** ISO time in UTC of the simulated clock. */
  readonly at: string;
  readonly topicArn: string;
  readonly subject: string;
  readonly message: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The e-mail SNS makes of a message. */
export function toEmail({ at, subject, message }: PublishedMessage, recipient: string): string {
  return [
    'From: AWS Notifications <no-reply@sns.amazonaws.com>',
    `To: ${recipient}`,
    `Date: ${at}`,
    `Subject: ${subject}`,
    '',
    message.email ?? message.default ?? '',
  ].join('\n');
}

/** Writes each message as `NNN.txt` (the e-mail) and `NNN.json` (as published). */
export class Mailbox {
  private count = 0;

  constructor(
    private readonly directory: string,
    private readonly recipient: string,
  ) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
  }

  /** Files a message and returns its e-mail. */
  file(published: PublishedMessage): string {
    this.count++;
    const name = join(this.directory, String(this.count).padStart(3, '0'));
    const email = toEmail(published, this.recipient);
    const { at, subject, message, attributes } = published;
    writeFileSync(`${name}.txt`, email);
    writeFileSync(`${name}.json`, `${JSON.stringify({ at, subject, message, attributes }, null, 2)}\n`);
    return email;
  }
}
