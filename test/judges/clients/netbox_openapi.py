"""Where NetBox's own OpenAPI of a release is."""
import importlib.util
import json
import os
import sys

given = json.load(sys.stdin)
home = os.path.dirname(importlib.util.find_spec("netbox_sdk").origin)
print(json.dumps({"document": os.path.join(home, "reference", "openapi", f"netbox-openapi-{given['release']}.json")}))
