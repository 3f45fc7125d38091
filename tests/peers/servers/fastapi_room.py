"""The room on FastAPI and uvicorn, as FastAPI's documentation broadcasts: `send_text` to each, one after the other.

The same messages as `room.mjs`, of the same length. Nothing is kept on a disk.
"""

import asyncio
import json
import os
import random
import socket
from datetime import datetime, timezone

import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

ROOM_EVERY = 0.25
COUNTS = os.environ.get("PEERS_COUNTS") == "1"

app = FastAPI()
screens: list[WebSocket] = []
phones: dict[int, WebSocket] = {}
ready: set[int] = set()
waiting: asyncio.Task | None = None


def envelope(kind: str, payload: dict, trace: str | None = None) -> str:
    stamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    trace = f"{random.getrandbits(64):016x}" if trace is None else trace
    message = {"type": kind, "timestamp": stamp, "trace_id": trace, "payload": payload}
    return json.dumps(message, separators=(",", ":"))


def player(seat: int) -> dict:
    return {
        "session_id": 1,
        "player": {
            "id": seat,
            "name": f"Guest {seat:04}",
            "avatar": "fox",
            "color": 10,
            "status": "ready",
            "current_level": None,
            "score": 0,
            "progress": 0.0,
            "confirmed": seat in ready,
            "online": True,
        },
    }


async def tell(some: list[WebSocket], text: str) -> None:
    for one in some:
        await one.send_text(text)


async def tell_counts() -> None:
    global waiting
    await asyncio.sleep(ROOM_EVERY)
    waiting = None
    payload = {"players": len(phones), "confirmed": len(ready), "online": len(phones)}
    await tell([*screens, *phones.values()], envelope("room.update", payload))


async def hear(seat: int, text: str) -> None:
    global waiting
    request = json.loads(text)
    asked = request["payload"]
    if asked["action_type"] != "ready":
        return
    (ready.add if asked["payload"]["ready"] else ready.discard)(seat)
    result = {"action_id": asked["action_id"], "action_type": "ready", "status": "success", "result": {}}
    update = envelope("player.update", player(seat))
    await tell([phones[seat]], envelope("action.result", result, request["trace_id"]))
    await tell([phones[seat]], update)
    await tell(screens, update)
    if COUNTS and waiting is None:
        waiting = asyncio.create_task(tell_counts())


@app.websocket("/ws")
async def visit(visitor: WebSocket, role: str = "", seat: int = 0) -> None:
    await visitor.accept()
    if role == "tv":
        screens.append(visitor)
    else:
        phones[seat] = visitor
    try:
        while True:
            await hear(seat, await visitor.receive_text())
    except WebSocketDisconnect:
        pass
    finally:
        if role == "tv":
            screens.remove(visitor)
        else:
            phones.pop(seat, None)


def main() -> None:
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    config = uvicorn.Config(app, log_level="error", access_log=False, ws_max_size=1 << 20)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
