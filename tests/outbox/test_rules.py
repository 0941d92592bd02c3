from datetime import timedelta

from collaborative.outbox import rules


def test_pauses_grow_and_come_to_an_end():
    pauses = [rules.pause_after(attempts) for attempts in range(1, 9)]

    assert pauses == [
        timedelta(minutes=1),
        timedelta(minutes=5),
        timedelta(minutes=30),
        timedelta(hours=2),
        timedelta(hours=6),
        timedelta(hours=12),
        None,
        None,
    ]


def test_only_a_server_that_says_no_to_every_address_says_no_for_good():
    assert rules.is_refused_for_good([550]) is True
    assert rules.is_refused_for_good([550, 451]) is False
    assert rules.is_refused_for_good([450]) is False
    assert rules.is_refused_for_good([]) is False


def test_a_paragraph_can_be_left_out():
    body = rules.together(["Hi Rosa.", "About numbers.", "", "About a try.", "Bye."])

    assert body == "Hi Rosa.\n\nAbout numbers.\n\nAbout a try.\n\nBye."
    assert rules.without(body, ["About numbers."]) == "Hi Rosa.\n\nAbout a try.\n\nBye."


def test_headers_stay_on_one_line():
    assert rules.one_line("Amal\r\nBcc: everybody") == "Amal Bcc: everybody"
