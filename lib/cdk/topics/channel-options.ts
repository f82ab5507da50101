import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';

/** By which ways a watchdog speaks. */
export interface ChannelOptions {
  /**
   * Addresses that get the watchdog's messages; each must confirm its subscription once. Tokens are accepted, and a list that
   * is one if it comes from parameters of the stack; of such a list the first ten addresses are subscribed.
   * @default - nobody is mailed; synth warns of it unless something is subscribed to `alertTopic`
   */
  readonly alertEmails?: readonly string[];

  /**
   * A topic of yours that carries the watchdog's messages and the alarms about itself, in place of one of its own. Its policy
   * must let `cloudwatch.amazonaws.com` publish, as that of a topic does to which none was given. Where a key of yours encrypts
   * an imported one, name the key too: `Topic.fromTopicAttributes`.
   * @default - a topic of the watchdog's own
   */
  readonly alertTopic?: ITopic;

  /**
   * Makes `chatTopic`, which carries each alert as a custom notification of Amazon Q Developer in chat applications. Hand
   * it to a `SlackChannelConfiguration` or `MicrosoftTeamsChannelConfiguration`; e-mail goes on beside it.
   * @default false
   */
  readonly chatNotifications?: boolean;

  /**
   * Puts an event for each alert on `eventBus`, source `bedrock-quota-watchdog`.
   * @default - true when `eventBus` is given, else false
   */
  readonly emitEvents?: boolean;

  /**
   * The bus the events are put on. A bus of another account must itself let the poller's role put events.
   * @default - the account's default bus, if `emitEvents` is true
   */
  readonly eventBus?: IEventBus;

  /**
   * Topics of owners that only the SSM parameter names: the poller is let to publish to them, and to use their keys.
   * Those of `rules` it may publish to anyway; name them here too when a key of yours encrypts them.
   * @default - none
   */
  readonly ownerTopics?: readonly ITopic[];

  /**
   * Key that encrypts the topics. An imported key must itself let `cloudwatch.amazonaws.com` use it.
   * @default - a key of the watchdog's own, rotated yearly
   */
  readonly encryptionKey?: IKey;
}
