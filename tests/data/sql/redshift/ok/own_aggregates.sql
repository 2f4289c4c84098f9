-- Redshift documentation
HLL_COMBINE(s)
