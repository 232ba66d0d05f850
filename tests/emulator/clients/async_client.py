"""Twilio's asynchronous client for Python goes its way from create to 404; the last line of output tells what it saw.

It reads no proxy from the environment. With the argument `proxy` its session is told to, by aiohttp's own word for that.
"""

from __future__ import annotations

import asyncio
import json
import sys

from aiohttp import ClientSession
from twilio.base.exceptions import TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client


async def life(client: Client) -> dict:
    services = client.proxy.v1.services
    made = [await services.create_async(unique_name=name) for name in "abcde"]
    listed = [one.unique_name for one in await services.list_async(page_size=2)]
    updated = await services(made[0].sid).update_async(callback_url="https://x.example")
    removed = await services(made[0].sid).delete_async()
    try:
        refused = await services(made[0].sid).fetch_async()
    except TwilioRestException as error:
        refused = {"status": error.status, "code": error.code}
    return {"listed": listed, "callback_url": updated.callback_url, "removed": removed, "refused": refused}


async def seen(*words: str) -> dict:
    async with AsyncTwilioHttpClient(pool_connections="proxy" not in words) as transport:
        transport.session = transport.session or ClientSession(trust_env=True)
        found = await life(Client(http_client=transport))
        elsewhere = Client(region="ie1", edge="dublin", http_client=transport)
        there = await elsewhere.proxy.v1.services.list_async()
        queue = await elsewhere.queues.create_async(friendly_name="q")
        return {**found, "there": len(there), "queue": queue.friendly_name}


print(json.dumps(asyncio.run(seen(*sys.argv[1:]))))
