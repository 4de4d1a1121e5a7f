"""scrapli: log in over the system's ssh and over asyncssh's sibling, read, change, read back."""

import json
import sys

from scrapli.driver.core import IOSXEDriver

job = json.load(sys.stdin)
with IOSXEDriver(
    host=job["host"],
    port=job["port"],
    auth_username="lab",
    auth_password="lab-password",
    auth_secondary=job["secret"],
    auth_strict_key=True,
    ssh_known_hosts_file=job["known_hosts"],
    ssh_config_file="",
    transport="paramiko",
    timeout_ops=20,
) as device:
    before = device.send_command("show running-config")
    typed = device.send_configs(job["lines"], stop_on_failed=True)
    wrong = device.send_configs(["interface Tunnel100", "no such line"], stop_on_failed=True)
    saved = device.send_command("write memory")
    told = {
        "before": before.result,
        "failed": [reply.failed for reply in typed],
        "wrong": [reply.failed for reply in wrong],
        "saved": saved.result,
        "privilege": device.get_prompt(),
        "after": device.send_command("show running-config").result,
        "startup": device.send_command("show startup-config").result,
    }
print(json.dumps(told))
