"""The page's stream of events."""

import json

from tests.bot.desk.hand import Hand


async def test_every_change_is_announced_with_its_phone(hand: Hand):
    one, two = await hand.phone(), await hand.phone()
    heard: list[int] = []
    async with hand.client.stream("GET", "/phone/events") as stream:
        async for line in stream.aiter_lines():
            if line.startswith("retry"):
                await hand.call("sendMessage", chat_id=two, text="pour toi")
                await hand.call("sendMessage", chat_id=one, text="et toi")
            if line.startswith("data"):
                heard.append(json.loads(line.removeprefix("data: "))["phone"])
            if heard[-1:] == [one]:
                break
    assert heard == [two, one]


async def test_one_phone_can_be_followed_alone(hand: Hand):
    one, two = await hand.phone(), await hand.phone()
    async with hand.client.stream("GET", "/phone/events", params={"phone": one}) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("retry"):
                await hand.call("sendMessage", chat_id=two, text="pour toi")
                await hand.call("sendMessage", chat_id=one, text="et toi")
            if line.startswith("data"):
                assert json.loads(line.removeprefix("data: "))["phone"] == one
                break
