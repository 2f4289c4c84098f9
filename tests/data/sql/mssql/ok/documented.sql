Order# + a#b + c@d

doc.value('(/a)[1]', 'int') + orders.doc.exist('/b')

dbo.total(a)

[geo col].STArea()

AI_GENERATE_EMBEDDINGS(a USE MODEL m)

geography::Point(a, b, 4326).STX

DATEPART(ISOWK, a) + DATEPART(tz, b)

(SELECT MAX(x) FROM t WITH (NOLOCK))
