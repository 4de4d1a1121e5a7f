"""napalm `ios`: facts, interfaces, configuration, merge that is discarded, merge, replace, rollback."""

import json
import sys

from napalm import get_network_driver

job = json.load(sys.stdin)
driver = get_network_driver("ios")
device = driver(
    job["host"],
    "lab",
    "lab-password",
    timeout=30,
    optional_args={"port": job["port"], "dest_file_system": "bootflash:", "transport": "ssh", "inline_transfer": job["inline"]},
)
device.open()
told = {"alive": device.is_alive()["is_alive"], "facts": device.get_facts()}
told["interfaces"] = device.get_interfaces()
told["addresses"] = device.get_interfaces_ip()
told["config"] = device.get_config()

device.load_merge_candidate(config="interface Tunnel100\n ip mtu 1300\n")
told["discarded"] = device.compare_config()
device.discard_config()
told["after_discard"] = device.get_config()["running"]

device.load_merge_candidate(config=job["merge"])
told["compared"] = device.compare_config()
device.commit_config()
told["merged"] = device.get_config()

running = told["merged"]["running"]
device.load_replace_candidate(config=running.replace(job["old"], job["new"]))
told["replace_diff"] = device.compare_config()
device.commit_config()
told["replaced"] = device.get_config()["running"]
device.rollback()
told["rolled_back"] = device.get_config()["running"]
device.close()
print(json.dumps(told))
