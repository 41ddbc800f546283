"""`python -m bot.desk --port 8081 --store var/desk.db`: the desk alone, on this machine."""

import argparse
from pathlib import Path

import uvicorn

from bot.desk.app import TOKEN, desk_app


def main() -> None:
    parser = argparse.ArgumentParser(prog="bot.desk", description="A Telegram on your desk.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--store", type=Path, help="SQLite file to keep everything in (default: memory)")
    parser.add_argument("--token", default=TOKEN)
    chosen = parser.parse_args()
    app = desk_app(chosen.store, chosen.token)
    # Live pages and long polls never end by themselves: do not wait for them at the end.
    uvicorn.run(app, host=chosen.host, port=chosen.port, log_level="warning", timeout_graceful_shutdown=1)


if __name__ == "__main__":
    main()
