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
