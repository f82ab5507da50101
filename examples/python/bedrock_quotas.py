"""Calls of Amazon Bedrock with boto3 that keep to their quotas. docs/other-languages.md says why it is as it is."""

import random
import re
import threading
import time
from collections import deque

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

MINUTE = 60.0
ATTEMPTS = 10
# Fewer characters a token than English text has, so that the estimate is rather high.
CHARACTERS_PER_TOKEN = 3.5

# AWS's words for a quota, the more specific first: "tokens per day" holds "tokens".
TEXTS = (
    ("tokensPerDay", r"tokens per day|daily tokens? (?:limit|quota)"),
    ("tokensPerMinute", r"too many tokens|tokens per minute"),
    ("requestsPerMinute", r"too many requests|request rate is too high|requests per minute"),
)
THROTTLES = ("ThrottlingException", "TooManyRequestsException", "ServiceQuotaExceededException")


class DailyQuotaExhausted(Exception):
    """The day's tokens of a model are used up, or one of its quotas is 0: AWS has the same words for both."""


def refusal_of(error):
    """The quota that refused a call, of the `Error` in a response; None: no quota did."""
    code, message = error.get("Code"), " ".join(str(error.get("Message", "")).lower().split())
    if code not in (*THROTTLES, "ValidationException"):
        return None
    kinds = (kind for kind, text in TEXTS if re.search(text, message))
    return next(kinds, "throttled" if code in THROTTLES else None)


def hand_out_refusal(response, operation, **_):
    """Ends boto's retries of what a quota refused: they come too early, and even on a day that is used up."""
    parsed = response[1] if response else {}
    if refusal_of(parsed.get("Error", {})):
        raise ClientError(parsed, operation.name)


def connect(**settings):
    """A client for `converse`. boto retries lost connections and AWS's own failures, we what quotas refuse."""
    retries = {"mode": "adaptive", "total_max_attempts": ATTEMPTS}
    config = Config(retries=retries, connect_timeout=5, read_timeout=900)
    client = boto3.client("bedrock-runtime", config=config, **settings)
    # The last handler of all, so that the adaptive mode has taken note of the refusal.
    client.meta.events.register_last("needs-retry", hand_out_refusal)
    return client


class TokenPacer:
    """Lets calls of one model go while the last 60 seconds have room for their tokens. Threads may share it."""

    def __init__(self, tokens_per_minute, burndown=1):
        """burndown: quota tokens per output token."""
        self.limit = tokens_per_minute
        self.burndown = burndown
        self._taken = deque()
        self._lock = threading.Lock()

    def reserve(self, tokens):
        """Waits for room, and takes it until it is settled."""
        if tokens > self.limit:
            raise ValueError(f"the call takes {tokens} tokens, more than the {self.limit} of a minute: lower maxTokens")
        while True:
            with self._lock:
                now = time.monotonic()
                wait = self._wait(tokens, now)
                if wait <= 0:
                    entry = [now, tokens]
                    self._taken.append(entry)
                    return entry
            # Looked at again each second: a call that ends gives back what it did not use.
            time.sleep(min(wait, 1.0))

    def settle(self, entry, tokens):
        """Puts what a call came to in the place of what it reserved."""
        with self._lock:
            entry[1] = tokens

    def tokens_of(self, usage):
        """Quota tokens of an answer: cache reads are free."""
        return usage["inputTokens"] + usage.get("cacheWriteInputTokens", 0) + usage["outputTokens"] * self.burndown

    def refill(self, tokens):
        """Seconds in which so many tokens can have come back, 60 at most."""
        return min(MINUTE, MINUTE * tokens / self.limit)

    def _wait(self, tokens, now):
        while self._taken and self._taken[0][0] <= now - MINUTE:
            self._taken.popleft()
        used, wait = sum(taken for _, taken in self._taken), 0.0
        for at, taken in self._taken:
            if used + tokens <= self.limit:
                break
            used, wait = used - taken, at + MINUTE - now
        return wait


def characters(value):
    """Characters of all texts in a request; pictures and documents are not counted."""
    if isinstance(value, str):
        return len(value)
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(characters(part) for part in parts)


def converse(client, pacer, **request):
    """`client.converse`, paced. Raises DailyQuotaExhausted at once, ClientError after ten attempts or of another kind."""
    texts = [request.get(name) for name in ("system", "messages", "toolConfig")]
    # AWS reserves the input and maxTokens; unset, all that the model can answer.
    tokens = round(characters(texts) / CHARACTERS_PER_TOKEN) + request["inferenceConfig"]["maxTokens"]
    for attempt in range(1, ATTEMPTS + 1):
        entry = pacer.reserve(tokens)
        try:
            answer = client.converse(**request)
        except ClientError as error:
            pacer.settle(entry, 0)
            kind = refusal_of(error.response["Error"])
            if kind == "tokensPerDay":
                raise DailyQuotaExhausted(f"{request['modelId']}: the day is used up, or a quota is 0") from error
            if kind is None or attempt == ATTEMPTS:
                raise
            # Never before the tokens can have come back; the rest is chance, so that callers do not come back together.
            least = pacer.refill(tokens)
            time.sleep(least + random.uniform(0, min(MINUTE - least, 2.0**attempt)))
        else:
            pacer.settle(entry, pacer.tokens_of(answer["usage"]))
            return answer
