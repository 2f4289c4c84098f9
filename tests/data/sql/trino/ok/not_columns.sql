-- Trino grammar
date_add('day', 1, day)
