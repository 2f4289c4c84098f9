-- Elasticsearch grammar (SqlBase.g4)
FIRST(a, b)

-- Elasticsearch grammar (SqlBase.g4)
PERCENTILE_RANK(a, 5)
