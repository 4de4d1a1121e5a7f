"""Genie's parsers and ntc-templates: reads what a device prints for each command, and what each parser makes of it."""

import importlib
import json
import sys

from netmiko import ConnectHandler


class Device:
    """All that a parser of Genie asks of a device when it is given the output."""

    os = "iosxe"
    custom = {}


def genie(place, text, arguments):
    module, name = place.rsplit(".", 1)
    parser = getattr(importlib.import_module(f"genie.libs.parser.{module}"), name)(device=Device())
    return parser.parse(output=text, **arguments)


def ntc(platform, command, text):
    from ntc_templates.parse import parse_output

    return parse_output(platform=platform, command=command, data=text)


def tried(ask):
    try:
        return {"said": ask()}
    except Exception as error:  # noqa: BLE001 every failure of a parser is a disagreement
        return {"failed": f"{type(error).__name__}: {error}"[:300]}


job = json.load(sys.stdin)
told = {}
for device in job["devices"]:
    shown = {}
    with ConnectHandler(
        device_type=device["type"], host=device["host"], port=device["port"], username="lab", password="lab-password"
    ) as session:
        if "prepare" in device:
            session.config_mode()
            for line in device["prepare"]:
                session.send_command_timing(line, last_read=3.0)
            session.exit_config_mode()
        for command in {case["command"] for case in device["cases"]}:
            shown[command] = session.send_command(command)
    told[device["type"]] = [
        {
            "shown": shown[case["command"]],
            "genie": tried(lambda: genie(case["genie"], shown[case["command"]], case.get("arguments", {}))) if "genie" in case else None,
            "ntc": tried(lambda: ntc(case["ntc"], case["command"], shown[case["command"]])) if "ntc" in case else None,
        }
        for case in device["cases"]
    ]
print(json.dumps(told))
