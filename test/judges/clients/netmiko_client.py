"""Netmiko: log in, read, change, save, read back."""

import json
import sys

from netmiko import ConnectHandler

job = json.load(sys.stdin)
with ConnectHandler(
    device_type=job["type"],
    host=job["host"],
    port=job["port"],
    username="lab",
    password="lab-password",
    secret=job.get("secret", ""),
    fast_cli=True,
) as device:
    if job.get("secret"):
        device.enable()
    before = device.send_command("show running-config")
    version = device.send_command("show version")
    typed = device.send_config_set(job["lines"], error_pattern=r"% ?(Invalid|ERROR)|^ERROR")
    try:
        device.send_config_set(["no such line"], error_pattern=r"% ?Invalid|ERROR")
        refused = False
    except Exception:
        device.exit_config_mode()
        refused = True
    saved = device.save_config()
    after = device.send_command("show running-config")
    told = {
        "prompt": device.find_prompt(),
        "version": version.splitlines()[0].strip(),
        "before": before,
        "after": after,
        "startup": device.send_command("show startup-config"),
        "refused": refused,
        "saved": saved,
        "typed": typed,
    }
print(json.dumps(told))
