"""Mails as the programs people use write them, made by hand: the same answer, each time dressed otherwise."""

from email.message import EmailMessage

WORDS = "We sang at the door on Monday.\n\nTwo children came in laughing."
SPANISH = "Cantamos en la puerta el lunes.\n\nDos niños entraron riendo."
ASKED = "Hi Rosa, it is Amal from the project team.\n\nTom at Cedar Grove named you in a conversation."


def raw(
    body, *, to="reply@localhost", sender="Rosa Diaz <rosa@example.org>", content="text/plain; charset=utf-8", **more
):
    """The bytes of a mail with this body (text, or bytes as they travel)."""
    headers = {
        "From": sender,
        "To": to,
        "Subject": "Re: Somebody named you in a conversation",
        "Message-ID": "<one@mail.example.org>",
        "Date": "Tue, 24 Nov 2026 09:12:00 -0500",
        "MIME-Version": "1.0",
        "Content-Type": content,
        "Content-Transfer-Encoding": "8bit",
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value is not None)
    words = body if isinstance(body, bytes) else body.replace("\n", "\r\n").encode()
    return lines.encode() + b"\r\n" + words


def quoted(text):
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def two_parts(plain, html, **more):
    """A mail with its words twice, as most programs send it."""
    body = (
        "--cut\nContent-Type: text/plain; charset=utf-8\n\n" + plain + "\n\n--cut\nContent-Type: text/html; charset=utf-8\n\n"
        + html + "\n\n--cut--\n"
    )  # fmt: skip
    return raw(body, content='multipart/alternative; boundary="cut"', **more)


def with_picture(text, **more):
    body = (
        f"--cut\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n--cut\nContent-Type: image/jpeg; name=door.jpg\n"
        "Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=door.jpg\n\n/9j/4AAQ\n--cut--\n"
    )
    return raw(body, content='multipart/mixed; boundary="cut"', **more)


GMAIL = two_parts(
    f"{WORDS}\n\nOn Tue, Nov 24, 2026 at 8:00 AM Amal via Next Tuesday <\nnext-tuesday@localhost> wrote:\n\n{quoted(ASKED)}\n",
    f'<div dir="ltr">{WORDS}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Nov 24</div></div>',
)
GMAIL_SPANISH = two_parts(
    f"{SPANISH}\n\nEl mar, 24 nov 2026 a las 8:00, Amal (<next-tuesday@localhost>)\nescribió:\n\n{quoted(ASKED)}\n",
    f"<div>{SPANISH}</div>",
)
IPHONE = raw(
    f"{WORDS}\n\nSent from my iPhone\n\n> On Nov 24, 2026, at 8:00 AM, Amal <next-tuesday@localhost> wrote:\n> \n{quoted(ASKED)}\n"
)
IPHONE_SPANISH = raw(
    f"{SPANISH}\n\nEnviado desde mi iPhone\n\n> El 24 nov 2026, a la(s) 8:00\u202fa. m., Amal <next-tuesday@localhost> escribió:\n"
    f"> \n{quoted(ASKED)}\n"
)
OUTLOOK = raw(
    f"{WORDS}\n\n________________________________\nFrom: Amal <next-tuesday@localhost>\nSent: Tuesday, November 24, 2026 8:00 AM\n"
    f"To: Rosa Diaz <rosa@example.org>\nSubject: Somebody named you in a conversation\n\n{ASKED}\n"
)
OUTLOOK_SPANISH = raw(
    f"{SPANISH}\n\nObtener Outlook para iOS<https://aka.ms/o0ukef>\n________________________________\n"
    f"De: Amal <next-tuesday@localhost>\nEnviado el: martes, 24 de noviembre de 2026 8:00\nPara: Rosa\nAsunto: Le nombraron\n\n{ASKED}"
)
OUTLOOK_HTML = raw(
    '<html><head><style>p {margin:0}</style></head><body><p>We sang at the door on Monday.</p><p>&nbsp;</p>'
    "<p>Two children came in&nbsp;laughing.</p><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Amal"
    f"<br><b>Sent:</b> Tuesday</div><p>{ASKED}</p></body></html>",
    content="text/html; charset=utf-8",
)  # fmt: skip
GMAIL_HTML = raw(
    '<div dir="ltr"><div>We sang at the door on Monday.</div><div><br></div><div>Two children came in laughing.</div>'
    '<div class="gmail_signature"><p>Rosa Diaz<br>Maple Street</p></div></div><div class="gmail_quote"><div class="gmail_attr">'
    'On Tue, Nov 24, 2026 at 8:00 AM Amal &lt;<a href="mailto:n@localhost">next-tuesday@localhost</a>&gt; wrote:<br></div>'
    f'<blockquote class="gmail_quote"><p>{ASKED}</p></blockquote></div>',
    content="text/html; charset=utf-8",
)
YAHOO = raw(
    f" {WORDS}\n\n    On Tuesday, November 24, 2026 at 08:00:00 AM EST, Amal <next-tuesday@localhost> wrote:  \n \n {ASKED}\n"
)
SIGNED = raw(f"{WORDS}\n\n-- \nRosa Diaz\nTeacher, Maple Street\n555-0100\n")
OFFICE = raw(
    f"{WORDS}\n\nCONFIDENTIALITY NOTICE: This e-mail and any files with it are confidential and intended solely for\nthe one named.\n"
)
BETWEEN = raw(
    f"On Tue, Nov 24, 2026 at 8:00 AM Amal <next-tuesday@localhost> wrote:\n\n{quoted(ASKED)}\n\nWe sang at the door on Monday.\n\n"
    "> Tom named you\nTwo children came in laughing.\n"
)
FLOWED = raw(
    "We sang at the \ndoor on Monday.\n\nTwo children came \nin laughing.\n",
    content="text/plain; charset=utf-8; format=flowed",
)
OLD_LETTERS = raw(
    "Cantamos en la puerta el lunes.\n\nDos niños entraron riendo.".encode("latin-1"),
    content="text/plain; charset=iso-8859-1",
)
LYING_LETTERS = raw("Dos niños entraron “riendo”.".encode("cp1252"), content="text/plain; charset=utf-8")
UNHEARD_LETTERS = raw("Dos niños entraron riendo.", content="text/plain; charset=x-nobody-knows")
BASE64 = raw(
    b"V2Ugc2FuZyBhdCB0aGUgZG9vciBvbiBNb25kYXkuDQoNClR3byBjaGlsZHJlbiBjYW1lIGluIGxhdWdo\r\naW5nLg==\r\n",
    Content_Transfer_Encoding="base64",
)
PRINTABLE = raw(
    "Cantamos en la puerta el lunes.=0D=0A=0D=0ADos ni=C3=B1os entraron rien=\ndo.",
    Content_Transfer_Encoding="quoted-printable",
)

IN_ENGLISH = {
    "Gmail": GMAIL, "iPhone": IPHONE, "Outlook": OUTLOOK, "Outlook as HTML alone": OUTLOOK_HTML, "Gmail as HTML alone": GMAIL_HTML,
    "Yahoo": YAHOO, "signed": SIGNED, "an office's notice": OFFICE, "between the lines": BETWEEN, "flowed": FLOWED,
    "base64": BASE64,
}  # fmt: skip
IN_SPANISH = {
    "Gmail": GMAIL_SPANISH, "iPhone": IPHONE_SPANISH, "Outlook": OUTLOOK_SPANISH, "latin-1": OLD_LETTERS,
    "quoted-printable": PRINTABLE,
}  # fmt: skip
FROM_MACHINES = {
    "a holiday reply": {"Auto_Submitted": "auto-replied"},
    "an older holiday reply": {"X_Autoreply": "yes"},
    "bulk": {"Precedence": "bulk"},
    "a bounce": {"Return_Path": "<>"},
    "a report": {"content": "multipart/report; report-type=delivery-status; boundary=cut"},
    "a mail server": {"sender": "Mail Delivery <MAILER-DAEMON@example.org>"},
    "Exchange": {"Subject": "Automatic reply: Somebody named you"},
    "Exchange in Spanish": {"Subject": "=?utf-8?Q?Respuesta_autom=C3=A1tica:_Alguien?="},
    "a list": {"List_Id": "<teachers.example.org>"},
    "ourselves": {"sender": "Next Tuesday <reply+abc@localhost>"},
}


def modern(text, *, to, sender="rosa@example.org", message_id="<one@mail.example.org>"):
    """A mail of a mail program's library, for what is really sent."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = sender, to, "Re: a conversation", message_id
    mail.set_content(text)
    return mail
