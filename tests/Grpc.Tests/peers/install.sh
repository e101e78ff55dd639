#!/bin/sh
# Installs what the interop tests speak to, on a bare Debian 12, as root. Without it those tests are reported as skipped.
set -eu
cd "$(dirname "$0")"

apt-get update -qq
# python3-grpc-tools cannot parse proto3 `optional`; Debian's protoc with the gRPC plugins can
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
  python3 python3-grpcio python3-protobuf protobuf-compiler protobuf-compiler-grpc
# Debian's npm conflicts with nodejs from elsewhere: take it only when there is none
command -v npm > /dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm

npm ci --no-progress --ignore-scripts

mkdir -p generated
protoc -I ../Protos --python_out=generated --grpc_python_out=generated \
  --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" ../Protos/echo.proto
