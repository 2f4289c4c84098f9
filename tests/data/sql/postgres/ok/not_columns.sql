-- PostgreSQL 18.6 (libpg_query)
xmlroot(doc, version no value, standalone yes)
