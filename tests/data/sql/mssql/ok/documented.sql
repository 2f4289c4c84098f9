Order# + a#b + c@d

doc.value('(/a)[1]', 'int') + orders.doc.exist('/b')

dbo.total(a)

[geo col].STArea()

AI_GENERATE_EMBEDDINGS(a USE MODEL m)
