"""Milliseconds that hier_config takes to read two configurations and compute the lines between them: the fastest of three runs."""
import sys
import time

from hier_config import Platform, WorkflowRemediation, get_hconfig

running, wanted = (open(name, encoding="utf8").read() for name in sys.argv[1:3])


def measure() -> float:
    start = time.perf_counter()
    workflow = WorkflowRemediation(get_hconfig(Platform.CISCO_IOS, running), get_hconfig(Platform.CISCO_IOS, wanted))
    list(workflow.remediation_config.all_children_sorted())
    return (time.perf_counter() - start) * 1000


print(min(measure() for _ in range(3)))
