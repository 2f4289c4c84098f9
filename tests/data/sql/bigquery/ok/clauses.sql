-- GoogleSQL accepts these
(FROM x |> AGGREGATE SUM(x1) AS s GROUP AND ORDER BY x2 AS g DESC |> WHERE s > 0 |> ORDER BY g |> LIMIT 1)

-- GoogleSQL accepts these
(SELECT a FROM UNNEST(b) AS a WITH OFFSET AS offset WHERE offset > 0 ORDER BY a)
