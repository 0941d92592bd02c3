"""What somebody wrote just now, out of mails as programs write them; and which mails no person wrote."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.inbound import cutting, reading, rules
from tests.inbound import mails


@pytest.mark.capability("C277")
@pytest.mark.parametrize("name", mails.IN_ENGLISH)
def test_only_what_was_written_now_is_left(name):
    assert reading.read(mails.IN_ENGLISH[name]).words == mails.WORDS


@pytest.mark.capability("C277")
@pytest.mark.parametrize("name", mails.IN_SPANISH)
def test_only_what_was_written_now_is_left_in_spanish(name):
    assert reading.read(mails.IN_SPANISH[name]).words == mails.SPANISH


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        (mails.LYING_LETTERS, "Dos niños entraron “riendo”."),
        (mails.UNHEARD_LETTERS, "Dos niños entraron riendo."),
        (mails.raw("Hi\x00 there\u200b,\x07 friend"), "Hi there, friend"),
        (mails.raw(""), ""),
        (mails.raw("> all of it\n> quoted"), ""),
        (b"", ""),
        (b"\xff\xfe no headers at all", "ÿþ no headers at all"),
    ],
)
def test_odd_letters_and_broken_mails_are_read_as_far_as_they_go(mail, words):
    assert reading.read(mail).words == words


@pytest.mark.parametrize(
    "words",
    [
        "Thanks, Tom.\n\nWe tried two things:\n- a song\n- a wave\n\nBest, Rosa",
        "On Monday we sang. Then Tom wrote:\nnothing at all",
        "From: what I see, they like it.\nI would go on.",
        "El lunes cantamos.\n\nGracias,\nRosa",
        "Sent from my heart: thank you all for the many ideas, for the song you taught us on the call, and for more.",
    ],
)
def test_words_that_look_like_additions_stay(words):
    assert cutting.newly_written(words) == words


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_no_text_breaks_the_cutting_and_it_is_cut_once(text):
    once = cutting.newly_written(text)

    assert cutting.newly_written(once) == once
    assert "\x00" not in once


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reading(raw):
    mail = reading.read(b"Content-Type: multipart/mixed; boundary=x\r\n" + raw)

    assert isinstance(mail.words, str)
    assert len(reading.digest_of(raw)) == 64


@pytest.mark.parametrize("name", mails.FROM_MACHINES)
def test_a_mail_that_no_person_wrote_is_known(name, settings):
    settings.INBOUND_ADDRESS = "reply@localhost"

    assert reading.read(mails.raw("I am away", **mails.FROM_MACHINES[name])).is_from_a_machine is True


def test_a_mail_of_a_person_is_known():
    mail = reading.read(mails.GMAIL)

    assert (mail.is_from_a_machine, mail.senders, mail.has_attachments) == (False, ("rosa@example.org",), False)


@pytest.mark.parametrize("tag", ["<div>", "<blockquote>", "<a ", '<a href="', "<!--", "<b><i>"])
def test_thousands_of_tags_that_do_not_end_keep_nobody_waiting(tag):
    mail = mails.raw(f"<p>{mails.WORDS}</p>" + tag * 24_000, content="text/html; charset=utf-8")
    started = time.monotonic()

    assert reading.read(mail).words.startswith("We sang at the door on Monday.")
    assert time.monotonic() - started < 60  # minutes, without the limits


def test_a_picture_is_noticed_and_its_name_is_no_word():
    mail = reading.read(mails.with_picture("Look at our door"))

    assert (mail.words, mail.has_attachments) == ("Look at our door", True)


@pytest.mark.parametrize(
    ("senders", "proven", "is_theirs"),
    [
        (["rosa@example.org"], {"rosa@example.org", "rosa@home.example"}, True),
        (["eve@example.org"], {"rosa@example.org"}, False),
        (["rosa@example.org", "eve@example.org"], {"rosa@example.org"}, False),
        ([], {"rosa@example.org"}, False),
        ([""], set(), False),
    ],
)
def test_whose_a_mail_is(senders, proven, is_theirs):
    assert rules.is_theirs(senders, proven) is is_theirs


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("not this month", ""),
        ("Not this week.", ""),
        ("“Not this month”, two of us were ill", "two of us were ill"),
        ("Este mes no. Tuvimos que cerrar", "Tuvimos que cerrar"),
        ("Can we talk? Not this month, though", None),
        ("not thismonth", None),
        ("", None),
    ],
)
def test_not_this_month_is_understood_in_both_languages(words, said):
    assert rules.not_now(words) == said
