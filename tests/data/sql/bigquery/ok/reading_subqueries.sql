-- GoogleSQL (zetasql 0.1.5)
'a' 'b'

-- GoogleSQL (zetasql 0.1.5)
(SELECT 'a' /* and */ 'b')

-- GoogleSQL (zetasql 0.1.5)
r"""ends with \""""

-- GoogleSQL (zetasql 0.1.5)
(SELECT a ilike FROM orders)

-- GoogleSQL (zetasql 0.1.5)
(SELECT offset FROM UNNEST([1, 2]) AS x WITH OFFSET AS offset WHERE x IN UNNEST(list))

-- GoogleSQL (zetasql 0.1.5)
(SELECT AS STRUCT a, b FROM orders)

-- GoogleSQL (zetasql 0.1.5)
(SELECT 1 AS x UNION ALL CORRESPONDING BY (x) SELECT 2 AS x)

-- GoogleSQL (zetasql 0.1.5)
(SELECT qualify FROM orders)

-- GoogleSQL (zetasql 0.1.5)
(SELECT a, FROM orders WHERE b QUALIFY ROW_NUMBER() OVER (PARTITION BY c ORDER BY d) = 1)

-- GoogleSQL (zetasql 0.1.5)
(FROM orders |> WHERE a = 1 |> AGGREGATE COUNT(*) AS n GROUP BY b)

-- GoogleSQL (zetasql 0.1.5)
(SELECT * EXCEPT (a) REPLACE (b + 1 AS b) FROM `project-1.data.orders` FOR SYSTEM_TIME AS OF TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 1 HOUR))
