"""Why: the whole path of a seller's day, from sign-in to sign-out, in the order a seller goes it."""

import sys
import tempfile
from io import TextIOWrapper
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from qpost.models.settings import Settings
from qpost.ui.tour.answering import answer, attach, auto_reply, hide, see_links
from qpost.ui.tour.charging import charge, see_qcash, see_qcash_offline
from qpost.ui.tour.counting_points import count_points
from qpost.ui.tour.entering import enter, leave
from qpost.ui.tour.finding import filter_each_way, open_first
from qpost.ui.tour.ground import Colleague, Service, ServiceElsewhere, TourService
from qpost.ui.tour.guide import Guide
from qpost.ui.tour.stage import Stage
from qpost.ui.tour.staying import stay_in_tray
from qpost.ui.tour.taking_along import export
from qpost.ui.tour.trouble import meet_conflict, work_offline
from qpost.ui.tour.wandering import visit_pages

_UNDO_S = 2.0


def run_tour(application: Stage, folder: Path, *, keeper: str | None = None) -> int:
    """Walk through ``application``, pictures into ``folder``; returns 0 when all checks held.

    ``keeper`` is the address of whoever starts and stops the service; None starts one here.
    """
    kit = application.kit
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # they cannot be driven
    guide = Guide(folder, kit.jobs)
    with tempfile.TemporaryDirectory(prefix="qpost-tour-", ignore_cleanup_errors=True) as place:
        service: Service = ServiceElsewhere(keeper) if keeper else TourService(Path(place) / "service")
        try:
            access = guide.off_thread(service.start)
            guide.off_thread(lambda: kit.settings.update(_with_short_undo))
            application.start()
            guide.watch.start()
            shell = enter(guide, application, access)
            if shell is not None:
                colleague = guide.off_thread(
                    lambda: Colleague(Path(place) / "colleague", access, application.backend_of)
                )
                filter_each_way(guide, shell)
                open_first(guide, shell)
                answer(guide, shell, colleague)
                attach(guide, shell, colleague, Path(place))
                see_links(guide, shell)
                export(guide, shell, Path(place))
                auto_reply(guide, shell, colleague)
                hide(guide, shell, colleague)
                meet_conflict(guide, shell, colleague)
                work_offline(guide, shell, colleague, service)
                count_points(guide, shell, service)
                see_qcash(guide, shell, Path(place))
                charge(guide, shell, access.account_password)
                see_qcash_offline(guide, shell, service)
                visit_pages(guide, shell)
                stay_in_tray(guide, application, shell)
                leave(guide, application, shell)
                guide.off_thread(colleague.close)
        finally:
            guide.watch.pause()
            service.stop()
    report = guide.report(
        theme="dark" if kit.theme.tokens.is_dark else "light", language=kit.translations.language
    )
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a Windows console may not know what was seen
    for step in report.steps:
        for check in step.checks:
            if not check.ok:
                print(f"{step.name}: {check.what}: {check.seen}")
    longest = report.longest_stall
    print(f"{len(report.steps)} steps, ok: {report.ok}, longest stall {longest.ms} ms ({longest.during})")
    print(f"pictures and tour.json: {folder.resolve()}")
    return 0 if report.ok else 1


def _with_short_undo(settings: Settings) -> Settings:
    return structs.replace(settings, undo_s=_UNDO_S)
