-- Snowflake documentation
BIT_AND(flags, 4)

-- Snowflake documentation
VARIANCE_POP(qty)

-- Snowflake documentation
MINHASH(5, a, b)

-- Snowflake documentation
APPROX_PERCENTILE_COMBINE(state)

-- Snowflake documentation
SKEW(qty)

-- Snowflake documentation
HLL_ACCUMULATE(id)
