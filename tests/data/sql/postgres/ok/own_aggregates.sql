-- PostgreSQL 18.6 (libpg_query)
st_union(geom)

-- PostgreSQL 18.6 (libpg_query)
json_agg_strict(a)
