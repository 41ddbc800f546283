"""getFile."""

from bot.desk.errors import Json, bad_request
from bot.desk.params import Params
from bot.desk.state import Desk

DOWNLOAD_LIMIT = 20 * 1024 * 1024


def get_file(desk: Desk, params: Params) -> Json:
    """Where to download a file; 400 above 20 MB or for an unknown id."""
    wanted = params.text("file_id")
    if not wanted:
        raise bad_request("file_id not specified")
    file = desk.files.get(wanted)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {"file_id": file.id, "file_unique_id": file.unique, "file_size": file.size, "file_path": file.path}
