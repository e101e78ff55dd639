#!/bin/sh
# Installs what judges the DCAT-AP export (permissive licences, run by tests alone, never shipped), as root on a bare Debian 12. Without it those tests are reported as skipped.
set -eu
cd "$(dirname "$0")"

# Debian's npm conflicts with nodejs from elsewhere: take it only when there is none
if ! command -v npm > /dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm
fi

npm ci --no-progress --ignore-scripts
