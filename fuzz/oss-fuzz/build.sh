#!/bin/bash -eu
# Every target with its seeds and its dictionary, where OSS-Fuzz looks for them.
cargo fuzz build --release
for source in fuzz/fuzz_targets/*.rs; do
  target=$(basename "$source" .rs)
  cp "fuzz/target/x86_64-unknown-linux-gnu/release/$target" "$OUT/"
  cp "fuzz/dictionaries/$target.dict" "$OUT/"
  zip --quiet --junk-paths "$OUT/${target}_seed_corpus.zip" "fuzz/seeds/$target/"*
done
