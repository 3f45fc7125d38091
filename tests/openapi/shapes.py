"""Whoever goes by the document is never told that a request has the wrong shape, and a refusal always has a stable code."""

import itertools
import os

import schemathesis

SHAPE = {"request/malformed", "request/action_id_invalid", "request/action_unknown"}
# JSON Schema counts 5.0 as a whole number; we do not, and no browser writes it so. That one of several fields must be there is said in
# words.
OTHERWISE = ("floating point", "a rollback names")


NUMBERS = itertools.count()
HOSTS = itertools.cycle(os.environ["PARTY_HOSTS"].split())


@schemathesis.auth(refresh_interval=None)
class InTurn:
    """No host asks too often to be judged."""

    def get(self, case, context):
        return next(HOSTS)

    def set(self, case, data, context):
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.hook
def before_call(ctx, case, kwargs):
    """No two requests are one action: whoever repeats an id is answered as the first time, whatever else is asked."""
    body = case.body if isinstance(case.body, dict) else {}
    chosen = body.get("action_id")
    if isinstance(chosen, str) and 1 <= len(chosen) <= 64:
        body["action_id"] = f"asked-{next(NUMBERS)}"


def _error(response):
    if response.status_code < 400 or response.status_code == 304:
        return None
    return response.json()["error"]


@schemathesis.check
def the_document_says_the_shape(ctx, response, case):
    error = _error(response)
    if error and case.meta and case.meta.generation.mode.is_positive and error["code"] in SHAPE:
        told = error["message"]
        assert any(word in told for word in OTHERWISE), f"by the document, and refused: {error}"


@schemathesis.check
def a_refusal_has_a_code(ctx, response, case):
    error = _error(response)
    if error:
        assert "/" in error["code"] and error["message"], f"{response.status_code}: {error}"
        assert error["code"] != "system/internal", error
