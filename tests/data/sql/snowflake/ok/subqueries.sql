-- Snowflake documentation
(SELECT MAX(o.qty) FROM orders o, items i WHERE o.id = i.order_id(+))

-- Snowflake documentation
(SELECT COUNT(*) FROM orders MATCH_RECOGNIZE (ORDER BY day PATTERN (a b+) DEFINE b AS price > LAG(price)))
