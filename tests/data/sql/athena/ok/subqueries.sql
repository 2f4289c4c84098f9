-- Trino grammar
(SELECT max(price) FILTER (WHERE region = 'x') FROM prices)
