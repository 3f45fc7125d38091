#!/usr/bin/env bash
# Hosts a party: installs what the machine lacks, builds the pages and the binary if they changed, and starts it with the
# arguments given here. On a machine that has everything it only runs, without the network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/machine.sh

need_rust
want_build_tools
install_missing
need_node

# Cargo calls build.rs, which builds the pages with npm when their sources changed.
cargo build --release --locked || die "the build failed: see above. The first one needs the internet, and about 2 GB of disk"
exec "${CARGO_TARGET_DIR:-target}/release/snowparty" "$@"
