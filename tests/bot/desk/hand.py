"""A hand on the desk's phones and switches."""

import httpx

Json = dict


class Hand:
    """Acts through the desk's own HTTP API, as the page does."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def post(self, path: str, **body) -> Json:
        answer = await self.client.post(path, json=body)
        assert answer.is_success, answer.text
        return answer.json()

    async def get(self, path: str, **query):
        answer = await self.client.get(path, params=query)
        assert answer.is_success, answer.text
        return answer.json()

    async def phone(self, first_name: str = "Lina", started: bool = True, language_code: str = "fr") -> int:
        new = {"first_name": first_name, "started": started, "language_code": language_code}
        return (await self.post("/phone", **new))["id"]

    async def write(self, phone: int, text: str) -> int:
        return (await self.post(f"/phone/{phone}/text", text=text))[-1]["id"]

    async def send_file(self, phone: int, kind: str, name: str, content: bytes, **form) -> Json:
        files = {"file": (name, content)}
        answer = await self.client.post(f"/phone/{phone}/file", data={"kind": kind, **form}, files=files)
        assert answer.is_success, answer.text
        return answer.json()

    async def screen(self, phone: int, since: int = 0) -> Json:
        """The phone; with `since`, once it has changed after that version."""
        return await self.get(f"/phone/{phone}", since=since, timeout=10 if since else 0)

    async def call(self, method: str, token: str | None = None, **params) -> Json:
        """A bare Bot API call: the answer as it came."""
        answer = await self.client.post(f"/bot{token or TOKEN}/{method}", json=params)
        body = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body


TOKEN = "4242:for-tests-only"
