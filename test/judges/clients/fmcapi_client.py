"""fmcapi: hosts, a group, an IKEv2 policy, a topology with endpoints; a change of what is there; deployment."""

import json
import sys

import fmcapi

job = json.load(sys.stdin)
told = {}
with fmcapi.FMC(
    host=f"{job['host']}:{job['port']}", username="api", password="lab-password", autodeploy=False, timeout=30, wait_time=0, logging_level="CRITICAL"
) as fmc:
    told["version"] = fmc.serverVersion

    def made(thing, **fields):
        item = thing(fmc=fmc, **fields)
        if not item.post():
            raise SystemExit(f"{thing.__name__} {fields.get('name')}: {fmc.error_response}")
        return item

    one = made(fmcapi.Hosts, name="judge-one", value="192.0.2.201")
    made(fmcapi.Hosts, name="judge-two", value="192.0.2.202")
    made(fmcapi.Networks, name="judge-net", value="10.88.0.0/16")
    group = fmcapi.NetworkGroups(fmc=fmc, name="judge-group")
    for name in ("judge-one", "judge-two"):
        group.named_networks(action="add", name=name)
    group.unnamed_networks(action="add", value="10.89.0.0/16")
    if not group.post():
        raise SystemExit(f"group: {fmc.error_response}")

    made(
        fmcapi.IKEv2Policies,
        name="judge-policy",
        priority=77,
        lifetimeInSeconds=3600,
        encryptionAlgorithms=["AES-256"],
        integrityAlgorithms=["SHA-256"],
        prfIntegrityAlgorithms=["SHA-256"],
        diffieHellmanGroups=[20],
    )
    made(fmcapi.FTDS2SVPNs, name="judge-vpn", topologyType="POINT_TO_POINT", ikeV1Enabled=False, ikeV2Enabled=True)
    inside = fmcapi.Endpoints(fmc=fmc, name="branch-ftd", peerType="PEER", connectionType="BIDIRECTIONAL")
    inside.vpn_policy("judge-vpn")
    inside.endpoint("add", "branch-ftd")
    inside.vpn_interface("branch-ftd", "outside")
    inside.encryption_domain("add", ["judge-net"])
    if not inside.post():
        raise SystemExit(f"endpoint: {fmc.error_response}")
    far = fmcapi.Endpoints(
        fmc=fmc,
        name="judge-far",
        peerType="PEER",
        connectionType="BIDIRECTIONAL",
        extranet=True,
        extranetInfo={"name": "judge-far", "ipAddress": "203.0.113.77", "isDynamicIP": False},
    )
    far.vpn_policy("judge-vpn")
    far.encryption_domain("add", ["judge-one"])
    if not far.post():
        raise SystemExit(f"extranet endpoint: {fmc.error_response}")

    policy = fmcapi.IKEv2Policies(fmc=fmc)
    policy.get(name="PARTNER")
    policy.lifetimeInSeconds = 1800
    if not policy.put():
        raise SystemExit(f"policy: {fmc.error_response}")

    told["group"] = [item["name"] for item in fmcapi.NetworkGroups(fmc=fmc, name="judge-group").get()["objects"]]
    told["literals"] = fmcapi.NetworkGroups(fmc=fmc, name="judge-group").get()["literals"]
    kept = fmcapi.IKEv2Policies(fmc=fmc, name="judge-policy").get()
    told["policy"] = {key: kept[key] for key in ("priority", "lifetimeInSeconds", "encryptionAlgorithms", "diffieHellmanGroups")}
    told["hosts"] = sorted(item["name"] for item in fmcapi.Hosts(fmc=fmc).get()["items"] if item["name"].startswith("judge"))
    ends = fmcapi.Endpoints(fmc=fmc)
    ends.vpn_policy("judge-vpn")
    told["endpoints"] = sorted(item["name"] for item in ends.get()["items"])
    told["pending"] = [item["name"] for item in fmcapi.DeployableDevices(fmc=fmc).get()]
    asked = fmcapi.DeploymentRequests(fmc=fmc).post()
    told["deployment"] = asked["type"]
    del one
print(json.dumps(told))
