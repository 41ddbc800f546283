"""send* of files: uploaded, or named by the id of one already here."""

from collections.abc import Callable

from bot.desk.attachments import describe, image_type
from bot.desk.errors import ApiError, Json, bad_request
from bot.desk.methods.sending import caption, send
from bot.desk.params import Params, Upload
from bot.desk.records import File
from bot.desk.state import Desk

PHOTO_MOST = 10 * 1024 * 1024


def sender(kind: str) -> Callable[[Desk, Params], Json]:
    """The method that sends a `kind` of file: document, photo, voice..."""

    def send_file(desk: Desk, params: Params) -> Json:
        file = _file(desk, params, kind)
        return send(desk, params, describe(file, kind) | caption(params))

    return send_file


def _file(desk: Desk, params: Params, kind: str) -> File:
    upload = params.upload(kind)
    if upload is None:
        return _known(desk, params, kind)
    _check(upload, kind)
    return desk.file(kind, upload.name, upload.mime, upload.content)


def _check(upload: Upload, kind: str) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        if len(upload.content) > PHOTO_MOST:
            raise bad_request("file is too big")
        if image_type(upload.content) is None:
            raise bad_request("IMAGE_PROCESS_FAILED")


def _known(desk: Desk, params: Params, kind: str) -> File:
    wanted = params.text(kind)
    if not wanted:
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    file = desk.files.get(wanted)
    if file is None:
        raise _unknown(wanted)
    return file


def _unknown(wanted: str) -> ApiError:
    # The desk fetches nothing from the network: a link is what Telegram calls a failed one.
    if wanted.startswith(("http://", "https://")):
        return bad_request("failed to get HTTP URL content")
    return bad_request("wrong file identifier/HTTP URL specified")
