-- ZetaSQL
(SELECT CAST(tags AS ARRAY<STRING>) FROM items)

-- ZetaSQL
ARRAY(SELECT SAFE_CAST(x AS STRUCT<a INT64, b STRING>) FROM UNNEST(xs) AS x)

-- ZetaSQL
(SELECT MAX(qty),)

-- ZetaSQL
ARRAY(SELECT AS STRUCT a, b,)

-- ZetaSQL
(SELECT qty FROM orders |> LIMIT 1)

-- ZetaSQL
EXISTS (SELECT 1 FROM acme-2.shop.orders WHERE id = 1)

-- ZetaSQL
(SELECT MAX(qty) FROM my-project-123.shop.orders)

-- ZetaSQL
ARRAY(SELECT AS STRUCT l.from, l.to FROM UNNEST(legs) AS l)
