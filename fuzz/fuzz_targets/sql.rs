#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| datamart_validator_fuzz::check("sql", input));
