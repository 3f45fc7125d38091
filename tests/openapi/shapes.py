"""Whoever goes by the document is never told that a request has the wrong shape, and a refusal always has a stable code."""

import schemathesis

SHAPE = {"request/malformed", "request/action_id_invalid", "request/action_unknown"}
# JSON Schema counts 5.0 as a whole number; we do not, and no browser writes it so. That one of several fields must be there is said in
# words.
OTHERWISE = ("floating point", "a rollback names")


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
