#!/usr/bin/env bash
# Builds the provider hashicorp/null with the Go client, from its own module, into a folder that Terraform takes in the
# place of its registry: one minute, once. Needs Go 1.21 or later.
set -euo pipefail
# The release that @cdktf/provider-null asks for, under whose number the folder has what could be built: the resource
# null_resource with its triggers is the same in all releases.
release=3.2.4
place=${TUNNELWRIGHT_NULL_PROVIDER:-${XDG_CACHE_HOME:-$HOME/.cache}/tunnelwright/null-provider}
source=$(cd "$(dirname "$0")" && pwd)/null-provider
mark=$(cat "$source/go.mod" "$source/main.go" | sha256sum)
[[ $(cat "$place/built" 2>/dev/null) == "$mark" ]] && exit 0
go=$(command -v go || command -v /usr/local/go/bin/go || command -v /usr/lib/go/bin/go) || {
  printf 'Go is missing: the provider of null_resource is not built, and its story is skipped.\n'
  exit 1
}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cp "$source"/* "$room"
cd "$room"
# What it depends on is named in go.mod; the sums of all of it come from Go's database.
GOFLAGS='-mod=mod -buildvcs=false' nice -n 15 "$go" build -p 1 -trimpath -o provider .
folder=$place/registry.terraform.io/hashicorp/null/$release/$("$go" env GOOS)_$("$go" env GOARCH)
mkdir -p "$folder"
mv provider "$folder/terraform-provider-null_v$release"
printf '%s\n' "$mark" >"$place/built"
