a IS NULL::text

OVERLAY(key PLACING 'x' FROM 2)

f(key ORDER BY name)

a - INTERVAL '1' DAY

a COLLATE "C"::text
