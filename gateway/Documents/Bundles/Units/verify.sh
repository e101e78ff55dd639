#!/bin/sh
# Checks the SHA-256 of every file of this bundle against manifest.json, with sha256sum alone.
# 用 sha256sum 核对本包每个文件的 SHA-256。哈希链和目录摘要用 verify.py 核对。
cd "$(dirname "$0")" || exit 2
sed -n 's/^ *{"name":"\([^"]*\)","bytes":[0-9]*,"sha256":"\([0-9a-f]\{64\}\)"},\{0,1\}$/\2  \1/p' manifest.json > .sums || exit 2
[ -s .sums ] || { echo "manifest.json: no files listed / 没有列出文件"; rm -f .sums; exit 1; }
sha256sum -c --quiet .sums
result=$?
rm -f .sums
if [ -f manifest.sig ] && command -v openssl > /dev/null; then
    openssl dgst -sha256 -verify seal-key.pem -signature manifest.sig manifest.json > /dev/null 2>&1 || { echo "manifest.sig: not the signature of manifest.json / 签名不符"; result=1; }
fi
[ $result -eq 0 ] && echo "OK: all files are as listed / 全部一致" || echo "FAILED / 不一致"
exit $result
