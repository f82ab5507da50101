"""Plays examples/python/bedrock_quotas.py against a local account, in the account's time; prints what became of it as JSON.

argv: a JSON object; environment: the account's, and CONTROL_URL, which tells the time and moves it on.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.request import urlopen

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "python"))
import bedrock_quotas  # noqa: E402

CALL_SECONDS = 5


def pass_time(seconds):
    with urlopen(f"{os.environ['CONTROL_URL']}/?seconds={seconds}") as reply:
        return float(reply.read())


slept = []


def sleep(seconds):
    slept.append(seconds)
    pass_time(seconds)


def play(plan):
    bedrock_quotas.time = SimpleNamespace(monotonic=lambda: pass_time(0), sleep=sleep)
    client = bedrock_quotas.connect()
    # A call takes its time, which the local account leaves out.
    client.meta.events.register("after-call.bedrock-runtime", lambda **_: pass_time(CALL_SECONDS) and None)
    pacer = bedrock_quotas.TokenPacer(plan["tokensPerMinute"])
    began = pass_time(0)
    outcomes = []
    for _ in range(plan["calls"]):
        try:
            answer = bedrock_quotas.converse(
                client,
                pacer,
                modelId=plan["modelId"],
                messages=[{"role": "user", "content": [{"text": "x" * 100}]}],
                inferenceConfig={"maxTokens": plan["maxTokens"]},
            )
            outcomes.append(answer["stopReason"])
        except Exception as error:
            outcomes.append(type(error).__name__)
    return {"outcomes": outcomes, "seconds": pass_time(0) - began, "slept": slept}


def run(code):
    """A page's own lines, as they stand there."""
    exec(compile(code, "docs/other-languages.md", "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    plan = json.loads(sys.argv[1])
    if "code" in plan:
        run(plan["code"])
    else:
        print(json.dumps(play(plan)))
