"""ciscoconfparse2 and hier_config: the tree that each reads in a configuration, and what hier_config would still add."""

import json
import logging
import sys

import ciscoconfparse2
import hier_config

logging.disable(logging.CRITICAL)
job = json.load(sys.stdin)
told = []


def lineage(line):
    above = []
    while line.parent is not line:
        line = line.parent
        above.insert(0, line.text.strip())
    return above


def by_ciscoconfparse(text, syntax):
    parsed = ciscoconfparse2.CiscoConfParse(text.splitlines(), syntax=syntax, factory=False)
    return [
        " / ".join([*lineage(line), line.text.strip()])
        for line in parsed.objs
        if line.text.strip() and not line.text.strip().startswith("!")
    ]


def path(line):
    return " / ".join(above.text for above in line.lineage())


for case in job["cases"]:
    # It knows no ASA: its own rules for order and duplicates are those of IOS there too.
    host = hier_config.Host("judged", "ios")
    host.load_generated_config(case["ours"])
    host.load_running_config(case["live"])
    told.append(
        {
            "ciscoconfparse2": by_ciscoconfparse(case["ours"], case["syntax"]),
            "hier_config": [path(line) for line in host.generated_config.all_children()],
            "remediation": [path(line) for line in host.remediation_config().all_children() if not line.children],
        }
    )
print(json.dumps(told))
