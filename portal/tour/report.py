"""What a tour leaves behind: report.json, journeys.json, slow_phone.json, and a page to look through the pictures."""

import json
import platform
from datetime import datetime
from html import escape

HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Tour</title>
<style>body{font:16px/1.5 system-ui;margin:2rem}img{height:18rem;border:1px solid #999}p{color:#a33}</style>
"""


def write(folder, address, visits, journeys, slow=()) -> list[str]:
    """Write all of it into `folder`; gives every problem as a line of words."""
    problems = [f"{visit.key}: {visit.stop}: {problem}" for visit in visits for problem in visit.problems]
    problems += [f"journey {one['journey']}: {problem}" for one in journeys for problem in one["problems"]]
    report = {
        "walked_at": datetime.now().astimezone().isoformat(timespec="seconds"),
        "address": address,
        "machine": platform.machine(),
        "pages": len(visits),
        "pictures": sum(len(visit.pictures) for visit in visits),
        "heaviest_first_load": max((visit.weight[0] for visit in visits), default=0),
        "heaviest_later_page": max((visit.weight[1] for visit in visits), default=0),
        "problems": problems,
        "visits": [visit.as_row() for visit in visits],
    }
    _write_json(folder / "report.json", report)
    _write_json(folder / "journeys.json", journeys)
    _write_json(folder / "slow_phone.json", list(slow))
    (folder / "index.html").write_text(HEAD + "".join(_shown(visit) for visit in visits))
    return problems


def _write_json(path, value):
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def _shown(visit):
    told = "".join(f"<p>{escape(problem)}</p>" for problem in visit.problems)
    pictures = "".join(f'<a href="{one}"><img loading="lazy" src="{one}" alt="{one}"></a> ' for one in visit.pictures)
    return f"<h2>{escape(visit.key)}: {escape(visit.stop)}</h2>{told}{pictures}\n"
