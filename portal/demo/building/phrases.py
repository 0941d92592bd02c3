"""What project teams say in other languages, besides what their template brought."""

from collaborative.wording.actions import say_phrase


def build_phrases(built, entries):
    for entry in entries:
        for said in entry["said"]:
            say_phrase(
                collaborative=built.collaboratives[entry["collaborative"]],
                source=said["en"],
                language="es",
                words=said["es"],
                version=0,
                by=built.people[entry["by"]],
                is_machine_made=entry.get("machine", False),
            )
