"""A link leads where it was made to lead, whoever passes it on, and hostile text leads nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpost.models.links import InquiryLink, Link, Page, PageLink, WindowLink, link_of, parse_link

NAMES = st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable() and text == text.strip())
LINKS = st.one_of(
    st.builds(InquiryLink, shop_code=NAMES, number=NAMES),
    st.builds(PageLink, page=st.sampled_from(Page)),
    st.just(WindowLink()),
)


@given(LINKS)
def test_a_link_is_read_as_it_was_written(link: Link) -> None:
    text = link_of(link)
    assert parse_link(text) == link
    assert text.isascii()
    assert text.isprintable()
    assert " " not in text
    assert '"' not in text


@given(st.text(max_size=60))
def test_any_text_is_a_link_or_none(text: str) -> None:
    for candidate in (text, f"qpost:{text}", f"qpost://inquiry/{text}", f"qpost://page/{text}"):
        link = parse_link(candidate)
        assert link is None or parse_link(link_of(link)) == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("qpost://", WindowLink()),
        ("qpost:", WindowLink()),
        ("QPOST://Inquiry/tokyo/1041/", InquiryLink("tokyo", "1041")),
        ("qpost://inquiry/a%2Fb/%E5%95%8F1", InquiryLink("a/b", "問1")),
        (" qpost://page/points\n", PageLink(Page.POINTS)),
    ],
)
def test_what_browsers_make_of_a_link_is_understood(text: str, link: Link) -> None:
    assert parse_link(text) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "inquiry/tokyo/1",
        "https://inquiry/tokyo/1",
        "qpost://inquiry/tokyo",
        "qpost://inquiry/tokyo/1/2",
        "qpost://inquiry//1",
        "qpost://inquiry/tokyo/1?x=1",
        "qpost://inquiry/tokyo/1#x",
        "qpost://inquiry/tokyo/%00",
        "qpost://inquiry/tokyo/%0A1",
        "qpost://inquiry/tokyo/%ff",
        "qpost://inquiry/tokyo/%E2%80%AE1",
        "qpost://inquiry/tokyo/" + "1" * 65,
        "qpost://page/",
        "qpost://page/points/now",
        "qpost://page/../settings",
        "qpost://" + "a" * 2000,
        "qpost://inquiry/tokyo/\ud800",
    ],
)
def test_hostile_text_is_no_link(text: str) -> None:
    assert parse_link(text) is None
