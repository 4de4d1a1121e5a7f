"""duo_client: users, groups, phones and integrations by Duo's own client, which checks certificate and host name."""

import json
import socket
import sys

import duo_client

job = json.load(sys.stdin)
resolved = socket.getaddrinfo
# The name that requests are signed for is that of the account; it leads to the lab.
socket.getaddrinfo = lambda host, port, *rest, **more: resolved("127.0.0.1" if host == job["name"] else host, port, *rest, **more)
admin = duo_client.Admin(ikey=job["ikey"], skey=job["skey"], host=job["name"], ca_certs=job["ca"], port=job["port"])
told = {"users": sorted(user["username"] for user in admin.get_users())}
made = admin.add_user(username="judge", realname="A judge", status="active")
group = admin.create_group("judge group", desc="made by a judge")
admin.add_user_group(made["user_id"], group["group_id"])
told["groups"] = sorted(item["name"] for item in admin.get_groups())
told["of_user"] = [item["name"] for item in admin.get_user_by_id(made["user_id"])["groups"]]
told["phones"] = [phone["number"] for phone in admin.get_phones()]
told["integrations"] = sorted(item["name"] for item in admin.get_integrations())
[alice] = admin.get_users_by_name("alice")
told["realname"] = admin.update_user(alice["user_id"], realname="Alice Changed")["realname"]
try:
    admin.add_user(username="judge")
    told["refused"] = ""
except RuntimeError as error:
    told["refused"] = str(error)
config = {
    "entity_id": "https://vpn.example.net/saml/sp/metadata/judge",
    "acs_urls": [{"url": "https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=judge"}],
    "nameid_format": "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
    "nameid_attribute": "mail",
    "sign_assertion": True,
    "sign_response": True,
    "signing_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
}
saml = admin.create_integration("judge saml", "sso-generic", user_access="ALL_USERS", sso={"saml_config": config})
known = admin.get_integration(saml["integration_key"])["sso"]
told["saml"] = {"metadata": sorted(known["idp_metadata"]), "entity_id": known["saml_config"]["entity_id"]}
admin.delete_integration(saml["integration_key"])
policy = admin.create_policy_v2({"policy_name": "judge policy", "sections": {"new_user": {"new_user_behavior": "deny"}}})
admin.update_policy_v2(policy["policy_key"], {"sections": {"browsers": {"blocked_browsers_list": ["ie"]}}})
told["policy"] = sorted(admin.get_policy_v2(policy["policy_key"])["sections"])
admin.delete_policy_v2(policy["policy_key"])
admin.delete_user(made["user_id"])
admin.delete_group(group["group_id"])
told["after"] = sorted(user["username"] for user in admin.get_users())
wrong = duo_client.Admin(ikey=job["ikey"], skey="0" * 40, host=job["name"], ca_certs=job["ca"], port=job["port"])
try:
    wrong.get_users()
    told["wrong"] = ""
except RuntimeError as error:
    told["wrong"] = str(error)
print(json.dumps(told))
