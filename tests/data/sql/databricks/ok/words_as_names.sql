a + INTERVAL name HOUR

f(key, value)

OVERLAY(key PLACING 'x' FROM 2)
