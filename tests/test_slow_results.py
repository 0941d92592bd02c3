"""The table that a whole run of the slow tests leaves behind."""

from types import SimpleNamespace

from tests import slow_results


def report(name, seconds):
    return SimpleNamespace(nodeid=f"tests/{name}", duration=seconds)


def test_a_row_for_each_file_with_what_became_of_its_tests():
    reports = {
        "passed": [report("test_worker.py::test_a", 12.4), report("test_forms.py::test_b[teacher]", 60.0)],
        "failed": [report("test_forms.py::test_b[coach]", 61.2)],
        "error": [report("test_forms.py::test_c", 1.0)],
        "skipped": [report("test_worker.py::test_d", 0.1)],
        "deselected": [report("test_quick.py::test_e", 0.0)],
    }

    assert slow_results.table(reports, "2026-03-03, commit abc.").splitlines()[4:] == [
        "| Tests | Passed | Failed | Skipped | Seconds |",
        "|---|---|---|---|---|",
        "| `tests/test_forms.py` | 1 | 2 | 0 | 122 |",
        "| `tests/test_worker.py` | 1 | 0 | 1 | 12 |",
    ]


def test_only_a_whole_run_of_the_slow_tests_is_written_down():
    def run(expression="slow", keyword="", args=("tests",), **more):
        option = SimpleNamespace(markexpr=expression, keyword=keyword, collectonly=False)
        return SimpleNamespace(option=option, args=list(args), getini=lambda name: ["tests"], **more)

    asked = [run(), run("not slow"), run(keyword="worker"), run(args=["tests/test_worker.py"]), run(workerinput={})]

    assert [slow_results.is_whole_run(config) for config in asked] == [True, False, False, False, False]
