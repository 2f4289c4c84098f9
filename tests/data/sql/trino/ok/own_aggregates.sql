-- Trino grammar
set_union(s)

-- Trino grammar
make_set_digest(v)
