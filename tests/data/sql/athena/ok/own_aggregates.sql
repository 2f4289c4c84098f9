-- Trino grammar
"count"(*)
