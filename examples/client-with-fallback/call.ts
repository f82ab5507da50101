/** Calls that go to another Region, then to another model, when a quota refuses them: see README.md beside it. */
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { createFallback, DailyQuotaExhaustedError } from 'bedrock-quota-watchdog/client';

const fallback = createFallback({
  targets: [
    { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', region: 'us-east-1' },
    { modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', region: 'us-west-2' },
    { modelId: 'us.amazon.nova-lite-v1:0', region: 'us-east-1' },
  ],
  // A target that may be processed outside the United States is refused here, not when it is used.
  allow: ['us'],
  onEvent: (event) => console.log(JSON.stringify(event)),
});

const command = new ConverseCommand({
  // Replaced by that of the target that takes the call.
  modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  messages: [{ role: 'user', content: [{ text: 'What is a quota, in one line?' }] }],
  // AWS reserves so many tokens when the call starts: as few as the answer needs.
  inferenceConfig: { maxTokens: 300 },
});

async function main(): Promise<void> {
  try {
    const { output } = await fallback.send(command);
    console.log(output?.message?.content?.[0]?.text);
  } catch (error) {
    if (!(error instanceof DailyQuotaExhaustedError)) throw error;
    // No target has tokens left today: park the work.
    console.log(`${error.modelId} is used up, try again at ${error.retryAt.toISOString()}`);
  }
}

main();
