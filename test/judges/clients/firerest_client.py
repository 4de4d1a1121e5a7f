"""fireREST: the same objects by another client, in bulk and one by one."""

import json
import sys
import time

import fireREST

job = json.load(sys.stdin)
fmc = fireREST.FMC(hostname=f"{job['host']}:{job['port']}", username="api", password="lab-password", domain="Global")
told = {"version": str(fmc.version)}
fmc.object.host.create(data=[{"name": f"rest-{i}", "value": f"192.0.2.{210 + i}", "type": "Host"} for i in range(3)])
hosts = [fmc.object.host.get(name=f"rest-{i}") for i in range(3)]
fmc.object.networkgroup.create(
    data={
        "name": "rest-group",
        "type": "NetworkGroup",
        "objects": [{"id": host["id"], "name": host["name"], "type": "Host"} for host in hosts],
    }
)
fmc.object.ikev2policy.create(
    data={
        "name": "rest-policy",
        "type": "IKEv2Policy",
        "priority": 78,
        "lifetimeInSeconds": 7200,
        "encryptionAlgorithms": ["AES-GCM-256"],
        "integrityAlgorithms": ["NULL"],
        "prfIntegrityAlgorithms": ["SHA-384"],
        "diffieHellmanGroups": [19],
    }
)
fmc.policy.ftds2svpn.create(
    data={"name": "rest-vpn", "type": "FTDS2SVpn", "topologyType": "POINT_TO_POINT", "ikeV1Enabled": False, "ikeV2Enabled": True}
)
topology = fmc.policy.ftds2svpn.get(name="rest-vpn")
fmc.policy.ftds2svpn.endpoint.create(
    container_uuid=topology["id"],
    data={
        "name": "rest-far",
        "type": "EndPoint",
        "peerType": "PEER",
        "extranet": True,
        "extranetInfo": {"name": "rest-far", "ipAddress": "203.0.113.78"},
        "connectionType": "BIDIRECTIONAL",
        "protectedNetworks": {"networks": [{"id": hosts[0]["id"], "name": hosts[0]["name"], "type": "Host"}]},
    },
)
net = fmc.object.network.get(name="partner-net")
fmc.object.network.update(data={**net, "value": "10.81.0.0/16"})

group = fmc.object.networkgroup.get(name="rest-group")
told["group"] = sorted(item["name"] for item in group["objects"])
told["policy"] = fmc.object.ikev2policy.get(name="rest-policy")["lifetimeInSeconds"]
told["endpoints"] = [item["name"] for item in fmc.policy.ftds2svpn.endpoint.get(container_uuid=topology["id"])]
fmc.object.networkgroup.delete(uuid=group["id"])
told["left"] = [item["name"] for item in fmc.object.networkgroup.get() if item["name"] == "rest-group"]
try:
    fmc.object.host.delete(uuid=hosts[0]["id"])
    told["refused"] = ""
except fireREST.exceptions.GenericApiError as error:
    told["refused"] = str(error).split(":")[0]
devices = fmc.deployment.deployabledevices.get()
told["pending"] = sorted(item["name"] for item in devices)
fmc.deployment.deploymentrequest.create(
    data={
        "type": "DeploymentRequest",
        "version": devices[0]["version"],
        "forceDeploy": False,
        "ignoreWarning": True,
        "deviceList": [device["device"]["id"] for device in devices],
    }
)
for _ in range(100):
    left = fmc.deployment.deployabledevices.get()
    if not left:
        break
    time.sleep(0.1)
told["undeployed"] = [item["name"] for item in left]
print(json.dumps(told))
