#!/usr/bin/env bash
# Builds the Temporal server that `npm run temporal` starts, with the Go client and from its own module: four minutes, once.
# Needs Go 1.24 or later; an older one from 1.21 on fetches a newer toolchain by itself.
set -euo pipefail
version=v1.28.1
place=${TUNNELWRIGHT_TEMPORAL:-${XDG_CACHE_HOME:-$HOME/.cache}/tunnelwright/temporal/server}
mark=$place.version
[[ -x $place && $(cat "$mark" 2>/dev/null) == "$version" ]] && exit 0
go=$(command -v go || command -v /usr/local/go/bin/go || command -v /usr/lib/go/bin/go) || {
  printf 'Go is missing: no Temporal server is built, and the tests that need one are skipped.\n'
  exit 1
}
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
# One package at a time: the tests run beside it.
GOTOOLCHAIN=auto GOFLAGS=-buildvcs=false GOBIN=$room nice -n 15 "$go" install -p 1 "go.temporal.io/server/cmd/server@$version"
mkdir -p "$(dirname "$place")"
mv "$room/server" "$place"
printf '%s\n' "$version" >"$mark"
