"""ciscoisesdk: network devices and internal users of ISE."""

import json
import sys

from ciscoisesdk import IdentityServicesEngineAPI

job = json.load(sys.stdin)
base = f"https://{job['host']}:{job['port']}"
api = IdentityServicesEngineAPI(
    username="ers-admin",
    password="lab-password",
    uses_api_gateway=True,
    base_url=base,
    ers_base_url=base,
    version=job["version"],
    verify=job["ca"],
    uses_csrf_token=False,
    wait_on_rate_limit=False,
)
told = {}
made = api.network_device.create_network_device(
    name="judge-router",
    network_device_iplist=[{"ipaddress": "192.0.2.240", "mask": 32}],
    authentication_settings={"networkProtocol": "RADIUS", "radiusSharedSecret": "judge-secret"},
    network_device_group_list=["Device Type#All Device Types", "Location#All Locations"],
    profile_name="Cisco",
)
told["created"] = made.status_code
device = api.network_device.get_network_device_by_name("judge-router").response["NetworkDevice"]
told["device"] = {"addresses": [item["ipaddress"] for item in device["NetworkDeviceIPList"]], "profile": device["profileName"]}
told["names"] = sorted(item["name"] for item in api.network_device.get_network_device().response["SearchResult"]["resources"])
user = api.internal_user.get_internal_user_by_name("alice").response["InternalUser"]
changed = api.internal_user.update_internal_user_by_id(
    user["id"],
    payload={"InternalUser": {"id": user["id"], "name": "alice", "description": "changed by a judge"}},
    active_validation=False,
)
told["changed"] = changed.status_code
told["description"] = api.internal_user.get_internal_user_by_id(user["id"]).response["InternalUser"]["description"]
told["deleted"] = api.network_device.delete_network_device_by_name("judge-router").status_code
print(json.dumps(told))
