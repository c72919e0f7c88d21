"""Why: ``export --csv`` writes the very table the windows write, with English heads."""

import argparse
from collections.abc import Sequence

from qpost.cli.arguments import query_of
from qpost.models.account import Shop
from qpost.models.csv_rows import ENGLISH
from qpost.services.export import Course
from qpost.services.workspace import Workspace


def save_table(workspace: Workspace, shops: Sequence[Shop], options: argparse.Namespace) -> dict[str, object]:
    """Write the file named by ``--csv`` and return the line that tells of it."""
    saved = workspace.export.list_to_csv(
        shops, query_of(options), options.csv, words=ENGLISH, course=Course(), limit=options.limit
    )
    return {"file": str(options.csv), "inquiries": saved.inquiries if saved else 0}
